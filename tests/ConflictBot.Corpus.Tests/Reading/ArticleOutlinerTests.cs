using System.Text;
using System.Text.RegularExpressions;
using ConflictBot.Core.Articles;
using ConflictBot.Corpus.Reading;
using FsCheck;
using FsCheck.Fluent;

namespace ConflictBot.Corpus.Tests.Reading;

public sealed partial class ArticleOutlinerTests
{
    public static TheoryData<string, int, string> Wrappings
    {
        get
        {
            var data = new TheoryData<string, int, string>();
            foreach (var seed in new[] { "000", "001", "002", "003", "004" })
            {
                foreach (var width in new[] { 40, 60, 72, 80, 100 })
                    data.Add(seed, width, width % 3 == 0 ? "\r\n" : "\n");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Wrappings))]
    public async Task Wrapping_a_text_changes_neither_its_paragraphs_nor_its_sentences(string prefix, int width, string newline)
    {
        var seed = await Seeds.ReadAsync(prefix);
        var wrapped = string.Join(newline + newline, ParagraphFinder.Find(seed.Text).Select(b => Wrap(b.Span.In(seed.Text), width, newline)));
        var article = ArticleOutliner.Outline(seed.Id, wrapped, seed.Metadata);
        Words(article, article.Paragraphs).Except(Words(seed, seed.Paragraphs)).ShouldBeEmpty();
        Words(article, article.Paragraphs).ShouldBe(Words(seed, seed.Paragraphs));
        Sentences(article).ShouldBe(Sentences(seed));
        article.Omitted.Select(o => o.Reason).ShouldBe(seed.Omitted.Select(o => o.Reason));
    }

    [Theory]
    [InlineData("000", "\n")]
    [InlineData("002", "\r\n")]
    [InlineData("003", "\r")]
    [InlineData("004", "\u2029")]
    public async Task One_line_break_between_paragraphs_is_as_good_as_two(string prefix, string newline)
    {
        var seed = await Seeds.ReadAsync(prefix);
        var article = ArticleOutliner.Outline(seed.Id, string.Join(newline, ParagraphFinder.Find(seed.Text).Select(b => b.Span.In(seed.Text))), seed.Metadata);
        Words(article, article.Paragraphs).ShouldBe(Words(seed, seed.Paragraphs));
    }

    [Fact]
    public void A_line_break_inside_a_sentence_is_no_paragraph_break_in_a_text_that_is_not_wrapped()
    {
        var article = Outline("A headline\n\nThe ministry said that the\nfighting had stopped, according to\nArmenia. It began on Monday.\n\nAnother paragraph stands here.");
        article.Paragraphs.Length.ShouldBe(2);
        article.Paragraphs[0].Sentences.Length.ShouldBe(2);
        article.Paragraphs[0].Sentences[0].Span.In(article.Text).ShouldBe("The ministry said that the\nfighting had stopped, according to\nArmenia.");
    }

