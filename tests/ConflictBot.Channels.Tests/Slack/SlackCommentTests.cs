using System.Net;
using System.Text.Json.Nodes;
using ConflictBot.Channels.Rendering;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Language;

namespace ConflictBot.Channels.Tests.Slack;

public sealed class SlackCommentTests
{
    private const string Question = "What did NATO say?";

    public static TheoryData<QuestionLanguage> Languages => [.. Enum.GetValues<QuestionLanguage>()];

    [Fact]
    public async Task Not_helpful_is_kept_at_once_and_offers_a_form_to_who_pressed()
    {
        await using var host = await SlackBotHost.StartAsync();
        var form = await OpenFormAsync(host, trigger: "77.trigger");
        ((string?)form.Body["trigger_id"]).ShouldBe("77.trigger");
        form.Authorization.ShouldBe($"Bearer {SlackWorkspace.Token}");
        ((string?)form.Body["view"]!["title"]!["text"]).ShouldBe("What was wrong?");
        ((bool?)form.Body["view"]!["blocks"]![0]!["optional"]).ShouldBe(true);
        var entry = host.Opinions.Entries.ShouldHaveSingleItem();
        entry.Helpful.ShouldBeFalse();
        entry.Comment.ShouldBeNull();
    }

    [Fact]
    public async Task A_comment_is_kept_with_the_question_and_the_quotes_and_the_form_closes()
    {
        await using var host = await SlackBotHost.StartAsync();
        var form = await OpenFormAsync(host);
        (await SendFormAsync(host, form, "  It quotes the wrong day. ")).ShouldBeEmpty();
        var entry = host.Opinions.Entries.Last();
        host.Opinions.Entries.Count.ShouldBe(2);
        entry.Comment.ShouldBe("It quotes the wrong day.");
        entry.Helpful.ShouldBeFalse();
        entry.Question.ShouldBe(Question);
        entry.User.ShouldBe("T0TEAM:U0ANN");
        entry.Excerpts.ShouldNotBeEmpty();
        entry.Excerpts.ShouldBe(host.Opinions.Entries.First().Excerpts);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n ")]
    public async Task A_form_that_is_sent_empty_closes_and_adds_nothing(string? words)
    {
        await using var host = await SlackBotHost.StartAsync();
        var form = await OpenFormAsync(host);
        (await SendFormAsync(host, form, words)).ShouldBeEmpty();
        host.Opinions.Entries.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_comment_that_could_not_be_kept_stays_in_the_form_which_says_so_and_can_be_sent_again()
    {
        await using var host = await SlackBotHost.StartAsync();
        var form = await OpenFormAsync(host);
        host.Opinions.IsBroken = true;
        var shown = JsonNode.Parse(await SendFormAsync(host, form, "Wrong."))!;
        ((string?)shown["response_action"]).ShouldBe("errors");
        ((string?)shown["errors"]![(string)form.Body["view"]!["blocks"]![0]!["block_id"]!]).ShouldBe("Your opinion could not be kept. Please try again later.");
        host.Opinions.IsBroken = false;
        (await SendFormAsync(host, form, "Wrong.")).ShouldBeEmpty();
        host.Opinions.Entries.Last().Comment.ShouldBe("Wrong.");
    }

    [Fact]
    public async Task A_form_that_arrives_twice_is_kept_once()
    {
        await using var host = await SlackBotHost.StartAsync();
        var form = await OpenFormAsync(host);
        for (var i = 0; i < 3; i++)
            (await SendFormAsync(host, form, "Wrong.")).ShouldBeEmpty();
        host.Opinions.Entries.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_comment_longer_than_the_form_takes_is_cut_and_no_letter_in_two()
    {
        await using var host = await SlackBotHost.StartAsync();
        var form = await OpenFormAsync(host);
        ((int?)form.Body["view"]!["blocks"]![0]!["element"]!["max_length"]).ShouldBe(SlackCommentForm.MostCharacters);
        await SendFormAsync(host, form, new string('x', SlackCommentForm.MostCharacters - 1) + "\U0001F69A and more");
        host.Opinions.Entries.Last().Comment.ShouldBe(new string('x', SlackCommentForm.MostCharacters - 1));
    }

    [Fact]
    public async Task Where_the_form_can_not_be_opened_any_more_the_opinion_is_kept_and_thanked_for()
    {
        await using var host = await SlackBotHost.StartAsync();
        var answer = (await host.DeliverAsync(host.Workspace.Mention(Question), 1)).Single();
        host.Workspace.FailNext("expired_trigger_id");
        await PressNotHelpfulAsync(host, answer);
        (await host.Workspace.WaitForAsync(2))[1].Shown.ShouldContain("Your opinion is kept");
        host.Opinions.Entries.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Without_a_trigger_there_is_no_form()
    {
        await using var host = await SlackBotHost.StartAsync();
        var answer = (await host.DeliverAsync(host.Workspace.Mention(Question), 1)).Single();
        await PressNotHelpfulAsync(host, answer, trigger: null);
        (await host.Workspace.WaitForAsync(2))[1].Method.ShouldBe("press");
    }

    [Fact]
    public async Task A_form_does_not_wait_for_the_messages_of_its_channel()
    {
        await using var host = await SlackBotHost.StartAsync();
        var answer = (await host.DeliverAsync(host.Workspace.Mention(Question), 1)).Single();
        using (await host.Workspace.HoldAsync())
        {
            // One message hangs and one waits behind it, for longer than a trigger lasts.
            await host.Workspace.DeliverAsync(host.Client, host.Workspace.Mention(Question));
            await host.Workspace.DeliverAsync(host.Client, host.Workspace.Mention(Question));
            await PressNotHelpfulAsync(host, answer);
            for (var i = 0; i < 1_000 && host.Workspace.Received < 3; i++)
                await Task.Delay(10);
            host.Workspace.Received.ShouldBe(3, "the first answer, the one that hangs, the form");
        }

        (await host.Workspace.WaitForAsync(5)).ShouldContain(c => c.Method == "views.open");
    }

    [Fact]
    public async Task Buttons_more_excerpts_form_and_thanks_are_in_the_questions_language()
    {
        await using var host = await SlackBotHost.StartAsync();
        var answer = (await host.DeliverAsync(host.Workspace.Mention("Что сказала Армения?"), 1)).Single();
        var words = Wording.In(QuestionLanguage.Russian);
        answer.Shown.ShouldContain(words.OpenArticle);
        ((string?)SlackPresses.Button(answer, "more")["text"]!["text"]).ShouldBe(words.More);
        await SlackPresses.PressAsync(host, SlackPresses.Button(answer, "more"), answer.Thread);
        var more = (await host.Workspace.WaitForAsync(2))[1];
        more.Shown.ShouldContain(words.Supported);
        more.Shown.ShouldContain(words.OpenArticle);
        await PressNotHelpfulAsync(host, more);
        var calls = await host.Workspace.WaitForAsync(4);
        ((string?)calls[2].Body["view"]!["title"]!["text"]).ShouldBe(words.CommentTitle);
        calls[3].Shown.ShouldBe(words.FeedbackKept);
    }

    [Theory]
    [InlineData("block_actions", "comment")]
    [InlineData("view_closed", "comment")]
    [InlineData("view_submission", "another")]
    public async Task A_form_that_is_none_of_ours_does_nothing(string type, string callback)
    {
        await using var host = await SlackBotHost.StartAsync();
        var form = await OpenFormAsync(host);
        (await SendFormAsync(host, form, "Wrong.", type, callback)).ShouldBeEmpty();
        host.Opinions.Entries.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_form_is_within_Slacks_limits_in_every_language_and_speaks_it(QuestionLanguage language)
    {
        var excerpts = Enumerable.Range(0, 200).Select(i => FormattableString.Invariant($"an-article-of-some-length#{i}"));
        var form = SlackCommentForm.View(new SlackButtonValue(new string('\u2019', 2_000), 3, [.. excerpts]) { Language = language });
        SlackLimits.FormProblems(form).ShouldBeEmpty();
        ((string?)form["title"]!["text"]).ShouldBe(Wording.In(language).CommentTitle);
        SlackButtonValue.Decode((string?)form["private_metadata"])!.Language.ShouldBe(language);
    }

    private static async Task<SlackCall> OpenFormAsync(SlackBotHost host, string? trigger = "1.trigger")
    {
        var answer = (await host.DeliverAsync(host.Workspace.Mention(Question), 1)).Single();
        await PressNotHelpfulAsync(host, answer, trigger);
        return (await host.Workspace.WaitForAsync(3)).Single(c => c.Method == "views.open");
    }

    private static Task PressNotHelpfulAsync(SlackBotHost host, SlackCall answer, string? trigger = "1.trigger") =>
        SlackPresses.PressAsync(host, SlackPresses.Button(answer, "unhelpful"), answer.Thread, trigger);

    /// <summary>Sends the form as Slack does: the view as it was opened, with what was written.</summary>
    private static async Task<string> SendFormAsync(SlackBotHost host, SlackCall form, string? words, string type = "view_submission", string? callback = null)
    {
        var view = form.Body["view"]!.DeepClone().AsObject();
        view["id"] = "V0FORM";
        if (callback is not null)
            view["callback_id"] = callback;
        var input = view["blocks"]![0]!;
        view["state"] = new JsonObject
        {
            ["values"] = new JsonObject
            {
                [(string)input["block_id"]!] = new JsonObject
                {
                    [(string)input["element"]!["action_id"]!] = new JsonObject { ["type"] = "plain_text_input", ["value"] = words },
                },
            },
        };
        var payload = new JsonObject
        {
            ["type"] = type,
            ["team"] = new JsonObject { ["id"] = SlackWorkspace.Team },
            ["user"] = new JsonObject { ["id"] = "U0ANN", ["team_id"] = SlackWorkspace.Team },
            ["trigger_id"] = host.Workspace.NextTs(),
            ["view"] = view,
            ["response_urls"] = new JsonArray(),
        };
        using var response = await host.Workspace.SubmitAsync(host.Client, "api/slack/interactivity", new() { ["payload"] = payload.ToJsonString() });
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await response.Content.ReadAsStringAsync();
    }
}
