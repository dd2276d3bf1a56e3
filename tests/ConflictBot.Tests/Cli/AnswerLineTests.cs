using System.Text;
using System.Text.Json;
using ConflictBot.Cli.Json;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Conversations;
using ConflictBot.TestSupport.Building;

namespace ConflictBot.Tests.Cli;

public sealed class AnswerLineTests
{
    [Fact]
    public async Task A_supported_answer_has_every_property_in_order()
    {
        var line = await WriteAsync(Answers.Supported());
        line.ShouldBe(
            """{"id":"q1","kind":"supported","reason":null,"text":"An article says:","resolved":"How many sheep are there in Upton?","excerpts":["""
            + """{"article":"wire","title":"Two villages counted their sheep","publisher":"The Wire","published":"2021-05","publishedInferred":true,"""
            + """ "paragraph":0,"start":34,"end":70,"quote":"The mayor of Upton counted 12 sheep.","speaker":"the mayor of Upton","side":"Upton","claim":null},""".TrimStart()
            + """{"article":"plain","title":"plain","publisher":null,"published":null,"publishedInferred":false,"paragraph":0,"start":0,"end":10,"quote":"It rained.","""
            + """ "speaker":null,"side":null,"claim":null}],"nearest":[],"elapsedMs":1.5}""".TrimStart());
    }

    [Fact]
    public async Task A_disputed_answer_numbers_its_claims_from_one()
    {
        var line = await ReadAsync(Answers.Disputed());
        line.GetProperty("kind").GetString().ShouldBe("disputed");
        line.GetProperty("text").GetString().ShouldBe("The villages' figures differ. Each counted its own.");
        line.GetProperty("excerpts").EnumerateArray().Select(e => e.GetProperty("claim").GetInt32()).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task No_answer_has_no_excerpt_and_shows_what_is_near()
    {
        var line = await ReadAsync(Answers.None());
        line.GetProperty("kind").GetString().ShouldBe("none");
        line.GetProperty("reason").GetString().ShouldBe("weak-evidence");
        line.GetProperty("excerpts").GetArrayLength().ShouldBe(0);
        line.GetProperty("nearest")[0].GetProperty("quote").GetString().ShouldBe("The mayor of Downton counted 13 sheep.");
    }

    [Theory]
    [InlineData(NoAnswerReason.Conversation, "conversation")]
    [InlineData(NoAnswerReason.NotAQuestion, "not-a-question")]
    [InlineData(NoAnswerReason.OutOfScope, "out-of-scope")]
    [InlineData(NoAnswerReason.NoEvidence, "no-evidence")]
    [InlineData(NoAnswerReason.WeakEvidence, "weak-evidence")]
    [InlineData(NoAnswerReason.PartNotCovered, "part-not-covered")]
    public void Every_reason_has_a_name_scripts_know(NoAnswerReason reason, string name) => AnswerLines.Reason(reason).ShouldBe(name);

    [Fact]
    public void No_reason_is_left_without_a_known_name() => Enum.GetValues<NoAnswerReason>().Length.ShouldBe(6);

    [Fact]
    public async Task Hits_are_written_only_where_they_are_asked_for()
    {
        (await ReadAsync(Answers.None())).TryGetProperty("hits", out _).ShouldBeFalse();
        var hit = (await ReadAsync(Answers.None(), withHits: true)).GetProperty("hits")[0];
        hit.GetRawText().ShouldBe("""{"article":"wire","paragraph":1,"score":2.5}""");
    }

    [Fact]
    public async Task A_headline_is_paragraph_minus_one()
    {
        var claim = new Claim(Citation.Of(Answers.Wire, Answers.Wire.Title!, 0), null, null, []);
        var line = await ReadAsync(Answers.Supported() with { Excerpts = [claim] });
        line.GetProperty("excerpts")[0].GetProperty("paragraph").GetInt32().ShouldBe(-1);
    }

    [Fact]
    public async Task Text_that_is_not_ASCII_stands_as_it_is_and_what_ends_lines_is_escaped()
    {
        var article = new ArticleBuilder("wide").WithParagraph("Ərdoğan’s “Ռուսաստան” 🕊\u2028\u0085\u0001\t\"\\</script>").Build();
        var line = await WriteAsync(Answers.Supported() with { Excerpts = [Answers.Claim(article, 0)] });
        line.ShouldContain("""Ərdoğan’s “Ռուսաստան” 🕊\u2028\u0085\u0001\t\"\\</script>""");
        JsonDocument.Parse(line).RootElement.GetProperty("excerpts")[0].GetProperty("quote").GetString().ShouldBe(article.Text);
    }

    [Fact]
    public async Task Lines_are_UTF8_without_a_mark_and_end_with_one_line_feed()
    {
        using var output = new MemoryStream();
        var writer = new AnswerLineWriter(output);
        await writer.WriteAsync(AnswerLines.Unreadable(null, "first"), default);
        await writer.WriteAsync(AnswerLines.Unreadable(null, "second"), default);
        var bytes = output.ToArray();
        bytes[0].ShouldBe((byte)'{');
        bytes.Count(b => b == '\n').ShouldBe(2);
        bytes[^1].ShouldBe((byte)'\n');
    }

    private static async Task<JsonElement> ReadAsync(Answer answer, bool withHits = false) =>
        JsonDocument.Parse(await WriteAsync(answer, withHits)).RootElement;

    private static async Task<string> WriteAsync(Answer answer, bool withHits = false)
    {
        using var output = new MemoryStream();
        var result = new AskResult(answer, ConversationState.Empty) { Hits = [new RankedParagraph(new ArticleId("wire"), 1, 2.5)] };
        var line = AnswerLines.Of(JsonDocument.Parse("\"q1\"").RootElement, result, TimeSpan.FromMilliseconds(1.5), withHits);
        await new AnswerLineWriter(output).WriteAsync(line, default);
        return Encoding.UTF8.GetString(output.ToArray()).TrimEnd('\n');
    }
}
