using ConflictBot.Core.Articles;
using ConflictBot.Core.Questions;
using FsCheck;
using FsCheck.Fluent;

namespace ConflictBot.Core.Tests.Questions;

public sealed class DateExpressionParserTests
{
    [Theory]
    [InlineData("on September 13, 2022", "September 13, 2022", "2022-09-13")]
    [InlineData("on september 13th 2022?", "september 13th 2022", "2022-09-13")]
    [InlineData("on 13 Sep 2022.", "13 Sep 2022", "2022-09-13")]
    [InlineData("the 13th of September, 2022", "13th of September, 2022", "2022-09-13")]
    [InlineData("on Sept. 13, 2022", "Sept. 13, 2022", "2022-09-13")]
    [InlineData("dated 2022-09-13.", "2022-09-13", "2022-09-13")]
    [InlineData("dated 13.09.2022.", "13.09.2022", "2022-09-13")]
    [InlineData("dated 13/09/2022", "13/09/2022", "2022-09-13")]
    [InlineData("Tuesday, September 13, 2022", "Tuesday, September 13, 2022", "2022-09-13")]
    [InlineData("in September 2022", "September 2022", "2022-09-01..2022-09-30")]
    [InlineData("in September of 2022", "September of 2022", "2022-09-01..2022-09-30")]
    [InlineData("in 2022-09,", "2022-09", "2022-09-01..2022-09-30")]
    [InlineData("In late September 2020, he", "late September 2020", "2020-09-21..2020-09-30")]
    [InlineData("in mid-September 2020", "mid-September 2020", "2020-09-11..2020-09-20")]
    [InlineData("early September 2020", "early September 2020", "2020-09-01..2020-09-10")]
    [InlineData("at the end of 2020", "the end of 2020", "2020-09-01..2020-12-31")]
    [InlineData("the first half of 2021", "the first half of 2021", "2021-01-01..2021-07-01")]
    [InlineData("In the early hours of September 27, 2020", "the early hours of September 27, 2020", "2020-09-27")]
    [InlineData("the 2020 war", "2020", "2020-01-01..2020-12-31")]
    [InlineData("in autumn 2020", "autumn 2020", "2020-09-01..2020-11-30")]
    [InlineData("the fall of 2020", "fall of 2020", "2020-09-01..2020-11-30")]
    [InlineData("in the 1990s", "1990s", "1990-01-01..1999-12-31")]
    [InlineData("the wars of the nineties", "nineties", "1990-01-01..1999-12-31")]
    [InlineData("in the early 1990s", "the early 1990s", "1990-01-01..1993-05-01")]
    [InlineData("in the ’90s", "90s", "1990-01-01..1999-12-31")]
    [InlineData("in the 10th and 11th centuries", "10th and 11th centuries", "0901-01-01..1100-12-31")]
    [InlineData("in 1066", "1066", "1066-01-01..1066-12-31")]
    [InlineData("between 2016 and 2020", "between 2016 and 2020", "2016-01-01..2020-12-31")]
    [InlineData("from 2016 to 2020", "from 2016 to 2020", "2016-01-01..2020-12-31")]
    [InlineData("the 1988–94 war", "1988–94", "1988-01-01..1994-12-31")]
    [InlineData("the 2016-2020 truce", "2016-2020", "2016-01-01..2020-12-31")]
    [InlineData("July 12–16, 2020", "July 12–16, 2020", "2020-07-12..2020-07-16")]
    [InlineData("between 12 and 16 July 2020", "12 and 16 July 2020", "2020-07-12..2020-07-16")]
    [InlineData("from September 27 to November 10, 2020", "from September 27 to November 10, 2020", "2020-09-27..2020-11-10")]
    [InlineData("from November to February 2021", "from November to February 2021", "2020-11-01..2021-02-28")]
    [InlineData("before 2016", "before 2016", "0001-01-01..2015-12-31")]
    [InlineData("since 1991", "since 1991", "1991-01-01..9999-12-31")]
    [InlineData("in may 2021", "may 2021", "2021-05-01..2021-05-31")]
    public void Reads_what_needs_no_reference(string text, string words, string range)
    {
        var mention = DateExpressionParser.Parse(text, null).ShouldHaveSingleItem();
        mention.Span.In(text).ShouldBe(words);
        mention.Range.ToString().ShouldBe(range);
        mention.Kind.ShouldBe(DateKind.Explicit);
    }

