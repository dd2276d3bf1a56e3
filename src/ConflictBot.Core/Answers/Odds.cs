using System.Collections.Immutable;
using ConflictBot.Core.Retrieval;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Answers;

/// <summary>Which parties lay acts of force at each other's door, in the sentences found for a question. Counted when first asked for, since most answers need not know.</summary>
internal sealed class Odds(SpeakerAttributor attributor, ImmutableArray<Evidence> found)
{
    // Two are at odds that blame each other so many times as often as those who do most: an ally is spoken of beside an act of force too.
    private const double AsOften = 0.25;

    private Dictionary<(string, string), int>? _blames;

    /// <summary>Whether any do.</summary>
    public bool AreAny => Blames.Count > 0;

    /// <summary>Whether one of two parties lays an act of force at the other's door, not much more seldom than any others do.</summary>
    public bool Are(string a, string b) => Blames.GetValueOrDefault(PartyNames.Pair(a, b)) is > 0 and var times && times >= AsOften * Blames.Values.Max();

    /// <summary>The state most at odds with another; null where there is none.</summary>
    public string? OpponentOf(string state) =>
        Most(p => p.Item1 == state || p.Item2 == state) is { } pair ? pair.Item1 == state ? pair.Item2 : pair.Item1 : null;

    /// <summary>The two states most at odds, one of them a given one where one is given; null where none are.</summary>
    public (string, string)? Most(string? state) => Most(p => state is null || p.Item1 == state || p.Item2 == state);

    private (string, string)? Most(Func<(string, string), bool> isAskedFor) =>
        Blames.Where(b => PartyNames.IsState(b.Key.Item1) && PartyNames.IsState(b.Key.Item2) && isAskedFor(b.Key))
            .OrderByDescending(b => b.Value).ThenBy(b => b.Key).Select(b => ((string, string)?)b.Key).FirstOrDefault();

    private Dictionary<(string, string), int> Blames => _blames ??= Count();

    private Dictionary<(string, string), int> Count()
    {
        var blames = new Dictionary<(string, string), int>();
        foreach (var sentence in found.Select(e => e.Sentence).Where(AccusationText.HasAny))
        {
            foreach (var speaker in attributor.Attribute(sentence).Select(a => a.SideId).OfType<string>().Where(PartyNames.IsParty).Distinct(StringComparer.Ordinal))
            {
                // "We stand by our ally, whom the enemy attacked" blames one of two.
                if (PartyNames.StatesIn(sentence).Where(s => s != speaker).ToList() is [var other])
                    blames[PartyNames.Pair(speaker, other)] = blames.GetValueOrDefault(PartyNames.Pair(speaker, other)) + 1;
            }
        }

        return blames;
    }
}
