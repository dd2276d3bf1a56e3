using ConflictBot.Core.Articles;
using ConflictBot.Core.Passages;
using FsCheck;
using FsCheck.Fluent;

namespace ConflictBot.Core.Tests.Passages;

public sealed class SentenceSplitterTests
{
    /// <summary>Each row is a paragraph with its sentences between bars.</summary>
    [Theory]
    [InlineData("Two dozen have died.|Several were hurt.")]
    [InlineData("May 3-4, 1997. The lake froze.|Boats were left in it.")]
    [InlineData("April 1993. The lake froze.")]
    [InlineData("It froze in 1993.|The boats were left in it.")]
    [InlineData("The head, Col.-Gen. Arzu Rahimov, spoke.|He left.")]
    [InlineData("Maj. Gen. Polad Gashimov was killed.|So was a colonel.")]
    [InlineData("He told U.S. President Donald Trump.|Antony Blinken, the Secretary of State, to talk about the fighting.")]
    [InlineData("They met in the U.S. The talks went on.", "They met in the U.S.|The talks went on.")]
    [InlineData("The U.N. Security Council met.|It adjourned.")]
    [InlineData("The United Nations (U.N.) Security Council met.")]
    [InlineData("Mr. Aliyev met Dr. J. Smith and Mrs. A. B. Jones.|They spoke.")]
    [InlineData("It began at 9 a.m. local time.|It ended at 5 p.m. The army confirmed it.", "It began at 9 a.m. local time.|It ended at 5 p.m.|The army confirmed it.")]
    [InlineData("It began at 9 a.m. Baku time.")]
    [InlineData("Prices rose 3.5 percent to $1.25.|They fell at 17.49 on Friday.")]
    [InlineData("It was seen on Sept. 13 and on Nov. 9.|It was real.")]
    [InlineData("Resolution No. 822 was adopted.|No. It was not.", "Resolution No. 822 was adopted.|No.|It was not.")]
    [InlineData("“We will not leave,” he said.|“Armenia is an invader.”")]
    [InlineData("“Armenia is targeting civilians.|We will not leave,” Erdogan said.|“It is so.”")]
    [InlineData("He spoke of “force against an official.”|The police left.")]
    [InlineData("We urge restraint…and to address concerns.|It said so.")]
    [InlineData("“We urge … restraint,” he said.|“We wait…” said Haq.|Then…|Nothing came.")]
    [InlineData("“The Declaration” , Baku also said.|He agreed.")]
    [InlineData("“Why did it start?” he asked.|“Who knows!” Haq replied.|“Enough!”|The crowd left.")]
    [InlineData("Is it war?!|Yes, it is.")]
    [InlineData("Secretary Armen said on Tuesday. Grigoryan.", "Secretary Armen said on Tuesday. Grigoryan.")]
    [InlineData("It fell (see the map.)|It rose.")]
    [InlineData("The war ended.[12]|Peace came.[a]", "The war ended.[12]|Peace came.[a]")]
    [InlineData("The fighting ended.The army left.", "The fighting ended.|The army left.")]
    [InlineData("The convoy passed, News.Az reports.|It was quiet.")]
    [InlineData("See www.Example.com and azernews.az for more.|Bye now.")]
    [InlineData("1. The first point stands.|2. The second falls.")]
    [InlineData("George W. Bush and J.R.R. Tolkien never met.|True.", "George W. Bush and J.R.R. Tolkien never met. True.")]
    [InlineData("It was Plan B. The army agreed.", "It was Plan B.|The army agreed.")]
    [InlineData("The firm, Baykar Inc. of Istanbul, agreed.|It is Baykar Inc. The firm agreed.", "The firm, Baykar Inc. of Istanbul, agreed.|It is Baykar Inc.|The firm agreed.")]
    [InlineData("They hold Mt. Murov and St. Petersburg.|All is calm.")]
    [InlineData("No full stop at the end")]
    [InlineData("Боевые действия прекратились.|Стороны обменялись пленными.")]
    [InlineData("Պատերազմն ավարտվեց։|Խաղաղություն է։")]
    public void Splits_as_a_reader_would(string bars, string? expected = null)
    {
        Sentences(bars.Replace('|', ' ')).ShouldBe((expected ?? bars).Split('|'));
    }

    [Fact]
    public void Keeps_a_line_break_inside_a_wrapped_sentence() =>
        Sentences("The army\r\nleft. It was\r\nlate.").ShouldBe(["The army\r\nleft.", "It was\r\nlate."]);

    [Fact]
    public void Sees_only_the_given_span()
    {
        const string Text = "One. Two is here. Three.";
        SentenceSplitter.Split(Text, new TextSpan(5, 17)).ShouldBe([new TextSpan(5, 17)]);
    }

    [Fact]
    public void Finds_no_sentence_in_white_space() => Sentences(" \r\n\t").ShouldBeEmpty();

    [Fact]
    public void Refuses_a_span_outside_the_text() =>
        Should.Throw<ArgumentOutOfRangeException>(() => SentenceSplitter.Split("abc", new TextSpan(1, 9)));

    [Fact]
    public void Sentences_are_in_order_disjoint_trimmed_and_hold_every_visible_character()
    {
        var pieces = Gen.Elements(
            "Armenia", "said", "the", "U.S", "Gen", "a.m", "9", "3.5", ".", ".", ".", "?", "!", "…", "”", "“", "’", "‘", "\"", "(", ")", "[1]", ",", "–",
            " ", " ", " ", " ", "\n", "\r\n", "\u00A0", "\u200B", "\uD83D\uDE00", "\u0301", "Հայաստան", "։");
        var texts = pieces.ListOf().Select(p => string.Concat(p));
        Prop.ForAll(texts.ToArbitrary(), HoldsEverything).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithEndSize(80));
        Prop.ForAll<string>(s => HoldsEverything(s ?? "")).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    private static bool HoldsEverything(string text)
    {
        var covered = 0;
        foreach (var span in SentenceSplitter.Split(text, new TextSpan(0, text.Length)))
        {
            if (span.Start < covered || span.Length == 0 || !string.IsNullOrWhiteSpace(text[covered..span.Start]))
                return false;
            if (char.IsWhiteSpace(text[span.Start]) || char.IsWhiteSpace(text[span.End - 1]))
                return false;
            covered = span.End;
        }

        return string.IsNullOrWhiteSpace(text[covered..]);
    }

    private static string[] Sentences(string text) => [.. SentenceSplitter.Split(text, new TextSpan(0, text.Length)).Select(s => s.In(text))];
}