    [Theory]
    [InlineData("2021-11-17", "in a phone call Tuesday evening to discuss", "Tuesday evening", "2021-11-16", DateKind.Relative)]
    [InlineData("2021-11-17", "the ministry said on Wednesday.", "Wednesday", "2021-11-17", DateKind.Relative)]
    [InlineData("2021-11-17", "in TUESDAY’s hostilities", "TUESDAY", "2021-11-16", DateKind.Relative)]
    [InlineData("2021-11-17", "last Wednesday", "last Wednesday", "2021-11-10", DateKind.Relative)]
    [InlineData("2021-11-17", "since the evening of November 16", "since the evening of November 16", "2021-11-16..2021-11-17", DateKind.Yearless)]
    [InlineData("2021-11-17", "that began in late September last year,", "late September last year", "2020-09-21..2020-09-30", DateKind.Relative)]
    [InlineData("2021-11-17", "Since last year’s war", "Since last year", "2020-01-01..2021-11-17", DateKind.Relative)]
    [InlineData("2021-11-17", "a six-week war last year in the region", "last year", "2020-01-01..2020-12-31", DateKind.Relative)]
    [InlineData("2021-11-17", "have been building since May, when", "since May", "2021-05-01..2021-11-17", DateKind.Yearless)]
    [InlineData("2021-11-17", "since 1991, when", "since 1991", "1991-01-01..2021-11-17", DateKind.Explicit)]
    [InlineData("2020-07-16", "early on July 15", "early on July 15", "2020-07-15", DateKind.Yearless)]
    [InlineData("2020-07-16", "resumed early on Thursday", "early on Thursday", "2020-07-16", DateKind.Relative)]
    [InlineData("2020-07-19", "said earlier Friday in a post", "earlier Friday", "2020-07-17", DateKind.Relative)]
    [InlineData("2020-07-16", "over the weekend,", "weekend", "2020-07-11..2020-07-12", DateKind.Relative)]
    [InlineData("2020-07-16", "on Tuesday night", "Tuesday night", "2020-07-14", DateKind.Relative)]
    [InlineData("2022-09-13", "between Monday night and Tuesday morning", "between Monday night and Tuesday morning", "2022-09-12..2022-09-13", DateKind.Relative)]
    [InlineData("2022-09-13", "who died on September 13 while", "September 13", "2022-09-13", DateKind.Yearless)]
    [InlineData("2022-09-13", "in December", "December", "2021-12-01..2021-12-31", DateKind.Yearless)]
    [InlineData("2022-09-13", "in march", "march", "2022-03-01..2022-03-31", DateKind.Yearless)]
    [InlineData("2022-09-13", "yesterday", "yesterday", "2022-09-12", DateKind.Relative)]
    [InlineData("2022-09-13", "last night", "last night", "2022-09-12", DateKind.Relative)]
    [InlineData("2022-09-13", "last week", "last week", "2022-09-05..2022-09-11", DateKind.Relative)]
    [InlineData("2022-09-13", "last month", "last month", "2022-08-01..2022-08-31", DateKind.Relative)]
    [InlineData("2022-09-13", "this year", "this year", "2022-01-01..2022-12-31", DateKind.Relative)]
    [InlineData("2022-09-13", "last September", "last September", "2021-09-01..2021-09-30", DateKind.Relative)]
    [InlineData("2022-09-13", "last autumn", "last autumn", "2021-09-01..2021-11-30", DateKind.Relative)]
    [InlineData("2022-09-13", "two days ago", "two days ago", "2022-09-11", DateKind.Relative)]
    [InlineData("2022-09-13", "2 years ago", "2 years ago", "2020-01-01..2020-12-31", DateKind.Relative)]
    [InlineData("2022-09-13", "in the last three days", "last three days", "2022-09-10..2022-09-13", DateKind.Relative)]
    [InlineData("2021", "last year", "last year", "2020-01-01..2020-12-31", DateKind.Relative)]
    [InlineData("2022-02", "in December", "December", "2021-12-01..2021-12-31", DateKind.Yearless)]
    public void Counts_from_the_reference(string reference, string text, string words, string range, DateKind kind)
    {
        PartialDate.TryParse(reference, out var date).ShouldBeTrue();
        var mention = DateExpressionParser.Parse(text, date).ShouldHaveSingleItem();
        mention.Span.In(text).ShouldBe(words);
        mention.Range.ToString().ShouldBe(range);
        mention.Kind.ShouldBe(kind);
    }

