using System.Text.Json.Nodes;
using ConflictBot.Channels.BotFramework;
using ConflictBot.Channels.Tests.Hosting;
using ConflictBot.Channels.Tests.Rendering;

namespace ConflictBot.Channels.Tests.BotFramework;

public sealed class MentionTests
{
    [Theory]
    [InlineData("<at>Bot</at> who?", "who?")]
    [InlineData("who, <at>Bot</at>?", "who, ?")]
    [InlineData("no mention of Bot", "no mention of Bot")]
    public void Takes_the_bots_own_mention_out(string text, string expected) => Without(text, new Mention("b", "<at>Bot</at>")).ShouldBe(expected);

    [Fact]
    public void Leaves_the_mention_of_a_person_with_the_bots_name() =>
        Without("<at>Bot</at> and <at>Bot</at>?", new Mention("person", "<at>Bot</at>"), new Mention("b", "<at>Bot</at>")).ShouldBe("<at>Bot</at> and ?");

    [Fact]
    public void Takes_entities_in_any_order() =>
        Without("<at>Bot</at> what of <at>Ann</at>", new Mention("ann", "<at>Ann</at>"), new Mention("b", "<at>Bot</at>")).ShouldBe("what of <at>Ann</at>");

    [Fact]
    public void A_mention_that_is_not_in_the_text_changes_nothing() => Without("who?", new Mention("b", "<at>Bot</at>")).ShouldBe("who?");

    private static string Without(string text, params Mention[] mentions) => Mentions.WithoutBot(new ReceivedActivity
    {
        Type = "message", ChannelId = "msteams", ConversationId = "c", Text = text, Mentions = [.. mentions], Recipient = new ChannelAccount("b", "Bot"),
    });
}

public sealed class RecentKeysTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public void Knows_a_key_until_its_time_is_over()
    {
        var keys = new RecentKeys<int>(_time, 10, TimeSpan.FromMinutes(10));
        keys.TryAdd(1).ShouldBeTrue();
        _time.Advance(TimeSpan.FromMinutes(10));
        keys.TryAdd(1).ShouldBeFalse();
        _time.Advance(TimeSpan.FromSeconds(1));
        keys.TryAdd(1).ShouldBeTrue();
        keys.Count.ShouldBe(1);
    }

    [Fact]
    public void Forgets_the_oldest_where_there_are_too_many()
    {
        var keys = new RecentKeys<int>(_time, 3, TimeSpan.FromMinutes(10));
        foreach (var key in new[] { 1, 2, 3, 4 })
            keys.TryAdd(key).ShouldBeTrue();
        keys.Count.ShouldBe(3);
        keys.TryAdd(4).ShouldBeFalse();
        keys.TryAdd(1).ShouldBeTrue();
    }

    [Fact]
    public void Takes_a_key_back()
    {
        var keys = new RecentKeys<int>(_time, 3, TimeSpan.FromMinutes(10));
        keys.TryAdd(1).ShouldBeTrue();
        keys.Remove(1);
        keys.Remove(2);
        keys.TryAdd(1).ShouldBeTrue();
    }
}

public sealed class MarkdownActivityRendererTests
{
    private static readonly Uri Site = new("https://bot.example/");

    [Fact]
    public void Writes_quotes_with_their_sources_and_nothing_a_channel_may_not_know()
    {
        var message = Render(new MarkdownActivityRenderer().Render(SampleAnswers.Supported, Site));
        var text = (string)message["text"]!;
        text.ShouldContain("> “The ministers met on Monday.");
        text.ShouldContain("https://bot.example/articles/named");
        text.ShouldContain("Example Post");
        message.Select(m => m.Key).ShouldBe(["type", "textFormat", "text"], ignoreOrder: true);
    }

    [Fact]
    public void Lets_nothing_an_article_says_become_markup()
    {
        var text = (string)Render(new MarkdownActivityRenderer().Render(SampleAnswers.HostileAnswer, Site))["text"]!;
        text.Replace("\\<", "", StringComparison.Ordinal).ShouldNotContain("<");
        text.ShouldContain("\\[click\\]");
        text.ShouldContain("\\*\\*bold\\*\\*");
    }

    [Fact]
    public void Shows_both_sides_under_their_names()
    {
        var text = (string)Render(new MarkdownActivityRenderer().Render(SampleAnswers.Disputed, Site))["text"]!;
        text.ShouldContain("**Northland**");
        text.ShouldContain("**Southland**");
    }

    [Fact]
    public void Marks_what_is_near_as_no_answer()
    {
        var text = (string)Render(new MarkdownActivityRenderer().Render(SampleAnswers.None, Site))["text"]!;
        text.ShouldContain("**Nearest passage, not an answer**");
        text.ShouldContain("- How many trucks crossed?");
    }

    private static JsonObject Render(JsonArray messages) => messages.ShouldHaveSingleItem().ShouldBeOfType<JsonObject>();
}
