using ConflictBot.Core.Articles;
using ConflictBot.Core.Gazetteers;

namespace ConflictBot.Core.Sentences;

/// <summary>Finds the noun phrase that a reporting verb has as its subject.</summary>
internal static class SubjectFinder
{
    // "Turan, an outlet, said" has a name before its apposition; "… their borders, a statement said" has a clause there.
    private const int MostWordsOfAName = 5;

    /// <summary>The subject's span, before the verb ("X, the minister, said") or after it ("…", said X); null where there is none.</summary>
    public static TextSpan? Of(AnalyzedSentence sentence, int verb)
    {
        var before = Before(sentence, verb, out var segments);
        if (before is null || (segments == 1 && FollowsComma(sentence, verb)))
            return After(sentence, verb) ?? before;
        return before;
    }

    /// <summary>"according to X", "X, a Y": the span after the words, with a name set off by a comma.</summary>
    public static TextSpan? AccordingTo(AnalyzedSentence sentence)
    {
        for (var i = 0; i + 2 < sentence.Tokens.Length; i++)
        {
            if (sentence.Tokens[i].Text != "according" || sentence.Tokens[i + 1].Text != "to" || sentence.IsQuoted(sentence.Tokens[i].Start))
                continue;
            var last = i + 2;
            while (last + 1 < sentence.Tokens.Length && !Gap(sentence, last).AsSpan().ContainsAny(",;:“"))
                last++;
            var end = sentence.Tokens[last].End;
            if (last + 1 < sentence.Tokens.Length && (NameAt(sentence, sentence.Tokens[last + 1].Start) ?? PersonAt(sentence, sentence.Tokens[last + 1].Start)) is { } name)
                end = name.End;
            return new TextSpan(sentence.Tokens[i + 2].Start, end);
        }

        return null;
    }

    private static TextSpan? Before(AnalyzedSentence sentence, int verb, out int segmentCount)
    {
        segmentCount = 0;
        var verbStart = sentence.Tokens[verb].Start;
        var from = sentence.QuoteSpans.Where(q => q.End < verbStart).Select(q => q.End + 1).DefaultIfEmpty(0).Max();
        var last = verb - 1;
        while (last >= 0 && IsAdverbOrAuxiliary(sentence.Tokens[last].Text))
            last--;
        if (last < 0 || sentence.Tokens[last].Start < from || sentence.Tokens[last].Text is "and" or "or" or "to" || sentence.Tokens[verb].Text.EndsWith("ing", StringComparison.Ordinal))
            return null;
        var segments = Segments(sentence, from, last);
        segmentCount = segments.Count;
        for (var i = segments.Count - 1; i >= 0; i--)
        {
            if (i == 0 || !IsAside(sentence, segments[i], segments[i - 1]))
                return segments[i];
        }

        return null;
    }

    /// <summary>The comma-bounded parts of the clause that ends with a token, in order.</summary>
    private static List<TextSpan> Segments(AnalyzedSentence sentence, int from, int last)
    {
        var segments = new List<TextSpan>();
        var end = last;
        var first = last;
        while (true)
        {
            var isStart = first == 0 || sentence.Tokens[first - 1].Start < from || EndsClause(sentence, first - 1);
            var afterComma = !isStart && Gap(sentence, first - 1).Contains(',', StringComparison.Ordinal);
            if (isStart || afterComma)
            {
                segments.Insert(0, new TextSpan(sentence.Tokens[first].Start, sentence.Tokens[end].End));
                end = first - 1;
            }

            if (isStart)
                return segments;
            first--;
        }
    }

