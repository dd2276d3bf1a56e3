using System.Collections.Frozen;
using ConflictBot.Core.Language;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Retrieval;

/// <summary>Tells what befell the people that a number counts: of "two were killed and nine wounded", where the wounded are asked for, only nine counts.</summary>
internal static class DeedsCounted
{
    // Words looked at before and behind a number, as far as the next one.
    private const int Before = 3;
    private const int Behind = 7;

    private const double SameDeed = 0.8;

    private static readonly FrozenSet<string>[] Deeds =
    [
        Stems("kill", "die", "dead", "death", "slain", "fatality", "perish"),
        Stems("wound", "injure", "hurt"),
        Stems("capture", "prisoner", "detain", "arrest", "hostage"),
        Stems("missing"),
        Stems("displace", "flee", "fled", "evacuate", "homeless"),
    ];

    /// <summary>Whether the words around a number name another deed than the question asks for, and not that one.</summary>
    public static bool IsOther(AnalyzedQuestion question, AnalyzedSentence sentence, Quantity quantity)
    {
        var asked = Deeds.Where(d => question.Units.Any(u => IsOf(d, u))).ToList();
        if (asked.Count == 0)
            return false;
        var named = Around(sentence, quantity).SelectMany(stem => Deeds.Where(d => d.Contains(stem))).ToList();
        return named.Count > 0 && !named.Exists(asked.Contains);
    }

    /// <summary>Whether a unit of a question is such a deed: "killed", "wounded", "captured".</summary>
    public static bool IsOne(QuestionUnit unit) => Deeds.Any(d => IsOf(d, unit));

    /// <summary>Where a sentence tells of deaths as losses, "lost 77 soldiers", "had lost at least nine"; −1 where it does not.</summary>
    public static int LossesIn(AnalyzedSentence sentence)
    {
        if (!sentence.Has("lost") && !sentence.Has("lose"))
            return -1;
        for (var i = 0; i < sentence.Tokens.Length; i++)
        {
            if (sentence.Stems[i] is "lose" or "lost" && sentence.Quantities.Any(q => sentence.TokenAt(q.Span.Start) - i is > 0 and <= Before && CountsPeople(sentence, q)))
                return i;
        }

        return -1;
    }

    /// <summary>"77 soldiers", "135 of its men", or a number of nothing that is named: "lost 77 and captured 12".</summary>
    private static bool CountsPeople(AnalyzedSentence sentence, Quantity quantity)
    {
        var next = Enumerable.Range(quantity.FirstToken, Before).FirstOrDefault(i => i >= sentence.Tokens.Length || sentence.Tokens[i].Text is not ("of" or "its" or "their" or "our" or "the"), -1);
        return next >= sentence.Tokens.Length || (next >= 0 && (WordLists.People.Contains(sentence.Stems[next]) || StopWords.Contains(sentence.Tokens[next].Text) || sentence.Text.AsSpan(quantity.Span.End, Math.Max(0, sentence.Tokens[next].Start - quantity.Span.End)).ContainsAny(",.;:”\"")));
    }

    /// <summary>Whether a unit of a question is of deaths.</summary>
    public static bool IsDeath(QuestionUnit unit) => IsOf(Deeds[0], unit);

    private static bool IsOf(FrozenSet<string> deed, QuestionUnit unit) => !unit.IsName && (deed.Contains(unit.Stem) || unit.Synonyms.Any(s => s.Value >= SameDeed && deed.Contains(s.Key)));

    private static IEnumerable<string> Around(AnalyzedSentence sentence, Quantity quantity)
    {
        var first = sentence.TokenAt(quantity.Span.Start);
        for (var i = first - 1; i >= Math.Max(0, first - Before) && !IsNumber(i); i--)
            yield return sentence.Stems[i];
        for (var i = quantity.FirstToken; i < Math.Min(sentence.Tokens.Length, quantity.FirstToken + Behind) && !IsNumber(i); i++)
            yield return sentence.Stems[i];

        bool IsNumber(int token) => sentence.Quantities.Any(q => q.Span.Contains(sentence.Tokens[token].Start));
    }

    private static FrozenSet<string> Stems(params string[] words) => words.Select(WordForms.StemAny).ToFrozenSet(StringComparer.Ordinal);
}
