using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ConflictBot.Channels.Rendering;
using ConflictBot.Channels.Tests.Hosting;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Conversations;
using FsCheck;
using FsCheck.Fluent;

namespace ConflictBot.Channels.Tests.Rendering;

public sealed partial class TeamsRendererTests
{
    private static readonly Uri Site = new("https://bot.example/");
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Kinds => ["supported", "disputed", "none", "hostile", "long", "many", "refused-at-length", "russian", "armenian"];

    /// <summary>The reviewed renderings stand in Golden/; set UPDATE_GOLDEN=1 to write them anew, and review the difference.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Teams_messages_are_as_reviewed(string kind)
    {
        var path = Repository.PathTo("tests", "ConflictBot.Channels.Tests", "Rendering", "Golden", $"{kind}.teams.json");
        var rendered = TeamsActivityRenderer.Render(Sample(kind), Site).ToJsonString(Readable) + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            await File.WriteAllTextAsync(path, rendered);
        rendered.ShouldBe((await File.ReadAllTextAsync(path)).ReplaceLineEndings("\n"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_message_is_within_the_limits(string kind) => CheckLimits(TeamsActivityRenderer.Render(Sample(kind), Site));

    [Theory]
    [InlineData("&")]
    [InlineData("<b>")]
    [InlineData("*[1]_")]
    [InlineData("\U0001F69A")]
    [InlineData("e\u0301")]
    [InlineData("ա. ")]
    [InlineData("{{DATE(2020-01-01T00:00:00Z, SHORT)}} ")]
    [InlineData("word. ")]
    public void Whatever_a_text_is_made_of_it_fits(string of)
    {
        foreach (var answer in TeamsSamples.MadeOf(string.Concat(Enumerable.Repeat(of, 30_000 / of.Length)).Trim()))
            CheckLimits(TeamsActivityRenderer.Render(answer, Site));
        foreach (var message in TeamsActivityRenderer.Render(string.Concat(Enumerable.Repeat(of, 30_000 / of.Length)), ["A?", "B?"], Site))
            TeamsMessageSize.Of(message!).ShouldBeLessThanOrEqualTo(TeamsMessageSize.WithoutEnvelope);
    }

    [Fact]
    public async Task Answers_over_the_seeds_are_within_the_limits_and_numbered_alike_in_text_and_citations()
    {
        var corpus = await SeedCorpus.SharedAsync();
        foreach (var question in new[] { "Who started the fighting in September 2022?", "How many Armenian soldiers were killed in September 2022?", "Where was the ceasefire agreed?", "Who wrote Hamlet?", "hello" })
        {
            var result = await corpus.Answerer.AskAsync(new AskRequest(question, ConversationState.Empty), CancellationToken.None);
            CheckLimits(TeamsActivityRenderer.Render(result.Answer, Site));
        }
    }

    [Fact]
    public void Text_and_card_go_apart_and_the_text_carries_feedback_and_no_label_of_generated_text()
    {
        var messages = TeamsActivityRenderer.Render(SampleAnswers.Disputed, Site);
        messages.Count.ShouldBe(2);
        messages[0]!["attachments"].ShouldBeNull();
        messages[0]!["channelData"]!["feedbackLoop"]!["type"]!.GetValue<string>().ShouldBe("default");
        messages[1]!["text"].ShouldBeNull();
        messages[1]!["channelData"].ShouldBeNull();
        messages.ToJsonString().ShouldNotContain("AIGeneratedContent");
        messages[0]!["entities"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public void Conversation_asks_for_no_feedback()
    {
        var answer = new NoAnswer { Text = "You're welcome.", Resolved = "thanks", Reason = NoAnswerReason.Conversation };
        var message = TeamsActivityRenderer.Render(answer, Site).ShouldHaveSingleItem()!;
        message["channelData"].ShouldBeNull();
        message["entities"].ShouldBeNull();
    }

    [Fact]
    public void Suggestions_are_buttons_that_ask_at_most_three_and_never_half_a_question()
    {
        var actions = TeamsActivityRenderer.Render(TeamsSamples.LongRefusal, Site)[0]!["suggestedActions"]!["actions"]!.AsArray();
        actions.Select(a => a!["value"]!.GetValue<string>()).ShouldBe(["One?", "Two?", "Three?"]);
        actions.ShouldAllBe(a => a!["type"]!.GetValue<string>() == "imBack");
    }

    [Fact]
    public void A_cut_quote_ends_with_a_sentence_and_the_message_says_so()
    {
        var text = TeamsActivityRenderer.Render(TeamsSamples.LongExcerpts, Site)[0]!["text"]!.GetValue<string>();
        text.ShouldContain("by noon. \\[…\\]”");
        text.ShouldContain("Where \\[…\\] stands");
    }

    [Fact]
    public void What_is_left_out_is_counted()
    {
        var message = TeamsActivityRenderer.Render(TeamsSamples.ManyGroups, Site)[0]!;
        var shown = message["entities"]![0]!["citation"]!.AsArray().Count;
        message["text"]!.GetValue<string>().ShouldContain(FormattableString.Invariant($"{40 - shown} more excerpts are left out"));
    }

    [Fact]
    public void A_sentence_of_the_articles_that_looks_like_a_citation_is_none()
    {
        var text = TeamsText.Escape("As [1] says [2]: (see [a])");
        BareCitation().Matches(text).ShouldBeEmpty();
        text.ShouldBe("As \\[\u20601\\] says \\[\u20602\\]: (see \\[a\\])");
    }

    [Theory]
    [InlineData("# one", "\\# one")]
    [InlineData("- one", "\\- one")]
    [InlineData("12. one", "12\\. one")]
    [InlineData("12.5 one - two", "12\\.5 one - two")]
    [InlineData("R&D <at>Bot</at>", "R&amp;D &lt;at&gt;Bot&lt;/at&gt;")]
    [InlineData("*a* _b_ `c` ~d~", "\\*a\\* \\_b\\_ \\`c\\` \\~d\\~")]
    [InlineData("don't say \"no\" (yet)!", "don't say \"no\" (yet)!")]
    public void Markup_of_others_is_text(string text, string escaped) => TeamsText.Escape(text).ShouldBe(escaped);

    [Fact]
    public void No_text_opens_a_tag_or_a_citation()
    {
        var texts = Gen.Elements('<', '>', '[', ']', '1', '2', '\\', '&', '*', ' ', 'a').ArrayOf().Select(letters => new string(letters));
        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            var escaped = TeamsText.Escape(text);
            return !escaped.Contains('<', StringComparison.Ordinal) && !BareCitation().IsMatch(escaped);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    private static Answer Sample(string kind) => kind switch
    {
        "supported" => SampleAnswers.Supported,
        "disputed" => SampleAnswers.Disputed,
        "none" => SampleAnswers.None,
        "russian" => SampleAnswers.Russian,
        "armenian" => SampleAnswers.Armenian,
        "hostile" => SampleAnswers.HostileAnswer,
        "long" => TeamsSamples.LongExcerpts,
        "many" => TeamsSamples.ManyGroups,
        _ => TeamsSamples.LongRefusal,
    };

    private static void CheckLimits(JsonArray messages)
    {
        messages.Count.ShouldBeInRange(1, 2);
        foreach (var message in messages)
        {
            TeamsMessageSize.Of(message!).ShouldBeLessThanOrEqualTo(TeamsMessageSize.WithoutEnvelope);
            (message!["text"] is null).ShouldBe(message["attachments"] is not null);
            (message["suggestedActions"]?["actions"]?.AsArray().Count ?? 0).ShouldBeLessThanOrEqualTo(TeamsActivityRenderer.MaxSuggestions);
        }

        var text = messages[0]!["text"]!.GetValue<string>();
        DefinitionLine().IsMatch(text).ShouldBeFalse("Link definitions break the chips.");
        var citations = messages[0]!["entities"]?[0]!["citation"]!.AsArray() ?? [];
        citations.Count.ShouldBeLessThanOrEqualTo(TeamsActivityRenderer.MaxCitations);
        citations.Select(c => c!["position"]!.GetValue<int>()).ShouldBe(Enumerable.Range(1, citations.Count));
        BareCitation().Matches(text).Select(m => int.Parse(m.Groups["number"].Value, CultureInfo.InvariantCulture)).ShouldBe(Enumerable.Range(1, citations.Count));
        foreach (var appearance in citations.Select(c => c!["appearance"]!))
        {
            appearance["name"]!.GetValue<string>().Length.ShouldBeInRange(1, TeamsActivityRenderer.MaxName);
            appearance["abstract"]!.GetValue<string>().Length.ShouldBeInRange(1, TeamsActivityRenderer.MaxAbstract);
            new Uri(appearance["url"]!.GetValue<string>()).Fragment.ShouldStartWith("#s");
            appearance["keywords"]!.AsArray().Count.ShouldBeLessThanOrEqualTo(TeamsActivityRenderer.MaxKeywords);
            appearance["keywords"]!.AsArray().ShouldAllBe(k => k!.GetValue<string>().Length <= TeamsActivityRenderer.MaxKeyword);
        }

        foreach (var card in messages.Select(m => m!["attachments"]?[0]).OfType<JsonNode>())
            CardChecks.Check(card);
    }

    [GeneratedRegex(@"(?<!\\)\[(?<number>[0-9]+)\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex BareCitation();

    [GeneratedRegex(@"^\[[0-9]+\]:", RegexOptions.Multiline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex DefinitionLine();
}
