using System.Collections.Frozen;
using System.Collections.Immutable;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Retrieval;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Answers;

/// <summary>Finds, for a question that the sides answer differently, what each side says of the other.</summary>
public sealed class SideClaims(SpeakerAttributor attributor, ClaimBuilder claims, Gazetteer gazetteer)
{
    // A claim is worth its fit to the question and how plainly it lays an act at the other side's door.
    private const double PerAccusation = 2.5;
    private const int MostForASide = 2;
    private const double FaultBonus = 2;
    private const double FitWeight = 0.8;
    private const double MostAccusations = 2;
    private const double TimeWeight = 1;

    /// <summary>Each side's best claims, as many for one as for the other; null where no side is found making one.</summary>
    public (ImmutableArray<ClaimGroup> Groups, string? Explanation)? Find(AnalyzedQuestion question, ImmutableArray<Evidence> ranked)
    {
        ArgumentNullException.ThrowIfNull(question);
        var sides = Parties(question, ranked);
        if (sides.Length != 2)
            return null;
        var first = ClaimsOf(question, ranked, sides[0], sides[1]);
        var second = ClaimsOf(question, ranked, sides[1], sides[0]);
        if (first.IsEmpty && second.IsEmpty)
            return null;
        if (first.IsEmpty || second.IsEmpty)
        {
            var (present, absent) = first.IsEmpty ? (sides[1], sides[0]) : (sides[0], sides[1]);
            var only = first.IsEmpty ? second : first;
            return ([new ClaimGroup(Name(present), [.. only.Take(MostForASide).Select(c => Build(question, c))])], Wording.In(question.Language).NoSuchClaim(Name(absent)));
        }

        // As many excerpts for one side as for the other.
        var each = Math.Min(MostForASide, Math.Min(first.Length, second.Length));
        return
        (
            [
                new ClaimGroup(Name(sides[0]), [.. first.Take(each).Select(c => Build(question, c))]),
                new ClaimGroup(Name(sides[1]), [.. second.Take(each).Select(c => Build(question, c))]),
            ],
            null
        );
    }

    /// <summary>The two parties: those the question names, else the two states that blame each other most in the passages found.</summary>
    private ImmutableArray<string> Parties(AnalyzedQuestion question, ImmutableArray<Evidence> ranked)
    {
        var named = question.Entities.Select(u => u.StandsFor?.Id ?? (u.Entity!.Kind == EntityKind.State ? u.Entity.Id : u.Entity.Side))
            .Where(s => s is not null).Select(s => s!).Distinct(StringComparer.Ordinal).ToList();
        if (named.Count == 2)
            return [.. named.Order(StringComparer.Ordinal)];
        var best = Blames(ranked).Where(b => named.Count != 1 || b.Key.Item1 == named[0] || b.Key.Item2 == named[0])
            .OrderByDescending(b => b.Value).ThenBy(b => b.Key).Select(b => b.Key).FirstOrDefault();
        return best.Item1 is null ? [] : [best.Item1, best.Item2];
    }

