using System.Text.Json.Nodes;
using ConflictBot.Channels.Teams;
using ConflictBot.Channels.Tests.BotFramework;
using ConflictBot.Channels.Tests.Rendering;
using ConflictBot.Core.Conversations;
using Microsoft.Extensions.DependencyInjection;

namespace ConflictBot.Channels.Tests.Teams.Playground;

/// <summary>The whole way through Microsoft's own stand-in for Teams: its connector, its checks of what the bot sends.</summary>
public sealed class AgentsPlaygroundTests
{
    private const string Question = "Who started the September 2022 fighting?";

    [PlaygroundFact]
    public async Task Installed_it_greets_once_answers_with_citations_and_a_card_searches_and_keeps_a_thumb()
    {
        var feedback = new KeptEntries();
        await using var host = await BotHost.StartAsync(configure: services => services.AddTeams().AddSingleton<IFeedbackLog>(feedback));
        await using var playground = await AgentsPlayground.StartAsync(host.Address);

        // An installation is an installationUpdate and a conversationUpdate: one greeting for both.
        await playground.InstallAsync();
        var greeting = await playground.NextAsync();
        greeting["text"]!.GetValue<string>().ShouldStartWith("Hello.");
        greeting["suggestedActions"]!["actions"]!.AsArray().Count.ShouldBeInRange(1, 3);

        await playground.SayAsync(playground.PersonalChat, Question);
        var answer = await playground.NextAsync();
        answer["text"]!.GetValue<string>().ShouldContain("[1]");
        answer["aiEntity"]!["citation"]!.AsArray().ShouldNotBeEmpty();
        answer["feedbackLoopEnabled"]!.GetValue<bool>().ShouldBeTrue();
        var card = await playground.NextAsync();
        CardChecks.RichTexts(card["attachments"]![0]!["content"]!).ShouldNotBeEmpty();

        await playground.SayAsync(playground.TeamChannel, "What did NATO say?", mentioningBot: true);
        (await playground.NextAsync())["text"]!.GetValue<string>().ShouldContain("NATO");
        await playground.NextAsync();

        var found = await playground.InvokeAsync(MessageExtension.InvokeName, new JsonObject
        {
            ["commandId"] = MessageExtension.CommandId,
            ["parameters"] = new JsonArray(new JsonObject { ["name"] = MessageExtension.ParameterName, ["value"] = "ceasefire" }),
        });
        found["composeExtension"]!["attachments"]!.AsArray().ShouldNotBeEmpty();

        JsonObject Thumb(string reaction) => new()
        {
            ["actionName"] = "feedback",
            ["actionValue"] = new JsonObject { ["reaction"] = reaction, ["feedback"] = "{\"feedbackText\":\"Clear.\"}" },
        };
        (await playground.InvokeAsync(FeedbackInvoke.InvokeName, Thumb("dislike"))).ToJsonString().ShouldBe("{}");
        (await feedback.NextAsync()).Helpful.ShouldBeFalse();

        await playground.SendAsync(new JsonObject
        {
            ["type"] = "invoke",
            ["name"] = FeedbackInvoke.InvokeName,
            ["replyToId"] = answer["messageId"]!.GetValue<string>(),
            ["value"] = Thumb("like"),
        });
        var kept = await feedback.NextAsync();
        kept.Helpful.ShouldBeTrue();
        kept.Comment.ShouldBe("Clear.");
        kept.Question.ShouldBe(Question);
        kept.Excerpts.ShouldNotBeEmpty();
        playground.Unread.ShouldBe(0);
    }
}
