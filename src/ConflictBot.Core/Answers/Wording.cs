using System.Collections.Frozen;
using System.Globalization;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Language;

namespace ConflictBot.Core.Answers;

/// <summary>The bot's own words in one language: plain, neutral, and without a fact about the conflict. They stand in <c>wording.*.tsv</c>. Immutable.</summary>
public sealed class Wording
{
    private const int ShortestMonth = 28;
    private const int ShortestYear = 365;

    private static readonly FrozenDictionary<QuestionLanguage, Wording> Tables = new[]
    {
        (QuestionLanguage.English, "en"), (QuestionLanguage.Russian, "ru"), (QuestionLanguage.Turkish, "tr"), (QuestionLanguage.Azerbaijani, "az"), (QuestionLanguage.Armenian, "hy"),
    }.ToFrozenDictionary(l => l.Item1, l => new Wording(l.Item1, l.Item2));

    private readonly FrozenDictionary<string, string> _texts;
    private readonly QuestionLanguage _language;

    private Wording(QuestionLanguage language, string tag)
    {
        _language = language;
        Tag = tag;
        _texts = WordTable.Read($"wording.{tag}.tsv", 2).ToFrozenDictionary(cells => cells[0], cells => cells[1], StringComparer.Ordinal);
    }

    public static Wording English => In(QuestionLanguage.English);

    /// <summary>The language's BCP 47 tag.</summary>
    public string Tag { get; }

    /// <summary>Every text by its key, as it stands in the table.</summary>
    public IReadOnlyDictionary<string, string> Texts => _texts;

    public string Greeting => _texts["greeting"];

    public string Thanks => _texts["thanks"];

    public string Goodbye => _texts["goodbye"];

    public string NothingMore => _texts["nothing-more"];

    public string NothingYet => _texts["nothing-yet"];

    public string Empty => _texts["empty"];

    public string NoWords => _texts["no-words"];

    public string OneSide => _texts["one-side"];

    public string Sides => _texts["sides"];

    public string Numbers => _texts["numbers"];

    public string Supported => _texts["supported"];

    public string YesNo => _texts["yes-no"];

    public string NoAnswer => _texts["no-answer"];

    /// <summary>The question is in a language that is not read.</summary>
    public string OtherLanguage => _texts["other-language"];

    public string DifferentSides => _texts["different-sides"];

    public string DifferentNumbers => _texts["different-numbers"];

    public string UnnamedOutlet => _texts["unnamed-outlet"];

    public string DateUnknown => _texts["date-unknown"];

    public string Inferred => _texts["inferred"];

    public string NearestLabel => _texts["nearest"];

    public string SuggestionsLabel => _texts["suggestions"];

    public string ResolvedLabel => _texts["read-as"];

    public string NoteLabel => _texts["note"];

    public string OpenArticle => _texts["open-article"];

    public string CopyQuotation => _texts["copy-quotation"];

    public string AnswerLink => _texts["answer-link"];

    /// <summary>Before what is shown for each side of a comparison.</summary>
    public string Compared => _texts["compared"];

    public string Headline => _texts["headline"];

    public string Byline => _texts["byline"];

    public string Dateline => _texts["dateline"];

    public string ArticleHasNoAuthor => _texts["article-no-author"];

    public string ArticleHasNoDate => _texts["article-no-date"];

    public string ArticleHasNoOutlet => _texts["article-no-outlet"];

    public string QuoteCut => _texts["quote-cut"];

    public string TextCut => _texts["text-cut"];

    /// <summary>Says once for a message what <c>[…]</c> means in its quotes.</summary>
    public string QuotesCut => _texts["quotes-cut"];

    public string SideBySide => _texts["side-by-side"];

    public string InContext => _texts["in-context"];

    public string ShowContext => _texts["show-context"];

    public string More => _texts["more"];

    public string Helpful => _texts["helpful"];

    public string NotHelpful => _texts["not-helpful"];

    public string Post => _texts["post"];

    public string CommentTitle => _texts["comment-title"];

    public string CommentLabel => _texts["comment-label"];

    public string CommentHint => _texts["comment-hint"];

    public string CommentSend => _texts["comment-send"];

    public string CommentClose => _texts["comment-close"];

    public string FeedbackKept => _texts["feedback-kept"];

    public string FeedbackNotKept => _texts["feedback-not-kept"];

    public string Busy => _texts["busy"];

    public string Failed => _texts["failed"];

    /// <summary>More messages came than a conversation may send.</summary>
    public string TooMany => _texts["too-many"];

    public string NothingFound => _texts["nothing-found"];

    public string TooSlow => _texts["too-slow"];

    /// <summary>The words in a language.</summary>
    public static Wording In(QuestionLanguage language) => Tables[language];

    /// <summary>The language of a BCP 47 tag that the bot speaks; null for any other.</summary>
    public static QuestionLanguage? LanguageOf(string? tag)
    {
        foreach (var (language, wording) in Tables)
        {
            if (wording.Tag == tag)
                return language;
        }

        return null;
    }

    /// <param name="most">The most characters a question may have.</param>
    public string TooLong(int most) => _texts["too-long"].Replace("{most}", most.ToString(_language == QuestionLanguage.English ? "N0" : "D", CultureInfo.InvariantCulture), StringComparison.Ordinal);

    public string Help(int articles) => _texts["help"].Replace("{articles}", _texts["articles." + Plural(articles)].Replace("{count}", articles.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal), StringComparison.Ordinal);