    /// <summary>Whether one of two states lays an act of force at the other's door in the passages found.</summary>
    internal bool AreAtOdds(string a, string b, ImmutableArray<Evidence> ranked) => Blames(ranked).ContainsKey(string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a));

    /// <summary>How often two states, in the order of their ids, blame each other.</summary>
    private Dictionary<(string, string), double> Blames(ImmutableArray<Evidence> ranked)
    {
        var blames = new Dictionary<(string, string), double>();
        foreach (var evidence in ranked)
        {
            if (Holds(evidence.Sentence, WordLists.Accusations, new TextSpan(0, evidence.Sentence.Text.Length), default) == 0)
                continue;
            foreach (var speaker in attributor.Attribute(evidence.Sentence).Select(a => a.SideId).OfType<string>().Where(IsState).Distinct(StringComparer.Ordinal))
            {
                foreach (var other in States(evidence.Sentence).Where(s => s != speaker))
                {
                    var pair = string.CompareOrdinal(speaker, other) < 0 ? (speaker, other) : (other, speaker);
                    blames[pair] = blames.GetValueOrDefault(pair) + 1;
                }
            }
        }

        return blames;
    }

    private ImmutableArray<SideClaim> ClaimsOf(AnalyzedQuestion question, ImmutableArray<Evidence> ranked, string side, string other)
    {
        var found = new List<SideClaim>();
        var asksForFault = question.Units.Any(u => WordLists.Fault.Contains(u.Stem));
        foreach (var evidence in ranked.Where(e => !e.Sentence.IsTitle && e[SentenceFeature.Time] >= 0))
        {
            var attribution = attributor.Attribute(evidence.Sentence).FirstOrDefault(a => a.SideId == side && !a.PassesOn && !a.IsCourtesy);
            var accusations = attribution is null ? 0 : Accusations(evidence.Sentence, attribution);
            if (attribution is null || accusations == 0 || !BlamesOther(evidence.Sentence, attribution, other))
                continue;
            var score = (FitWeight * evidence.Score) + (PerAccusation * Math.Min(accusations, MostAccusations)) + (TimeWeight * evidence[SentenceFeature.Time]);
            if (asksForFault && Holds(evidence.Sentence, WordLists.Fault, attribution.Clause, SpeakerSpan(evidence.Sentence, attribution)) > 0)
                score += FaultBonus;
            found.Add(new SideClaim(evidence, attribution, score));
        }

        return [.. found.OrderByDescending(c => c.Score).ThenBy(c => c.Evidence.Sentence.Article.Id).ThenBy(c => c.Evidence.Sentence.Sentence.Index)];
    }

    /// <summary>The other side is named outside the speaker's own name.</summary>
    private static bool BlamesOther(AnalyzedSentence sentence, Attribution attribution, string other) =>
        sentence.Mentions.Any(m => SideOf(m) == other && attribution.Clause.Contains(m.Span) && !IsInSpeaker(sentence, attribution, m.Span));

    /// <summary>The speaker's own name with its appositions, or one that speaks with them ("A and B have reported").</summary>
    private static bool IsInSpeaker(AnalyzedSentence sentence, Attribution attribution, TextSpan span)
    {
        var speaker = SpeakerSpan(sentence, attribution);
        if (speaker.Length == 0 || span.Start < speaker.Start)
            return false;
        return span.End <= speaker.End || sentence.Text[speaker.End..span.Start] is " and " or ", ";
    }

    /// <summary>Where the speaker stands, with what is told of them beside the name; empty where that is not in the sentence.</summary>
    private static TextSpan SpeakerSpan(AnalyzedSentence sentence, Attribution attribution)
    {
        foreach (var text in new[] { attribution.Phrase, attribution.Speaker }.Where(t => t.Length > 0))
        {
            var at = sentence.Text.IndexOf(text, StringComparison.Ordinal);
            if (at >= 0)
                return new TextSpan(at, at + text.Length);
        }

        return default;
    }

    private static int Accusations(AnalyzedSentence sentence, Attribution attribution) =>
        Holds(sentence, WordLists.Accusations, attribution.Clause, SpeakerSpan(sentence, attribution));

    /// <summary>How many different words of a list a part of the sentence holds, outside another part of it.</summary>
    private static int Holds(AnalyzedSentence sentence, FrozenSet<string> stems, TextSpan within, TextSpan outside)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < sentence.Stems.Length; i++)
        {
            if (stems.Contains(sentence.Stems[i]) && within.Contains(sentence.Tokens[i].Start) && !outside.Contains(sentence.Tokens[i].Start))
                found.Add(sentence.Stems[i]);
        }

        return found.Count;
    }

    private static IEnumerable<string> States(AnalyzedSentence sentence) =>
        sentence.Mentions.Select(SideOf).OfType<string>().Where(IsState).Distinct(StringComparer.Ordinal);

    private static bool IsState(string id) => id.StartsWith("state.", StringComparison.Ordinal);

    private static string? SideOf(EntityMention mention) => mention.StandsFor?.Id ?? (mention.Entry.Kind == EntityKind.State ? mention.Entry.Id : mention.Entry.Side);

    private string Name(string side) => gazetteer.Find(side)?.Name ?? side;

    private Claim Build(AnalyzedQuestion question, SideClaim claim) => claims.Build(question, claim.Evidence, claim.Attribution);

    private sealed record SideClaim(Evidence Evidence, Attribution Attribution, double Score);
}