    [Theory]
    [InlineData("Reporting by local media suggests that troops moved.")]
    [InlineData("Thousands follow him on Telegram, where he posts daily.")]
    [InlineData("Like many users on Twitter, he said the war was over.")]
    [InlineData("Support for the government has fallen, and members of parliament now resign.")]
    [InlineData("The book may not be published in Armenia, the court ruled.")]
    [InlineData("The ministry’s newsletter said 12 soldiers were killed.")]
    [InlineData("Some 38,000 men have signed up to join the armed forces.")]
    [InlineData("“Follow us on Twitter,” the minister said. “Subscribe to our newsletter today.”")]
    [InlineData("By Tuesday evening the fighting had stopped.")]
    [InlineData("Readers of the news know that you can not make peace alone.")]
    [InlineData("News outlets estimated that 30 to 50 thousand protestors gathered.")]
    [InlineData("Subscribers of the operator lost their connection during the shelling.")]
    [InlineData("On September 27, 2020, the second war began.")]
    [InlineData("The Facebook company changed its privacy policy after the protest.")]
    [InlineData("Armenia: 49 soldiers killed")]
    [InlineData("Get out of the trenches, the commander told them.")]
    [InlineData("The author was arrested in Baku.")]
    public void A_real_paragraph_is_never_set_aside(string paragraph)
    {
        var article = Outline($"A headline of some kind\n\nThe first paragraph tells what happened.\n\n{paragraph}\n\nThe last paragraph closes the story.");
        article.Paragraphs.Select(p => p.Span.In(article.Text)).ShouldContain(paragraph);
        article.Paragraphs.Single(p => p.Span.In(article.Text) == paragraph).IsHeading.ShouldBeFalse();
        Outline($"A headline of some kind\n\nThe first paragraph tells what happened.\n\n{paragraph}").Paragraphs.Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("Home > World > Caucasus", "navigation")]
    [InlineData("Share this article", "navigation")]
    [InlineData("Share on Facebook", "social media links")]
    [InlineData("READ MORE", "navigation")]
    [InlineData("***", "separator line")]
    [InlineData("READ ALSO: Armenia and Azerbaijan trade blame", "related link")]
    [InlineData("Photo: Ministry of Defence", "image credit")]
    [InlineData("Soldiers near Goris, Armenia (AP Photo/Some Name)", "image credit")]
    [InlineData("© Getty Images", "image credit")]
    [InlineData("Sign up for our daily newsletter", "newsletter notice")]
    [InlineData("Subscribe today and get full access to all articles.", "subscription notice")]
    [InlineData("Follow us on Facebook and Twitter!", "social media plea")]
    [InlineData("Like us on Facebook", "social media plea")]
    [InlineData("Copyright 2022 Some Outlet. All rights reserved.", "legal notice")]
    [InlineData("This material may not be published, broadcast, rewritten or redistributed.", "legal notice")]
    [InlineData("The views expressed in this article are the author's own.", "legal notice")]
    [InlineData("(Reporting by Some Name in Baku; Editing by Other Name)", "editorial credit")]
    [InlineData("Leave a Reply", "comment section")]
    [InlineData("12 comments", "comment section")]
    [InlineData("5 min read", "page statistics")]
    [InlineData("Advertisement", "navigation")]
    public void The_page_around_the_article_is_set_aside_with_a_reason(string block, string reason)
    {
        var article = Outline($"A headline of some kind\n\nThe first paragraph tells what happened.\n\n{block}\n\nThe last paragraph closes the story.");
        article.Omitted.ShouldHaveSingleItem().Reason.ShouldBe(reason);
        article.Omitted[0].Span.In(article.Text).ShouldBe(block);
        article.Paragraphs.Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("By Amy Jones", "Amy Jones", null)]
    [InlineData("By bne IntelIiNews July 19, 2020", "bne IntelIiNews", "2020-07-19")]
    [InlineData("Written by Jane Doe and John Roe", "Jane Doe and John Roe", null)]
    [InlineData("By The Associated Press", "The Associated Press", null)]
    [InlineData("BY JANE DOE | 3 May 2021", "JANE DOE", "2021-05-03")]
    public void A_byline_tells_the_author_and_perhaps_the_day(string byline, string author, string? published)
    {
        var article = Outline($"A headline of some kind\n\n{byline}\n\nThe first paragraph tells what happened.");
        article.Byline!.Value.In(article.Text).ShouldBe(byline);
        article.Metadata.Author.ShouldBe(author);
        (article.Metadata.Published?.ToString()).ShouldBe(published);
        article.Metadata.PublishedInferred.ShouldBeFalse();
        article.Paragraphs.Length.ShouldBe(1);
    }

