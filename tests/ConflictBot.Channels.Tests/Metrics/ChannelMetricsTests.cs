using System.Net;
using System.Text.Json.Nodes;
using ConflictBot.Channels.Teams;
using ConflictBot.Channels.Tests.BotFramework;
using ConflictBot.Channels.Tests.Hosting;
using ConflictBot.Channels.Tests.Slack;
using ConflictBot.Channels.Tests.Teams;
using ConflictBot.Core.Conversations;
using ConflictBot.Core.Metrics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ConflictBot.Channels.Tests.Metrics;

/// <summary>What each channel measures, through the addresses its platform posts to.</summary>
[Collection(MeasuredAlone.Name)]
public sealed class ChannelMetricsTests
{
    private const string Question = "What did NATO say?";
    private const string Unanswerable = "Who composed the opera Tosca?";

    [Fact]
    public async Task Slack_measures_answers_refusals_stages_and_its_queue()
    {
        await using var host = await SlackBotHost.StartAsync();
        using var heard = new HeardMetrics();
        heard.Depth("slack").ShouldBe(0, "measured from the start");
        using (await host.Workspace.HoldAsync())
        {
            await host.Workspace.DeliverAsync(host.Client, host.Workspace.Mention(Question));
            heard.Depth("slack").ShouldBe(1);
        }

        await host.DeliverAsync(host.Workspace.Mention(Unanswerable), 2);
        await host.StopAsync();
        heard.Depth("slack").ShouldBe(0);
        Answered(heard);
    }

    [Fact]
    public async Task Slack_counts_signatures_refused_and_opinions()
    {
        await using var host = await SlackBotHost.StartAsync();
        using var heard = new HeardMetrics();
        using var unsigned = await host.Client.PostAsync(new Uri("api/slack/events", UriKind.Relative), new StringContent("{}"));
        unsigned.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        heard.Sum(MetricNames.TokensRefused, (MetricNames.Channel, "slack"), (MetricNames.Reason, "invalid")).ShouldBe(1);

        var answer = (await host.DeliverAsync(host.Workspace.Mention(Question), 1)).Single();
        await SlackPresses.PressAsync(host, SlackPresses.Button(answer, "helpful"));
        await SlackPresses.PressAsync(host, SlackPresses.Button(answer, "unhelpful"));
        await host.Workspace.WaitForAsync(4);
        heard.Sum(MetricNames.Feedback, (MetricNames.Channel, "slack"), (MetricNames.Helpful, true)).ShouldBe(1);
        heard.Sum(MetricNames.Feedback, (MetricNames.Channel, "slack"), (MetricNames.Helpful, false)).ShouldBe(1);
    }

    [Fact]
    public async Task What_Slack_asks_again_to_show_more_or_to_post_is_one_answer_each_time_and_never_two()
    {
        await using var host = await SlackBotHost.StartAsync();
        var answer = (await host.DeliverAsync(host.Workspace.Mention("What did Armenia say?"), 1)).Single();
        using var heard = new HeardMetrics();
        await SlackPresses.PressAsync(host, SlackPresses.Button(answer, "more"), answer.Thread);
        await host.Workspace.WaitForAsync(2);
        heard.Count(MetricNames.AnswerDuration).ShouldBe(1);
    }

    [Fact]
    public async Task The_Bot_Framework_measures_answers_refusals_stages_and_its_queue()
    {
        await using var connector = await LocalConnector.StartAsync();
        await using var host = await BotHost.StartAsync();
        using var heard = new HeardMetrics();
        heard.Depth("botframework").ShouldBe(0, "measured from the start");
        var release = new TaskCompletionSource();
        connector.Next.Enqueue(async context =>
        {
            await release.Task;
            context.Response.StatusCode = StatusCodes.Status201Created;
        });
        using var first = await host.PostAsync(Sample.Message(Question, connector.ServiceUrl));
        using var second = await host.PostAsync(Sample.Message(Unanswerable, connector.ServiceUrl));
        await connector.WaitAsync();
        heard.Depth("botframework").ShouldBe(2);
        release.SetResult();
        await host.StopAsync();
        heard.Depth("botframework").ShouldBe(0);
        Answered(heard);
    }

    [Theory]
    [InlineData("missing", "missing")]
    [InlineData("garbage", "malformed")]
    [InlineData("wrong issuer", "issuer")]
    [InlineData("wrong audience", "audience")]
    [InlineData("expired", "expired")]
    [InlineData("not yet valid", "not-yet-valid")]
    public async Task The_Bot_Frameworks_gate_counts_tokens_refused_by_reason(string hostile, string reason)
    {
        await using var bench = await TokenBench.StartAsync();
        using var heard = new HeardMetrics();
        using var response = await bench.Bot.PostAsync(TokenBench.Activity().ToJsonString(), HostileTokens.Table[hostile](bench.Forge));
        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        heard.Sum(MetricNames.TokensRefused, (MetricNames.Channel, "botframework"), (MetricNames.Reason, reason)).ShouldBe(1);
        heard.Count(MetricNames.TokensRefused).ShouldBe(1);
    }

