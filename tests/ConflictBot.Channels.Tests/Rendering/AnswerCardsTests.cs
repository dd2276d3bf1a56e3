using ConflictBot.Channels.Rendering;
using ConflictBot.Core.Answers;
using ConflictBot.TestSupport.Building;

namespace ConflictBot.Channels.Tests.Rendering;

public sealed class AnswerCardsTests
{
    private static readonly Uri Site = new("https://bot.example/");

    [Fact]
    public void Disputed_claims_stand_side_by_side_under_their_labels()
    {
        var card = AnswerCards.Of(SampleAnswers.Disputed, Site)!.ToJson();
        var columns = card["body"]![1]!["columns"]!.AsArray();
        columns.Count.ShouldBe(2);
        CardChecks.RichTexts(columns[0]!["items"]!).ToList().ShouldBe(["Northland", "“The Northern Ministry said 12 trucks had crossed.”", "[1] Example Post, 19 July 2020"]);
        CardChecks.RichTexts(columns[1]!["items"]!).ToList().ShouldBe(["Southland", "“The Southern Ministry put the number of trucks at 15.”", "[2] unnamed outlet, July 2020 (inferred)"]);
    }

    [Fact]
    public void Each_excerpt_unfolds_to_its_context_with_a_link_to_the_sentence()
    {
        var card = AnswerCards.Of(SampleAnswers.Disputed, Site)!.ToJson();
        var context = CardChecks.Buttons(card)[0]["card"]!;
        CardChecks.RichTexts(context).ToList()[..2].ShouldBe(["They agreed on nothing, a spokesman said.", "“The Northern Ministry said 12 trucks had crossed.”"]);
        context["actions"]![0]!["url"]!.GetValue<string>().ShouldBe("https://bot.example/articles/named#s3");
    }

    [Fact]
    public void A_refusal_has_no_card() => AnswerCards.Of(SampleAnswers.None, Site).ShouldBeNull();

    [Fact]
    public void What_others_wrote_never_stands_where_Markdown_is_read()
    {
        var card = AnswerCards.Of(SampleAnswers.HostileAnswer, Site)!.ToJson();
        CardChecks.TextBlocks(card).ShouldBe(["The claims side by side", "Show in context:"]);
        CardChecks.RichTexts(card).ShouldContain(t => t.Contains("<script>alert('x')</script>", StringComparison.Ordinal));
    }

    [Fact]
    public void Three_claims_take_two_rows_of_two()
    {
        var two = SampleAnswers.Disputed;
        var card = AnswerCards.Of(two with { Groups = [.. two.Groups, two.Groups[0] with { Label = "Westland" }] }, Site)!.ToJson();
        var rows = card["body"]!.AsArray().Where(e => (string?)e!["type"] == "ColumnSet").ToList();
        rows.Count.ShouldBe(2);
        rows[1]!["columns"]![1]!["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public void What_tells_of_all_sides_has_a_row_of_its_own_and_they_stand_side_by_side()
    {
        var two = SampleAnswers.Disputed;
        var card = AnswerCards.Of(two with { Groups = [two.Groups[0] with { Label = "Northland, Southland", TellsOfAll = true }, .. two.Groups] }, Site)!.ToJson();
        CardChecks.RichTexts(card).ShouldContain("Northland, Southland");
        var row = card["body"]!.AsArray().Where(e => (string?)e!["type"] == "ColumnSet").ShouldHaveSingleItem();
        row!["columns"]!.AsArray().ShouldAllBe(c => c!["items"]!.AsArray().Count > 0);
    }

    [Fact]
    public void Where_not_all_fit_each_side_keeps_as_many_under_the_numbers_of_the_text()
    {
        var claims = TeamsSamples.LongExcerpts.Excerpts;
        var answer = new DisputedAnswer { Text = "They differ.", Resolved = "How many?", Groups = [.. Enumerable.Range(0, 3).Select(i => new ClaimGroup($"Side {i}", claims))] };
        var card = AnswerCards.Of(answer, Site)!.ToJson();
        CardChecks.Check(AnswerCards.Of(answer, Site)!.ToAttachment());
        CardChecks.Buttons(card).Select(b => (string?)b["title"]).ShouldBe(["[1]", "[3]", "[5]"]);
        CardChecks.TextBlocks(card).ShouldContain("3 of 6 excerpts are shown here.");
        foreach (var group in answer.Groups)
            CardChecks.RichTexts(card).ShouldContain(group.Label);
    }

    [Fact]
    public void A_passage_carries_its_source_its_note_and_a_fallback()
    {
        var card = AnswerCards.Passage(SampleAnswers.Claim(SampleAnswers.Unnamed, 0, 0, 1, "Southland’s ministry", "Southland", "15"), Site);
        CardChecks.Check(card.ToAttachment());
        CardChecks.RichTexts(card.ToJson()).ShouldContain("Note on this text: Two lines seem to be <missing>.");
        card.FallbackText.ShouldBe("“The Southern Ministry put the number of trucks at 15.” Southland’s ministry, as reported by unnamed outlet, July 2020 (inferred), paragraph 1");
    }

    [Fact]
    public void Context_crosses_paragraphs_and_leaves_headings_out()
    {
        var article = new ArticleBuilder("a").WithTitle("Title.").WithParagraph("One.").WithHeading("Heading").WithParagraph("Two.", "Three.").WithParagraph("Four.").Build();
        SentenceContext.Of(Citation.Of(article, article.Paragraphs[2], 0, 2)).ShouldBe(new SentenceContext("One.", "Four."));
        SentenceContext.Of(Citation.Of(article, article.Paragraphs[0], 0)).ShouldBe(new SentenceContext(null, "Two."));
        SentenceContext.Of(Citation.Of(article, article.Paragraphs[3], 0)).ShouldBe(new SentenceContext("Three.", null));
        SentenceContext.Of(Citation.Of(article, article.Title!, 0)).ShouldBe(new SentenceContext(null, null));
    }
}