    [Fact]
    public void Of_two_days_the_one_above_the_headline_is_the_page_s()
    {
        var article = Outline("Friday October 7 2022\n\nA headline of some kind\n\n2 April 2016 17:45 (UTC+04:00)\n\nThe first paragraph tells what happened.");
        article.Metadata.Published.ToString().ShouldBe("2016-04-02");
        article.Omitted.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("16 July 2020 17:49", "2020-07-16")]
    [InlineData("Published: September 13, 2022 at 10:15 GMT", "2022-09-13")]
    [InlineData("Baku, 14 July 2020", "2020-07-14")]
    [InlineData("2021-11-17T08:00", "2021-11-17")]
    [InlineData("Tuesday, 13.09.2022", "2022-09-13")]
    [InlineData("Published: 2023/10/02 18:40", "2023-10-02")]
    [InlineData("19/06/2024", "2024-06-19")]
    [InlineData("06/19/2024", "2024-06-19")]
    [InlineData("12/01/2023", "2023")] // January or December, by the country.
    [InlineData("BAKU, Sept 15, 2022 (agency)", "2022-09-15")]
    [InlineData("2 min read | 18 September, 2022", "2022-09-18")]
    [InlineData("April 2016", "2016-04")]
    [InlineData("Feature - April 2016", "2016-04")]
    [InlineData("Oct. 12, 2020 / Ganja", "2020-10-12")]
    [InlineData("Civic Review | Tbilisi | 22 June 2021 | Politics", "2021-06-22")]
    [InlineData("Posted by admin on April 6, 2016", "2016-04-06")]
    [InlineData("By our correspondents in Linden and Elm April 9, 2016", "2016-04-09")]
    public void A_dateline_tells_the_day(string dateline, string published)
    {
        var article = Outline($"A headline of some kind\n\n{dateline}\n\nThe first paragraph tells what happened.");
        article.Dateline!.Value.In(article.Text).ShouldBe(dateline);
        article.Metadata.Published.ToString().ShouldBe(published);
    }

    [Theory]
    [InlineData("BAKU, Oct 28 (2020) - Rockets fell on the town.", "BAKU, Oct 28 (2020) -", "2020-10-28")]
    [InlineData("Baku, 2 May 2023. Rockets fell on the town.", "Baku, 2 May 2023.", "2023-05-02")]
    [InlineData("LINDEN, Ruritania, Aug. 27, 1993 (An Agency) - Rockets fell on the town.", "LINDEN, Ruritania, Aug. 27, 1993 (An Agency) -", "1993-08-27")]
    [InlineData("YEREVAN, September 13, 2022 (An Agency) — Rockets fell on the town.", "YEREVAN, September 13, 2022 (An Agency) —", "2022-09-13")]
    public void An_agency_s_place_and_date_are_no_part_of_the_first_sentence(string paragraph, string dateline, string published)
    {
        var article = Outline($"A headline of some kind\n\n{paragraph}");
        article.Dateline!.Value.In(article.Text).ShouldBe(dateline);
        article.Metadata.Published.ToString().ShouldBe(published);
        article.Paragraphs.ShouldHaveSingleItem().Span.In(article.Text).ShouldBe("Rockets fell on the town.");
    }

    [Theory]
    [InlineData("In Baku, 28 October 2020 is remembered.")]
    [InlineData("Baku, 30 February 2023. Rockets fell on the town.")]
    public void Other_openings_are_left_as_they_are(string paragraph)
    {
        var article = Outline($"A headline of some kind\n\n{paragraph}");
        article.Dateline.ShouldBeNull();
        article.Paragraphs.ShouldHaveSingleItem().Span.In(article.Text).ShouldBe(paragraph);
    }

    [Theory]
    [InlineData("The ceasefire of November 10, 2020 is holding")]
    [InlineData("Both sides met on July 4, 2011 in Kazan")]
    public void A_line_below_the_headline_that_tells_of_a_day_is_no_dateline(string line)
    {
        var article = Outline($"A headline of some kind\n\n{line}\n\nThe first paragraph tells what happened.");
        article.Dateline.ShouldBeNull();
        article.Metadata.Published.ShouldBeNull();
    }

    [Theory]
    [InlineData("[PHOTO]")]
    [InlineData("[PHOTO/VIDEO]")]
    public void A_headline_with_a_media_label_is_a_headline(string label)
    {
        var article = Outline($"Rescue work ends in Linden {label}\nBy Jane Doe\n\nThe first paragraph tells what happened.");
        article.Title!.Span.In(article.Text).ShouldBe("Rescue work ends in Linden");
    }

    [Fact]
    public void A_date_right_below_the_headline_is_none_of_its_words()
    {
        var article = Outline("A headline of some kind\ndate 2023-03-06\n\nThe first paragraph tells what happened.");
        article.Title!.Span.In(article.Text).ShouldBe("A headline of some kind");
        article.Metadata.Published.ToString().ShouldBe("2023-03-06");
    }

    [Fact]
    public void What_the_metadata_says_has_the_last_word()
    {
        var known = new ArticleMetadata { Author = "Somebody Else", Published = new PartialDate(2019), PublishedInferred = true };
        var article = ArticleOutliner.Outline(new ArticleId("a"), "A headline\n\nBy Amy Jones\n\n16 July 2020\n\nIt happened so.", known);
        article.Metadata.ShouldBe(known);
    }

