using System.Text.Json.Nodes;
using ConflictBot.Channels.Teams;
using ConflictBot.Channels.Tests.Rendering;

namespace ConflictBot.Channels.Tests.Teams;

public sealed class FeedbackInvokeTests
{
    private readonly KeptEntries _log = new();
    private readonly ShownAnswers _shown = new();

    [Fact]
    public async Task A_thumb_is_kept_with_the_answer_it_stands_below()
    {
        _shown.Add("conversation", "m1", SampleAnswers.Supported);
        _shown.Add("conversation", "m2", SampleAnswers.None);
        var (status, body) = await SubmitAsync("like", "{\"feedbackText\":\" Very good. \"}", "m1");
        status.ShouldBe(200);
        body!.Count.ShouldBe(0);
        var entry = await _log.NextAsync();
        _log.Count.ShouldBe(0);
        entry.Helpful.ShouldBeTrue();
        entry.Channel.ShouldBe("msteams");
        entry.User.ShouldBe("29:u");
        entry.Question.ShouldBe(SampleAnswers.Supported.Resolved);
        entry.Excerpts.Length.ShouldBe(2);
        entry.Comment.ShouldBe("Very good.");
    }

    [Fact]
    public async Task An_answer_that_is_not_remembered_is_not_guessed()
    {
        _shown.Add("conversation", "m1", SampleAnswers.Supported);
        (await SubmitAsync("dislike", null, "m0")).Status.ShouldBe(200);
        var entry = await _log.NextAsync();
        _log.Count.ShouldBe(0);
        entry.Helpful.ShouldBeFalse();
        entry.Question.ShouldBeEmpty();
        entry.Excerpts.ShouldBeEmpty();
        entry.Comment.ShouldBeNull();
    }

    [Theory]
    [InlineData("not json", "not json")]
    [InlineData("{\"other\":1}", null)]
    [InlineData("{\"feedbackText\":\"  \"}", null)]
    [InlineData("{\"feedbackText\":3}", null)]
    [InlineData("[]", "[]")]
    public async Task Comments_are_read_as_far_as_they_go(string feedback, string? comment)
    {
        await SubmitAsync("like", feedback, "m0");
        (await _log.NextAsync()).Comment.ShouldBe(comment);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"value":{"actionName":"feedback"}}""")]
    [InlineData("""{"value":{"actionName":"feedback","actionValue":{"reaction":"love"}}}""")]
    [InlineData("""{"value":{"actionName":"other","actionValue":{"reaction":"like"}}}""")]
    public async Task What_is_no_feedback_is_a_bad_request_and_not_kept(string json)
    {
        (await Invoke().SubmitAsync(JsonNode.Parse(json)!.AsObject(), CancellationToken.None)).Status.ShouldBe(400);
        _log.Count.ShouldBe(0);
    }

    [Fact]
    public async Task What_could_not_be_kept_is_not_acknowledged()
    {
        _log.Failure = new IOException("The disk is full.");
        await Should.ThrowAsync<IOException>(() => SubmitAsync("like", null, "m1"));
    }

    [Fact]
    public void The_oldest_answers_are_forgotten_first()
    {
        var shown = new ShownAnswers(capacity: 2);
        foreach (var id in new[] { "a", "b", "b", "c" })
            shown.Add("conversation", id, SampleAnswers.None);
        shown.Find("conversation", "a").ShouldBeNull();
        shown.Find("conversation", "b").ShouldNotBeNull();
        shown.Find("conversation", "c").ShouldNotBeNull();
        shown.Find("another", "c").ShouldBeNull();
    }

    private FeedbackInvoke Invoke() => new(_log, _shown, TimeProvider.System);

    private Task<(int Status, JsonObject? Body)> SubmitAsync(string reaction, string? feedback, string replyTo) => Invoke().SubmitAsync(
        new JsonObject
        {
            ["type"] = "invoke",
            ["name"] = FeedbackInvoke.InvokeName,
            ["from"] = new JsonObject { ["id"] = "29:u" },
            ["conversation"] = new JsonObject { ["id"] = "conversation" },
            ["replyToId"] = replyTo,
            ["value"] = new JsonObject { ["actionName"] = "feedback", ["actionValue"] = new JsonObject { ["reaction"] = reaction, ["feedback"] = feedback } },
        },
        CancellationToken.None);
}
