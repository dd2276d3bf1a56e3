using System.Collections.Frozen;

namespace ConflictBot.Core.Language;

/// <summary>Irregular verbs and plurals of English, which no stemmer brings together: "met" is "meet", "men" is "man".</summary>
public static class IrregularForms
{
    private static readonly FrozenDictionary<string, string[]> FormsByLemma = WordTable.Read("irregular-verbs.tsv", 2)
        .ToFrozenDictionary(c => c[0], c => c[1].Split(',', StringSplitOptions.TrimEntries), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> LemmaByForm = FormsByLemma
        .SelectMany(p => p.Value.Select(form => KeyValuePair.Create(form, p.Key)))
        .DistinctBy(p => p.Key)
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What an irregular form is a form of; the folded word itself where it is none. A form of two verbs ("found") is of the commoner.</summary>
    public static string Lemma(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return LemmaByForm.GetValueOrDefault(word, word);
    }

    /// <summary>The irregular forms of a lemma, without itself; empty for a regular word.</summary>
    public static IReadOnlyList<string> Of(string lemma)
    {
        ArgumentNullException.ThrowIfNull(lemma);
        return FormsByLemma.GetValueOrDefault(lemma) ?? [];
    }
}