    [Theory]
    [InlineData("https://elsewhere.example/", "msteams", "service-url")]
    [InlineData(TokenForge.ServiceUrl, "slack", "endorsement")]
    public async Task The_Bot_Frameworks_gate_counts_tokens_that_do_not_allow_the_activity(string serviceUrl, string channel, string reason)
    {
        await using var bench = await TokenBench.StartAsync();
        using var heard = new HeardMetrics();
        using var response = await bench.Bot.PostAsync(TokenBench.Activity(serviceUrl, channel), bench.Forge.With());
        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        heard.Sum(MetricNames.TokensRefused, (MetricNames.Channel, "botframework"), (MetricNames.Reason, reason)).ShouldBe(1);
    }

    [Fact]
    public async Task Teams_counts_thumbs_and_searches_and_nothing_that_nobody_asked()
    {
        var kept = new KeptEntries();
        await using var host = await BotHost.StartAsync(configure: services => services.AddTeams().AddSingleton<IFeedbackLog>(kept));
        using var heard = new HeardMetrics();
        using var thumb = await host.PostAsync(Sample.Activity("invoke", channel: TeamsChannel.Id).With("name", FeedbackInvoke.InvokeName)
            .With("value", new JsonObject { ["actionName"] = "feedback", ["actionValue"] = new JsonObject { ["reaction"] = "dislike" } }));
        heard.Sum(MetricNames.Feedback, (MetricNames.Channel, "msteams"), (MetricNames.Helpful, false)).ShouldBe(1);

        using var search = await host.PostAsync(TeamsSearch.Invoke("ceasefire"));
        heard.Count(MetricNames.AnswerDuration).ShouldBe(1);
        // What is offered before anything was typed are the bot's own questions.
        using var offered = await host.PostAsync(TeamsSearch.Invoke(""));
        heard.Count(MetricNames.AnswerDuration).ShouldBe(1);
    }

    [Fact]
    public async Task The_web_measures_answers_refusals_tokens_feedback_and_its_queue()
    {
        await using var host = await WebHost.StartAsync();
        using var heard = new HeardMetrics();
        heard.Depth("directline").ShouldBe(0);
        var client = await DirectLineClient.OpenAsync(host.Client);
        using var socket = await client.ConnectAsync();
        await client.SayAsync(Question);
        var answer = (await DirectLineClient.ReceiveUntilAsync(socket, a => a["replyToId"] is not null)).Last();
        await client.SayAsync(Unanswerable);
        await DirectLineClient.ReceiveUntilAsync(socket, a => a["replyToId"] is not null);
        Answered(heard);

        var like = answer["entities"]!.AsArray().Select(e => e!["potentialAction"]).First(a => a is not null)![0]!.DeepClone();
        await client.PostAsync(new JsonObject { ["type"] = "event", ["name"] = "webchat:activity-status/feedback", ["from"] = new JsonObject { ["id"] = "u" }, ["entities"] = new JsonArray(like) });
        heard.Sum(MetricNames.Feedback, (MetricNames.Channel, "directline"), (MetricNames.Helpful, true)).ShouldBe(1);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["q"] = Question, ["helpful"] = "no" });
        using var sent = await host.Client.PostAsync(new Uri("feedback", UriKind.Relative), form);
        heard.Sum(MetricNames.Feedback, (MetricNames.Channel, "web"), (MetricNames.Helpful, false)).ShouldBe(1);
        using var refused = await client.SendAsync(HttpMethod.Get, $"conversations/{client.ConversationId}", token: "forged");
        heard.Sum(MetricNames.TokensRefused, (MetricNames.Channel, "directline"), (MetricNames.Reason, "invalid")).ShouldBe(1);
    }

    private static void Answered(HeardMetrics heard)
    {
        heard.Sum(MetricNames.Answers, (MetricNames.Kind, "supported")).ShouldBe(1);
        heard.Sum(MetricNames.Answers, (MetricNames.Kind, "none")).ShouldBe(1);
        heard.Sum(MetricNames.Refusals).ShouldBe(1);
        heard.Count(MetricNames.AnswerDuration).ShouldBe(2);
        foreach (var stage in new[] { "resolve", "analyse", "query", "search", "rank", "compose" })
            heard.Count(MetricNames.StageDuration, (MetricNames.Stage, stage)).ShouldBe(2, stage);
    }
}