    /// <param name="unknown">Things of the question that no article speaks of.</param>
    public string NotCovered(IReadOnlyList<string> unknown)
    {
        ArgumentNullException.ThrowIfNull(unknown);
        return unknown.Count == 0 ? NoAnswer : $"{NoAnswer} {_texts["not-covered"].Replace("{words}", Quoted(unknown), StringComparison.Ordinal)}";
    }

    /// <param name="words">What was not understood of a question.</param>
    public string Unreadable(IReadOnlyList<string> words) => _texts["unreadable"].Replace("{words}", Quoted(words), StringComparison.Ordinal);

    public string ArticleAuthor(string author) => _texts["article-author"].Replace("{author}", author, StringComparison.Ordinal);

    /// <param name="date">As <see cref="Date"/> writes it, with what was inferred said so.</param>
    public string ArticleDate(string date) => _texts["article-date"].Replace("{date}", date, StringComparison.Ordinal);

    public string ArticleOutlet(string outlet) => _texts["article-outlet"].Replace("{outlet}", outlet, StringComparison.Ordinal);

    public string LastAnswerQuotes(string sources) => _texts["last-answer-quotes"].Replace("{sources}", sources, StringComparison.Ordinal);

    /// <param name="part">The user's words for what was asked beside something else.</param>
    public string PartNotAnswered(string part) => _texts["part-not-answered"].Replace("{words}", $"\"{part}\"", StringComparison.Ordinal);

    /// <summary>Says which of two excerpts is on what, in the user's words.</summary>
    public string InOrder(string first, string second) =>
        _texts["in-order"].Replace("{first}", $"\"{first}\"", StringComparison.Ordinal).Replace("{second}", $"\"{second}\"", StringComparison.Ordinal);

    /// <summary>Heads what both sides say of each other, where the sentence names neither.</summary>
    public string BothSides => _texts["both-sides"];

    public string Narrated(string side) => _texts["narrated"].Replace("{side}", side, StringComparison.Ordinal);

    public string NoSuchClaim(string side) => _texts["no-such-claim"].Replace("{side}", side, StringComparison.Ordinal);

    public string DifferentDays(string first, string second) =>
        _texts["different-days"].Replace("{first}", first, StringComparison.Ordinal).Replace("{second}", second, StringComparison.Ordinal);

    /// <summary>"Armenia's Defence Ministry, as reported by …".</summary>
    public string AsReported(string speaker, string outlet) =>
        _texts["as-reported"].Replace("{outlet}", outlet, StringComparison.Ordinal).Replace("{speaker}", speaker, StringComparison.Ordinal);

    /// <param name="number">Counted as people count, from 1.</param>
    public string Paragraph(int number) => _texts["paragraph"].Replace("{number}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>The button that unfolds an excerpt.</summary>
    public string ExcerptInContext(int number) => _texts["excerpt-in-context"].Replace("{number}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <param name="shown">How many excerpts are shown.</param>
    /// <param name="count">Of how many.</param>
    public string ShownOf(int shown, int count) => _texts["shown-of"]
        .Replace("{shown}", shown.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{count}", count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <param name="excerpts">How many more there are than fit.</param>
    public string LeftOut(int excerpts) =>
        _texts["left-out." + Plural(excerpts)].Replace("{count}", excerpts.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>A date as people write it: <c>13 September 2022</c>, <c>September 2022</c>, <c>2022</c>.</summary>
    public string Date(PartialDate date) => Written(date.Year, date.Month, date.Day?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Days as precisely as they are known: <c>10 November 2020</c>, <c>September 2020</c>, <c>1994</c>, <c>12–13 September 2022</c>.</summary>
    public string Dates(DateRange range)
    {
        var (from, to) = (range.From, range.To);
        if (range.Days == 1)
            return Written(from.Year, from.Month, from.Day.ToString(CultureInfo.InvariantCulture));
        if ((from.Year, from.Month) == (to.Year, to.Month))
            return Written(from.Year, from.Month, range.Days >= ShortestMonth ? null : string.Create(CultureInfo.InvariantCulture, $"{from.Day}–{to.Day}"));
        return from.Year == to.Year && range.Days >= ShortestYear ? Written(from.Year, null, null) : $"{Dates(new DateRange(from, from))} – {Dates(new DateRange(to, to))}";
    }

    private string Written(int ofYear, int? ofMonth, string? day)
    {
        var year = ofYear.ToString("D4", CultureInfo.InvariantCulture);
        if (ofMonth is not { } month)
            return year;
        var name = _texts[day is null ? "months-alone" : "months-of-days"].Split('|')[month - 1];
        return _texts[day is null ? "date-of-month" : "date-of-day"]
            .Replace("{day}", day, StringComparison.Ordinal)
            .Replace("{month}", name, StringComparison.Ordinal).Replace("{year}", year, StringComparison.Ordinal);
    }

    /// <summary>An article's date for people, and whether it was inferred.</summary>
    public string Published(ArticleMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        if (metadata.Published is not { } date)
            return DateUnknown;
        return metadata.PublishedInferred ? $"{Date(date)} {Inferred}" : Date(date);
    }

    private string Quoted(IReadOnlyList<string> words) => string.Join($" {_texts["or"]} ", words.Select(w => $"\"{w}\""));

    /// <summary>The CLDR plural category, as far as the tables tell them apart: Russian has three.</summary>
    private string Plural(int count) => _language != QuestionLanguage.Russian
        ? count == 1 ? "one" : "many"
        : (count % 10, count % 100) switch
        {
            (1, not 11) => "one",
            ( >= 2 and <= 4, not (>= 12 and <= 14)) => "few",
            _ => "many",
        };
}
