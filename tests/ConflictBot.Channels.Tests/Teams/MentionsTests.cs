using System.Text;
using System.Text.Json.Nodes;
using ConflictBot.Channels.BotFramework;
using Mentions = ConflictBot.Channels.Teams.Mentions;

namespace ConflictBot.Channels.Tests.Teams;

public sealed class MentionsTests
{
    private static readonly (string Id, string Name) Bot = ("28:bot", "ConflictBot");

    [Fact]
    public void The_bots_mention_goes_wherever_it_stands()
    {
        Mentions.WithoutOwn(Message("<at>ConflictBot</at> who met?", Bot)).ShouldBe("who met?");
        Mentions.WithoutOwn(Message("Tell us, <at>ConflictBot</at> who met?", Bot)).ShouldBe("Tell us, who met?");
        Mentions.WithoutOwn(Message("who met? <at>ConflictBot</at>", Bot)).ShouldBe("who met?");
        Mentions.WithoutOwn(Message("<at>ConflictBot</at>&nbsp;who met?", Bot)).ShouldBe("who met?");
    }

    [Fact]
    public void Other_peoples_mentions_stay_as_they_came() =>
        Mentions.WithoutOwn(Message("<at>ConflictBot</at> ask <at>Ann Lee</at> who met", Bot, ("29:ann", "Ann Lee"))).ShouldBe("ask <at>Ann Lee</at> who met");

    [Fact]
    public void A_member_who_bears_the_bots_name_stays()
    {
        Mentions.WithoutOwn(Message("<at>ConflictBot</at> and <at>ConflictBot</at> met?", ("29:ann", "ConflictBot"), Bot)).ShouldBe("<at>ConflictBot</at> and met?");
        Mentions.WithoutOwn(Message("<at>ConflictBot</at> and <at>ConflictBot</at> met?", Bot, ("29:ann", "ConflictBot"))).ShouldBe("and <at>ConflictBot</at> met?");
    }

    [Fact]
    public void Two_mentions_of_the_bot_go_with_one_entity_or_two()
    {
        Mentions.WithoutOwn(Message("<at>ConflictBot</at> <at>ConflictBot</at> who?", Bot, Bot)).ShouldBe("who?");
        Mentions.WithoutOwn(Message("<at>ConflictBot</at> who, <at>ConflictBot</at>?", Bot)).ShouldBe("who, ?");
    }

    [Fact]
    public void Names_with_character_references_are_found_either_way()
    {
        var activity = Message("<at>R&amp;D Bot</at> who?", (Bot.Id, "R&D Bot"));
        Mentions.WithoutOwn(activity).ShouldBe("who?");
        activity = Message("<at>R&D Bot</at> who?", (Bot.Id, "R&amp;D Bot"));
        Mentions.WithoutOwn(activity).ShouldBe("who?");
    }

    [Fact]
    public void A_name_typed_without_an_entity_stays() =>
        Mentions.WithoutOwn(Message("What is ConflictBot? <at>ConflictBot</at>")).ShouldBe("What is ConflictBot? <at>ConflictBot</at>");

    [Fact]
    public void The_question_has_bare_names_and_read_references() =>
        Mentions.Question(Message("<at>ConflictBot</at> what did <at id=\"1\">Ann Lee</at> &amp; co&nbsp;say &lt;b&gt;?", Bot)).ShouldBe("what did Ann Lee & co say <b>?");

    [Theory]
    [InlineData("""{"recipient":"x","entities":{}}""")]
    [InlineData("""{"text":"who?","recipient":{"id":"28:bot"},"entities":[null,1,{"type":"mention"},{"type":"mention","mentioned":3,"text":""},{"type":"clientInfo"}]}""")]
    [InlineData("""{"text":7,"recipient":{"id":"28:bot"},"entities":[{"type":"mention","mentioned":{"id":"28:bot"},"text":"<at>x</at>"}]}""")]
    public void Odd_activities_are_read_as_far_as_they_go(string json) =>
        Mentions.Question(Read(JsonNode.Parse(json)!.AsObject())).ShouldBeOneOf("", "who?");

    private static ReceivedActivity Message(string text, params (string Id, string Name)[] mentioned) => Read(new JsonObject
    {
        ["text"] = text,
        ["recipient"] = new JsonObject { ["id"] = Bot.Id },
        ["entities"] = new JsonArray([.. mentioned.Select(m => (JsonNode)new JsonObject
        {
            ["type"] = "mention",
            ["mentioned"] = new JsonObject { ["id"] = m.Id, ["name"] = m.Name },
            ["text"] = $"<at>{m.Name}</at>",
        })]),
    });

    private static ReceivedActivity Read(JsonObject activity)
    {
        activity["type"] = "message";
        activity["channelId"] = "msteams";
        activity["conversation"] = new JsonObject { ["id"] = "c" };
        return ActivityReader.TryRead(Encoding.UTF8.GetBytes(activity.ToJsonString())).ShouldNotBeNull();
    }
}