    [Theory]
    [InlineData(null, "on Tuesday")]
    [InlineData(null, "in July")]
    [InlineData(null, "last year")]
    [InlineData("2021", "On June 15, the two countries")]
    [InlineData("2021", "last week")]
    [InlineData("2021", "yesterday")]
    [InlineData("2022-09-13", "Two months later, the leaders")]
    [InlineData("2022-09-13", "three decades ago as the Union collapsed")]
    [InlineData("2022-09-13", "for nearly 30 years")]
    [InlineData("2022-09-13", "in recent days")]
    [InlineData("2022-09-13", "some 2000 peacekeepers and 2,000 troops")]
    [InlineData("2022-09-13", "around 150,000 troops and 400 aircraft")]
    [InlineData("2022-09-13", "30 to 50 thousand protestors")]
    [InlineData("2022-09-13", "13 may have been captured, and they march on")]
    [InlineData("2022-09-13", "people who may march to Baku")]
    [InlineData("2022-09-13", "a 40-minute break in the 44-day war")]
    [InlineData("2022-09-13", "as of 9 am local time")]
    [InlineData("2022-09-13", "on September 31, 2020")]
    [InlineData("2022-09-13", "version 99.99.2020")]
    public void Leaves_alone_what_is_no_time_or_can_not_be_resolved(string? reference, string text) =>
        DateExpressionParser.Parse(text, PartialDate.TryParse(reference, out var date) ? date : null).Select(m => m.Span.In(text)).ShouldBeEmpty();

    [Fact]
    public void Finds_several_in_order()
    {
        const string Text = "Friday prayers on July 17, not in 2016 or the 1990s";
        DateExpressionParser.Parse(Text, new PartialDate(2020, 7, 19)).Select(m => m.Span.In(Text)).ShouldBe(["Friday", "July 17", "2016", "1990s"]);
    }

    [Fact]
    public void Any_text_gives_mentions_in_order_disjoint_and_inside()
    {
        var words = Gen.Elements(
            "September", "may", "13", "31", "2020", "1990", "s", "-", "–", ",", ".", "/", "the", "of", "between", "and", "from", "to", "since", "before", "after", "until",
            "last", "this", "next", "year", "month", "decade", "two", "ago", "Tuesday", "night", "early", "end", "hours", "first", "half", "weekend", "20th", "century",
            "autumn", "9999", "0000", "366", "’", "$", "%", "troops", "winter");
        var texts = words.ListOf().Select(w => string.Join(' ', w));
        var references = new PartialDate?[] { null, new PartialDate(1), new PartialDate(9999, 12, 31), new PartialDate(2020, 2, 29), new PartialDate(2021, 3) };
        Prop.ForAll(texts.ToArbitrary(), text => references.All(r => AreOrdered(text, r))).Check(Config.QuickThrowOnFailure.WithMaxTest(3000).WithEndSize(40));
        Prop.ForAll<string>(text => AreOrdered(text ?? "", references[3])).Check(Config.QuickThrowOnFailure);
    }

    private static bool AreOrdered(string text, PartialDate? reference)
    {
        var end = 0;
        foreach (var mention in DateExpressionParser.Parse(text, reference))
        {
            if (mention.Span.Start < end || mention.Span.Length <= 0 || mention.Span.End > text.Length)
                return false;
            end = mention.Span.End;
        }

        return true;
    }
}
