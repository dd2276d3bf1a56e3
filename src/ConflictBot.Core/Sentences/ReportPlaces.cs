using ConflictBot.Core.Language;

namespace ConflictBot.Core.Sentences;

/// <summary>How a report stands to the one before it in its sentence.</summary>
internal enum ReportPlace
{
    /// <summary>A statement of its own: "A said …, while B said …".</summary>
    Beside,

    /// <summary>What the one before passes on: "the agency reported that the ministry said …".</summary>
    PassedOn,

    /// <summary>Passes on the one before: "the alliance urged both to stop, its envoy said".</summary>
    PassesOn,

    /// <summary>Part of what the one before says.</summary>
    Inside,
}

internal static class ReportPlaces
{
    // After "told" its addressee stands before the statement: "told the country's parliament that".
    private const int MostWordsOfAddressee = 6;

    public static ReportPlace Of(AnalyzedSentence sentence, Report before, Report report)
    {
        if (report.Subject.Start > sentence.Tokens[report.First].Start)
            return ReportPlace.PassesOn;
        var subject = sentence.TokenAt(report.Subject.Start);
        if (subject <= before.Last)
            return ReportPlace.Inside;
        var gap = sentence.Text[sentence.Tokens[subject - 1].End..sentence.Tokens[subject].Start];
        if (Coordinates(sentence, subject) || gap.Contains(';', StringComparison.Ordinal))
            return IsPronoun(sentence, report) && sentence.Tokens[subject - 1].Text == "and" ? ReportPlace.Inside : ReportPlace.Beside;
        // "X denies it, but so it is, the senator charged": the second half is the senator's.
        if (!IsPronoun(sentence, report) && gap.Contains(',', StringComparison.Ordinal) && Enumerable.Range(before.Last + 1, Math.Max(0, subject - before.Last - 1)).Any(i => sentence.Tokens[i].Text is "but" or "yet"))
            return ReportPlace.Beside;
        if (IsAdjacent(sentence, before, subject))
        {
            var passesOn = WordLists.PlainSaying.Contains(sentence.Stems[before.First]) || sentence.Stems[before.First] == WordForms.StemAny("quote");
            return passesOn && !IsPronoun(sentence, report) ? ReportPlace.PassedOn : ReportPlace.Inside;
        }

        return (gap.Contains(',', StringComparison.Ordinal) || sentence.Tokens[subject - 1].Text == "as") && EndsStatement(sentence, report) ? ReportPlace.PassesOn : ReportPlace.Inside;
    }

    private static bool IsPronoun(AnalyzedSentence sentence, Report report) =>
        report.Subject.In(sentence.Text).ToLowerInvariant() is "he" or "she" or "it" or "they" or "we" or "i";

    private static bool Coordinates(AnalyzedSentence sentence, int subject)
    {
        var i = subject - 1;
        while (i > 0 && VerbGroup.IsAdverb(sentence.Tokens[i].Text))
            i--;
        return sentence.Tokens[i].Text is "while" or "but" or "and" or "whereas" or "although" or "though";
    }

    /// <summary>Whether nothing but "that", a day or an addressee stands between the verb before and a subject.</summary>
    private static bool IsAdjacent(AnalyzedSentence sentence, Report before, int subject)
    {
        if (sentence.Stems[before.First] == WordForms.StemAny("tell") && subject - before.Last - 1 <= MostWordsOfAddressee && sentence.Tokens[subject - 1].Text == "that")
            return true;
        for (var i = before.Last + 1; i < subject; i++)
        {
            var start = sentence.Tokens[i].Start;
            if (sentence.Tokens[i].Text is not ("that" or "on" or "late" or "early" or "how") && !VerbGroup.IsAdverb(sentence.Tokens[i].Text) && !sentence.Dates.Any(d => d.Span.Contains(start)))
                return false;
        }

        return true;
    }

    private static bool EndsStatement(AnalyzedSentence sentence, Report report) =>
        report.Last + 1 >= sentence.Tokens.Length
        || sentence.Text[sentence.Tokens[report.Last].End..sentence.Tokens[report.Last + 1].Start].AsSpan().ContainsAny(",;.")
        || sentence.Tokens[report.Last + 1].Text is "on" or "in" or "at" or "earlier" or "later" or "late" or "early" or "to" or "via" or "during" or "after"
        || sentence.Dates.Any(d => d.Span.Start == sentence.Tokens[report.Last + 1].Start);
}
