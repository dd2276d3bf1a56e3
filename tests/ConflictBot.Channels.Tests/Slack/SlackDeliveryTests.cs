using System.Net;

namespace ConflictBot.Channels.Tests.Slack;

public sealed class SlackDeliveryTests
{
    private const string Question = "What did NATO say?";

    [Fact]
    public async Task A_rate_limit_is_waited_out_and_the_answer_is_posted_once()
    {
        await using var host = await SlackBotHost.StartAsync();
        host.Workspace.RefuseNext(429, retryAfterSeconds: 30);
        host.Workspace.RefuseNext(429, retryAfterSeconds: 40);
        await host.DeliverAsync(host.Workspace.Mention(Question), 1);
        host.Time.Waited.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(70));
        await host.StopAsync();
        host.Workspace.Received.ShouldBe(3);
        host.Workspace.Calls.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("ratelimited")]
    [InlineData("service_unavailable")]
    public async Task A_refusal_in_the_body_that_will_pass_is_tried_again(string error)
    {
        await using var host = await SlackBotHost.StartAsync();
        host.Workspace.FailNext(error);
        await host.DeliverAsync(host.Workspace.Mention(Question), 1);
        host.Workspace.Received.ShouldBe(2);
    }

    [Fact]
    public async Task A_server_error_is_tried_again_four_times_at_most()
    {
        await using var host = await SlackBotHost.StartAsync();
        for (var i = 0; i < 9; i++)
            host.Workspace.RefuseNext(502);
        await host.Workspace.DeliverAsync(host.Client, host.Workspace.Mention(Question));
        await host.StopAsync();
        host.Workspace.Received.ShouldBe(4);
        host.Log.Lines.ShouldContain(l => l.Contains("did not take chat.postMessage: HTTP 502", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("channel_not_found")]
    [InlineData("invalid_auth")]
    [InlineData("internal_error")]
    public async Task A_refusal_that_stays_is_not_tried_again(string error)
    {
        await using var host = await SlackBotHost.StartAsync();
        host.Workspace.FailNext(error);
        await host.Workspace.DeliverAsync(host.Client, host.Workspace.Mention(Question));
        await host.StopAsync();
        host.Workspace.Received.ShouldBe(1);
        host.Log.Lines.ShouldContain(l => l.Contains(error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wait_longer_than_anybody_waits_is_given_up()
    {
        await using var host = await SlackBotHost.StartAsync();
        host.Workspace.RefuseNext(429, retryAfterSeconds: 3_000);
        await host.Workspace.DeliverAsync(host.Client, host.Workspace.Mention(Question));
        await host.StopAsync();
        host.Workspace.Received.ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_follows_a_redirect_with_the_token()
    {
        await using var host = await SlackBotHost.StartAsync();
        host.Workspace.RefuseNext(307, location: host.Workspace.ResponseUrl("elsewhere").AbsoluteUri);
        await host.Workspace.DeliverAsync(host.Client, host.Workspace.Mention(Question));
        await host.StopAsync();
        host.Workspace.Received.ShouldBe(1);
        host.Workspace.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Messages_of_one_channel_are_a_second_apart_and_those_of_others_need_not_wait()
    {
        await using var host = await SlackBotHost.StartAsync();
        for (var i = 0; i < 4; i++)
            await host.DeliverAsync(host.Workspace.Mention(Question), i + 1);
        host.Time.Waited.ShouldBeInRange(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(3.01));
        await host.DeliverAsync(host.Workspace.Mention(Question, channel: "C0OTHER"), 5);
        host.Time.Waited.ShouldBeLessThan(TimeSpan.FromSeconds(3.01));
    }

    [Fact]
    public async Task A_full_queue_asks_Slack_to_try_again_and_the_resend_is_answered()
    {
        // One place in each lane.
        await using var host = await SlackBotHost.StartAsync(new() { ["Slack:QueueCapacity"] = "8" });
        var w = host.Workspace;
        var accepted = 0;
        System.Text.Json.Nodes.JsonObject? refused = null;
        using (await w.HoldAsync())
        {
            while (refused is null)
            {
                accepted.ShouldBeLessThan(3, "One is being answered and one waits; a third has no room.");
                var envelope = w.Envelope(w.Mention(Question));
                if (await w.SendAsync(host.Client, envelope) == HttpStatusCode.OK)
                    accepted++;
                else
                    refused = envelope;
            }

            using var request = w.Signed("api/slack/events", System.Text.Encoding.UTF8.GetBytes(refused.ToJsonString()), "application/json");
            using var response = await host.Client.SendAsync(request);
            response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            response.Headers.RetryAfter!.Delta.ShouldNotBeNull();
        }

        await w.WaitForAsync(accepted);
        (await w.SendAsync(host.Client, refused, retry: 1)).ShouldBe(HttpStatusCode.OK);
        await w.WaitForAsync(accepted + 1);
        await host.StopAsync();
        w.Received.ShouldBe(accepted + 1);
    }

    [Fact]
    public async Task A_stop_finishes_what_was_accepted()
    {
        await using var host = await SlackBotHost.StartAsync();
        Task stop;
        using (await host.Workspace.HoldAsync())
        {
            for (var i = 0; i < 5; i++)
                await host.Workspace.DeliverAsync(host.Client, host.Workspace.Mention(Question));
            stop = host.StopAsync();
            stop.IsCompleted.ShouldBeFalse();
        }

        await stop;
        host.Workspace.Calls.Count.ShouldBe(5);
    }

    [Fact]
    public async Task Neither_secrets_nor_users_nor_their_words_are_logged_above_debug()
    {
        await using var host = await SlackBotHost.StartAsync();
        host.Workspace.FailNext("channel_not_found");
        await host.Workspace.DeliverAsync(host.Client, host.Workspace.Mention("What about zorblax?", user: "U0SECRETIVE"));
        await host.DeliverAsync(host.Workspace.Mention("What about zorblax?", user: "U0SECRETIVE"), 1);
        await host.StopAsync();
        var log = host.Log.Lines.ToArray();
        log.ShouldContain(l => l.Contains("zorblax", StringComparison.Ordinal), "The words are there at Debug, or this test would prove nothing.");
        foreach (var line in log)
        {
            line.ShouldNotContain(SlackWorkspace.SigningSecret);
            line.ShouldNotContain(SlackWorkspace.Token);
            if (!line.StartsWith("Debug", StringComparison.Ordinal) && !line.StartsWith("Trace", StringComparison.Ordinal))
            {
                line.ShouldNotContain("zorblax");
                line.ShouldNotContain("U0SECRETIVE");
            }
        }
    }
}
