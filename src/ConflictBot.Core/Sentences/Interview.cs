using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Gazetteers;

namespace ConflictBot.Core.Sentences;

/// <summary>Reads an interview printed as questions and answers ("Q: … A: …", "Outlet: … Doe: …"): who answers, and what was only asked.</summary>
internal sealed partial class Interview(SentenceAnalyzer analyzer)
{
    // One paragraph that begins so is a quotation or a list; an interview goes back and forth.
    private const int FewestTurns = 2;

    // In characters.
    private const int LongestHeading = 100;

    private readonly ConditionalWeakTable<Article, Turns> _turns = [];

    /// <summary>Whether the sentence is the interviewer's, who asks and tells nothing.</summary>
    public bool IsAsked(AnalyzedSentence sentence) => TurnOf(sentence) is { Asks: true };

    /// <summary>Who answers with the sentence; null where it is no answer of an interview, or nobody can be named for it.</summary>
    public Attribution? AnswererOf(AnalyzedSentence sentence)
    {
        if (TurnOf(sentence) is not { Asks: false } turn)
            return null;
        var named = turn.IsALetter ? Interviewee(sentence) : NamedIn(analyzer.Analyze(sentence.Article, sentence.Paragraph)[0], new TextSpan(0, turn.Label.Length));
        return named is null ? null : named with { IsInherited = true, Clause = new TextSpan(0, sentence.Text.Length) };
    }

    private Turn? TurnOf(AnalyzedSentence sentence)
    {
        if (LabelOf(sentence.Article, sentence.Paragraph) is not { } label)
            return null;
        var turns = _turns.GetValue(sentence.Article, Read);
        return turns.IsInterview && (IsALetter(label) || turns.Named.ContainsKey(label)) ? new Turn(label, IsALetter(label), Asks(label, turns)) : null;
    }

    private bool IsTurn(Article article, Paragraph paragraph) => LabelOf(article, paragraph) is { } label && (IsALetter(label) || _turns.GetValue(article, Read).Named.ContainsKey(label));

    private static Turns Read(Article article)
    {
        var labelled = article.Paragraphs.Select(p => (Paragraph: p, Label: LabelOf(article, p))).Where(p => p.Label is not null).ToList();
        var named = labelled.Where(p => !IsALetter(p.Label!)).GroupBy(p => p.Label!, StringComparer.Ordinal).Where(g => g.Count() >= FewestTurns)
            .ToDictionary(g => g.Key, g => g.Count(p => p.Paragraph.Span.In(article.Text).Contains('?', StringComparison.Ordinal)) * 2 > g.Count(), StringComparer.Ordinal);
        var turns = new Turns(named, IsInterview: false);
        var asked = labelled.Count(p => Asks(p.Label!, turns));
        var answered = labelled.Count(p => IsALetter(p.Label!) ? !Asks(p.Label!, turns) : named.TryGetValue(p.Label!, out var asks) && !asks);
        return turns with { IsInterview = asked >= FewestTurns && answered >= FewestTurns };
    }

    private static bool Asks(string label, Turns turns) => IsALetter(label) ? label[0] == 'Q' : turns.Named.GetValueOrDefault(label);

    private static bool IsALetter(string label) => label is "Q" or "A" or "Question" or "Answer";

    /// <summary>Whom an "A:" stands for: the person of the heading above these turns, of the headline, or the one person the introduction names.</summary>
    private Attribution? Interviewee(AnalyzedSentence sentence)
    {
        var article = sentence.Article;
        Paragraph?[] above = [HeadingOver(sentence), article.Title];
        if (above.OfType<Paragraph>().SelectMany(p => analyzer.Analyze(article, p)).Select(s => NamedIn(s, new TextSpan(0, s.Text.Length))).FirstOrDefault(a => a is not null) is { } named)
            return named;
        var introduced = article.Paragraphs.TakeWhile(p => !IsTurn(article, p)).Where(p => !p.IsHeading).SelectMany(p => analyzer.Analyze(article, p))
            .SelectMany(s => PeopleIn(s).Select(name => NamedIn(s, name))).OfType<Attribution>().DistinctBy(a => a.Speaker).Take(2).ToList();
        return introduced.Count == 1 ? introduced[0] : null;
    }

    /// <summary>The short line without a full stop right above a turn, nearest before the sentence.</summary>
    private Paragraph? HeadingOver(AnalyzedSentence sentence)
    {
        var paragraphs = sentence.Article.Paragraphs;
        for (var i = sentence.Paragraph.Index - 1; i >= 0; i--)
        {
            if (IsTurn(sentence.Article, paragraphs[i]) || !IsTurn(sentence.Article, paragraphs[i + 1]))
                continue;
            var text = paragraphs[i].Span.In(sentence.Article.Text);
            if (text.Length <= LongestHeading && text[^1] is not ('.' or '?' or '!' or '”' or '"'))
                return paragraphs[i];
        }

        return null;
    }

    private static Attribution? NamedIn(AnalyzedSentence sentence, TextSpan phrase) =>
        PeopleIn(sentence).Any(phrase.Contains) && SpeakerNames.Named(sentence, phrase, phrase) is { } named && named.Entity is null or { Kind: EntityKind.Person } ? named : null;

    private static IEnumerable<TextSpan> PeopleIn(AnalyzedSentence sentence) =>
        sentence.Mentions.Where(m => m.Entry.Kind == EntityKind.Person).Select(m => m.Span).Concat(sentence.Names);

    private static string? LabelOf(Article article, Paragraph paragraph) =>
        !paragraph.IsHeading && Label().Match(article.Text, paragraph.Span.Start, paragraph.Span.Length) is { Success: true } label ? label.Groups["label"].Value : null;

    // One to four words with capitals before a colon.
    [GeneratedRegex(@"\A(?<label>\p{Lu}[\p{L}.'’-]*( \p{Lu}[\p{L}.'’/-]*){0,3}):\s", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Label();

    private readonly record struct Turn(string Label, bool IsALetter, bool Asks);

    /// <summary>The turns of an article.</summary>
    /// <param name="Named">The names that turns begin with, and whether it is they who ask.</param>
    /// <param name="IsInterview">Whether it goes back and forth.</param>
    private sealed record Turns(Dictionary<string, bool> Named, bool IsInterview);
}