    /// <summary>A relative clause, an apposition ("the defence minister", "an outlet") or an adverb between commas: not the subject itself.</summary>
    private static bool IsAside(AnalyzedSentence sentence, TextSpan segment, TextSpan before)
    {
        var first = sentence.TokenAt(segment.Start);
        var word = sentence.Tokens[first].Text;
        if (word is "which" or "who" or "whose" or "where" or "meanwhile" or "however" or "too" or "in" or "for" or "on" or "also" or "as")
            return true;
        if (word is "a" or "an" or "another" or "one")
            return first - sentence.TokenAt(before.Start) <= MostWordsOfAName && char.IsUpper(sentence.Text[sentence.Tokens[first - 1].Start]);
        var namesSomebody = sentence.Mentions.Any(m => m.Entry.Kind == EntityKind.Person && segment.Contains(m.Span)) || sentence.Names.Any(segment.Contains);
        if (namesSomebody)
            return false;
        for (var i = first; i < sentence.Tokens.Length && segment.Contains(sentence.Tokens[i].Start); i++)
        {
            if (WordLists.Roles.Contains(sentence.Stems[i]) && sentence.Tokens[i].Text is not ("officials" or "official") && i > first)
                return segment.Start > 0 && HasNameBefore(sentence, segment.Start);
        }

        return false;
    }

    private static bool HasNameBefore(AnalyzedSentence sentence, int position) =>
        sentence.Mentions.Any(m => m.Entry.Kind == EntityKind.Person && m.Span.End <= position) || sentence.Names.Any(n => n.End <= position) || char.IsUpper(sentence.Text[0]);

    private static TextSpan? After(AnalyzedSentence sentence, int verb)
    {
        var first = verb + 1;
        if (first >= sentence.Tokens.Length || sentence.Tokens[first].Text is "that" or "it" or "its" or "to" or "he" or "she" or "they" or "in" or "on")
            return null;
        var afterQuote = sentence.QuoteSpans.Any(q => q.End <= sentence.Tokens[verb].Start && sentence.Tokens[verb].Start - q.End <= 3);
        if (!afterQuote && !FollowsComma(sentence, verb))
            return null;
        var last = first;
        while (last + 1 < sentence.Tokens.Length && !Gap(sentence, last).AsSpan().ContainsAny(",;:“.")
            && sentence.Tokens[last + 1].Text is not ("on" or "in" or "at" or "during" or "after" or "by" or "amid" or "as"))
            last++;
        return new TextSpan(sentence.Tokens[first].Start, sentence.Tokens[last].End);
    }

    private static bool FollowsComma(AnalyzedSentence sentence, int verb) => verb > 0 && Gap(sentence, verb - 1).Contains(',', StringComparison.Ordinal);

    private static string Gap(AnalyzedSentence sentence, int token) => sentence.Text[sentence.Tokens[token].End..sentence.Tokens[token + 1].Start];

    private static TextSpan? NameAt(AnalyzedSentence sentence, int start) =>
        sentence.Names.Where(n => n.Start == start).Select(n => (TextSpan?)n).FirstOrDefault();

    private static TextSpan? PersonAt(AnalyzedSentence sentence, int start) =>
        sentence.Mentions.Where(m => m.Entry.Kind == EntityKind.Person && m.Span.Start == start).Select(m => (TextSpan?)m.Span).FirstOrDefault();

    private static bool EndsClause(AnalyzedSentence sentence, int token) =>
        sentence.Tokens[token].Text switch
        {
            "while" or "but" or "that" or "whereas" or "although" or "because" or "when" or "after" => true,
            "as" => token > 0,
            "and" => !char.IsUpper(sentence.Text[sentence.Tokens[token + 1].Start])
                && !(sentence.Tokens[token + 1].Text == "the" && token + 2 < sentence.Tokens.Length && char.IsUpper(sentence.Text[sentence.Tokens[token + 2].Start])),
            _ => Gap(sentence, token).Contains(';', StringComparison.Ordinal),
        };

    private static bool IsAdverbOrAuxiliary(string word) =>
        word is "also" or "has" or "had" or "have" or "later" or "then" or "again" or "is" or "was" or "were" or "did" or "not" or "didn't" or "didn’t"
            or "meanwhile" or "earlier" or "now" or "further" or "too"
        || (word.Length > 4 && word.EndsWith("ly", StringComparison.Ordinal));
}
