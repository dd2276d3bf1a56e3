using System.Runtime.InteropServices;
using ConflictBot.Core.Language;
using ConflictBot.Core.Retrieval;

namespace ConflictBot.Corpus.Memory.Searching;

/// <summary>A query after analysis: the distinct terms, phrases and entities to look for, each with the sum of its weights.</summary>
internal sealed class QueryNeeds
{
    public required KeyValuePair<string, double>[] Terms { get; init; }

    public required KeyValuePair<string, double>[] Entities { get; init; }

    public required PhraseNeed[] Phrases { get; init; }

    public required DateConstraint? Dates { get; init; }

    public required int Limit { get; init; }

    /// <exception cref="ArgumentException">The limit, a weight or a boost is out of its range.</exception>
    public static QueryNeeds Of(PassageQuery query)
    {
        if (query.Limit is < 1 or > PassageQuery.MaxLimit)
            throw new ArgumentOutOfRangeException(nameof(query), query.Limit, $"The limit is 1 to {PassageQuery.MaxLimit}.");
        if (query.Dates is { Boost: { } boost } && !(float.IsFinite(boost) && boost >= 0))
            throw new ArgumentOutOfRangeException(nameof(query), boost, "A date's boost is a number from 0 on.");
        var terms = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var term in query.Terms)
        {
            ThrowUnlessWeight(term.Weight);
            foreach (var analysed in TextAnalyzer.Terms(term.Text))
                CollectionsMarshal.GetValueRefOrAddDefault(terms, analysed, out _) += term.Weight;
        }

        var entities = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var entity in query.Entities)
        {
            ThrowUnlessWeight(entity.Weight);
            CollectionsMarshal.GetValueRefOrAddDefault(entities, entity.Id, out _) += entity.Weight;
        }

        return new QueryNeeds
        {
            Terms = [.. terms],
            Entities = [.. entities],
            Phrases = [.. query.Phrases.Select(PhraseNeed.Of).Where(p => p.Words.Length > 0)],
            Dates = query.Dates,
            Limit = query.Limit,
        };
    }

    internal static void ThrowUnlessWeight(float weight)
    {
        if (!(float.IsFinite(weight) && weight > 0))
            throw new ArgumentException($"A weight is a number above 0, not {weight}.", nameof(weight));
    }
}

/// <param name="Words">The phrase's terms in order, stop words left out.</param>
/// <param name="Offsets">Where each stands, counted in words from the first.</param>
/// <param name="Weight">Above 0.</param>
internal sealed record PhraseNeed(string[] Words, int[] Offsets, double Weight)
{
    public static PhraseNeed Of(WeightedPhrase phrase)
    {
        QueryNeeds.ThrowUnlessWeight(phrase.Weight);
        var words = new List<string>();
        var offsets = new List<int>();
        var position = 0;
        foreach (var token in phrase.Words.IsDefault ? [] : phrase.Words.SelectMany(Tokenizer.Tokenize))
        {
            // As in a body, a stop word keeps its place and is not asked for.
            if (TextAnalyzer.Term(token.Text) is { } term)
            {
                words.Add(term);
                offsets.Add(position);
            }

            position++;
        }

        return new PhraseNeed([.. words], [.. offsets.Select(o => o - offsets[0])], phrase.Weight);
    }
}
