using System.Collections.Immutable;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Retrieval;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Answers;

/// <summary>Finds two parties' accounts of what a question asks, wherever they stand: in one paragraph, paragraphs apart or in two articles.</summary>
/// <remarks>
/// Each pair of sentences that two parties say is judged by a linear model against there being no dispute, which scores 0. It is fitted to questions of which
/// it is known whether the sides' accounts differ (<c>eng/ConflictBot.Training disputes</c>).
/// </remarks>
internal sealed class CompetingAccounts(SentenceAnalyzer analyzer, SpeakerAttributor attributor, SentenceJudge judge)
{
    // Where it is in doubt, both accounts are shown: to leave one out is worse than to show one too many.
    private const double InDoubt = -0.5;

    private static readonly FeatureWeights<DisputeFeature> Weights = FeatureWeights<DisputeFeature>.Embedded("dispute-weights.tsv");

    private readonly AccountFinder _accounts = new(analyzer, attributor, judge);

    /// <summary>The two accounts that most likely are a dispute, the better sentence's first; null where there likely is none.</summary>
    public AccountPair? Find(AnalyzedQuestion question, ImmutableArray<Evidence> ranked) =>
        Pairs(question, ranked).Select(p => (Pair: p, Score: Weights.Score(p.Features))).Where(p => p.Score > InDoubt)
            .OrderByDescending(p => p.Score).Select(p => p.Pair).FirstOrDefault();

    /// <summary>Every two sentences that two parties say, with their <see cref="DisputeFeature"/>s; none for a question for one speaker's words.</summary>
    public IEnumerable<AccountPair> Pairs(AnalyzedQuestion question, ImmutableArray<Evidence> ranked)
    {
        if (ranked.IsEmpty || question.HasSpeaker || question.Type is AnswerType.Said or AnswerType.WhoIs)
            yield break;
        var accounts = _accounts.Find(question, ranked);
        var opponent = OpponentOfLocalAuthorities(accounts);
        var measure = new DisputeMeasure(question, ranked[0], attributor.Attribute(ranked[0].Sentence).IsEmpty, Odds(accounts));
        for (var i = 0; i < accounts.Count; i++)
        {
            for (var j = i + 1; j < accounts.Count; j++)
            {
                if (accounts[i].Side != accounts[j].Side && accounts[i].Sentence != accounts[j].Sentence && AreOpposed(accounts[i].Side, accounts[j].Side, opponent))
                    yield return new AccountPair(accounts[i], accounts[j], measure.Of(accounts[i], accounts[j]));
            }
        }
    }

    /// <summary>Two states, or the authorities that speak for themselves and the state they speak of.</summary>
    private static bool AreOpposed(string a, string b, string? opponentOfLocalAuthorities) =>
        (PartyNames.IsState(a) && PartyNames.IsState(b)) || (opponentOfLocalAuthorities is not null && (a == opponentOfLocalAuthorities || b == opponentOfLocalAuthorities));

    /// <summary>The state that those authorities' own words name most, else the first that lays an act of force at anybody's door, else the only one that speaks; null where there is none.</summary>
    private static string? OpponentOfLocalAuthorities(List<Account> accounts)
    {
        var own = accounts.Where(a => a.Side == PartyNames.LocalAuthorities)
            .SelectMany(a => a.Sentence.Mentions.Select(AccusationText.SideOf).OfType<string>().Where(PartyNames.IsState).Distinct(StringComparer.Ordinal))
            .GroupBy(s => s, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
        if ((own ?? accounts.Where(a => PartyNames.IsState(a.Side) && a.Accuses).Select(a => a.Side).FirstOrDefault()) is { } known)
            return known;
        var states = accounts.Select(a => a.Side).Where(PartyNames.IsState).Distinct(StringComparer.Ordinal).ToList();
        return states is [var only] ? only : null;
    }

    /// <summary>The parties of which one lays an act of force at the other's door.</summary>
    private static HashSet<(string, string)> Odds(List<Account> accounts) =>
    [
        .. accounts.Where(a => a.Accuses)
            .SelectMany(a => a.Sentence.Mentions.Select(AccusationText.SideOf).OfType<string>().Where(o => o != a.Side && PartyNames.IsState(o)).Select(o => PartyNames.Pair(a.Side, o))),
    ];
}