    [Fact]
    public void A_headline_that_ends_in_a_full_stop_is_told_by_its_repetition()
    {
        var article = Outline("It is over, says Yerevan.\n\nIt is over, says Yerevan.\n\nThe first paragraph tells what happened.");
        article.Title!.Span.ShouldBe(new TextSpan(0, 25));
        article.Omitted.ShouldHaveSingleItem().Reason.ShouldBe("repeated title");
    }

    [Fact]
    public void A_text_that_starts_with_a_paragraph_has_no_title()
    {
        var article = Outline("It began on Monday.\n\nIt ended on Tuesday.");
        article.Title.ShouldBeNull();
        article.DisplayTitle.ShouldBe("test");
        article.Paragraphs.Length.ShouldBe(2);
    }

    [Fact]
    public void Any_text_is_accounted_for_to_the_last_visible_character()
    {
        var lines = Gen.Elements(
            "A headline", "By Amy Jones", "16 July 2020 17:49", "News", "--", "[PHOTO]", "A headline [PHOTO]", "It began. It ended.", "the fighting went on", "“We said so.”",
            "Comments are closed.", "Thank you!", "Follow us on Twitter", "", "", "  ", "\t", "A longer line of prose that goes on and on and has no end at all yet", "\uFEFF", "***",
            "_By X_", "*", "Photo: X", "May 2021", "Baku, 2 May 2023. It began.");
        var breaks = Gen.Elements("\n", "\r\n", "\n\n", "\r");
        var texts = Gen.Zip(lines, breaks).ListOf().Select(parts => string.Concat(parts.Select(p => p.Item1 + p.Item2)));
        Prop.ForAll(texts.ToArbitrary(), IsAccountedFor).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithEndSize(30));
        Prop.ForAll<string>(t => IsAccountedFor(t ?? "")).Check(Config.QuickThrowOnFailure);
    }

    private static bool IsAccountedFor(string text)
    {
        var article = Outline(text);
        var parts = article.TitleAndBody.Select(p => p.Span).Concat(article.Omitted.Select(o => o.Span)).Concat(Present(article.Byline, article.Dateline)).OrderBy(s => s.Start);
        if (!Covers(text, new TextSpan(0, text.Length), parts))
            return false;
        var next = 0;
        foreach (var paragraph in article.TitleAndBody)
        {
            if (!Covers(text, paragraph.Span, paragraph.Sentences.Select(s => s.Span)) || paragraph.Sentences.IsEmpty || paragraph.Sentences.Any(s => s.Index != next++))
                return false;
        }

        return article.Paragraphs.Select(p => p.Index).SequenceEqual(Enumerable.Range(0, article.Paragraphs.Length));
    }

    private static IEnumerable<TextSpan> Present(params TextSpan?[] spans) => spans.OfType<TextSpan>();

    private static bool Covers(string text, TextSpan whole, IEnumerable<TextSpan> parts)
    {
        var covered = whole.Start;
        foreach (var part in parts)
        {
            if (part.Start < covered || part.End > whole.End || !string.IsNullOrWhiteSpace(text[covered..part.Start]))
                return false;
            covered = part.End;
        }

        return string.IsNullOrWhiteSpace(text[covered..whole.End]);
    }

    private static Article Outline(string text) => ArticleOutliner.Outline(new ArticleId("test"), text, null);

    private static List<string> Words(Article article, IEnumerable<Paragraph> paragraphs) =>
        [.. paragraphs.Select(p => $"{(p.IsHeading ? "# " : "")}{White.Replace(p.Span.In(article.Text), " ")}")];

    private static List<string> Sentences(Article article) =>
        [.. article.TitleAndBody.SelectMany(p => p.Sentences).Select(s => White.Replace(s.Span.In(article.Text), " "))];

    private static string Wrap(string text, int width, string newline)
    {
        var (wrapped, line) = (new StringBuilder(), 0);
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var isNew = line > 0 && line + 1 + word.Length > width;
            wrapped.Append(isNew ? newline : line > 0 ? " " : "").Append(word);
            line = isNew || line == 0 ? word.Length : line + 1 + word.Length;
        }

        return wrapped.ToString();
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex White { get; }
}
