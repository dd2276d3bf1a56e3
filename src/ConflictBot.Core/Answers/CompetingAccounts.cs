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

    // Two accounts more, one of each side, that are a dispute nearly as likely are shown too.
    private const double NearlyAsLikely = 2;

    private static readonly FeatureWeights<DisputeFeature> Weights = FeatureWeights<DisputeFeature>.Embedded("dispute-weights.tsv");

    private readonly AccountFinder _accounts = new(analyzer, attributor, judge);

    /// <summary>What each of two parties says, where that likely is a dispute: the accounts that most likely are, and what else each says of it; null where there likely is none.</summary>
    public Dispute? Find(AnalyzedQuestion question, ImmutableArray<Evidence> ranked)
    {
        var likely = Pairs(question, ranked).Select(p => (Pair: p, Score: Weights.Score(p.Features))).Where(p => p.Score > InDoubt).OrderByDescending(p => p.Score).ToList();
        if (likely.Count == 0)
            return null;
        var best = likely[0].Pair;
        var second = likely.Where(p => p.Score > likely[0].Score - NearlyAsLikely).Select(p => p.Pair).FirstOrDefault(p => AreSaidByTheSame(p, best) && !p.Sentences.Intersect(best.Sentences).Any());
        return new Dispute(Said(best.Better.Side), Said(best.Worse.Side));

        ImmutableArray<Account> Said(string side) => [.. new[] { best, second }.OfType<AccountPair>().Select(p => p.Better.Side == side ? p.Better : p.Worse)];
    }

    private static bool AreSaidByTheSame(AccountPair one, AccountPair other) =>
        PartyNames.Pair(one.Better.Side, one.Worse.Side) == PartyNames.Pair(other.Better.Side, other.Worse.Side);

    /// <summary>Every two sentences that two parties say, with their <see cref="DisputeFeature"/>s; none for a question for one speaker's words.</summary>
    public IEnumerable<AccountPair> Pairs(AnalyzedQuestion question, ImmutableArray<Evidence> ranked)
    {
        if (ranked.IsEmpty || question.HasSpeaker || question.Type is AnswerType.Said or AnswerType.WhoIs or AnswerType.HowLong)
            yield break;
        var accounts = _accounts.Find(question, ranked);
        var opponent = OpponentOfLocalAuthorities(accounts);
        var odds = new Odds(attributor, ranked);
        var measure = new DisputeMeasure(question, ranked[0], attributor.Attribute(ranked[0].Sentence).IsEmpty);
        for (var i = 0; i < accounts.Count; i++)
        {
            for (var j = i + 1; j < accounts.Count; j++)
            {
                if (accounts[i].Side != accounts[j].Side && accounts[i].Sentence != accounts[j].Sentence && AreOpposed(accounts[i].Side, accounts[j].Side, odds, opponent))
                    yield return new AccountPair(accounts[i], accounts[j], measure.Of(accounts[i], accounts[j]));
            }
        }
    }

    /// <summary>Two states that are at odds, or of which none are known to be, or the authorities that speak for themselves and the state they speak of.</summary>
    private static bool AreOpposed(string a, string b, Odds odds, string? opponentOfLocalAuthorities) =>
        (PartyNames.IsState(a) && PartyNames.IsState(b) && (odds.Are(a, b) || !odds.AreAny)) || (opponentOfLocalAuthorities is not null && (a == opponentOfLocalAuthorities || b == opponentOfLocalAuthorities));

    /// <summary>The state that those authorities' own words name most, else the first that lays an act of force at anybody's door, else the only one that speaks, or speaks right beside them; null where there is none.</summary>
    private static string? OpponentOfLocalAuthorities(List<Account> accounts)
    {
        var own = accounts.Where(a => a.Side == PartyNames.LocalAuthorities)
            .SelectMany(a => PartyNames.StatesIn(a.Sentence))
            .GroupBy(s => s, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
        if ((own ?? accounts.Where(a => PartyNames.IsState(a.Side) && a.Accuses).Select(a => a.Side).FirstOrDefault()) is { } known)
            return known;
        var states = accounts.Select(a => a.Side).Where(PartyNames.IsState).Distinct(StringComparer.Ordinal).ToList();
        return states is [var only] ? only : accounts.Where(a => PartyNames.IsState(a.Side) && accounts.Exists(l => l.Side == PartyNames.LocalAuthorities && AreNeighbours(a.Sentence, l.Sentence))).Select(a => a.Side).FirstOrDefault();
    }

    private static bool AreNeighbours(AnalyzedSentence a, AnalyzedSentence b) => a.Article.Id == b.Article.Id && Math.Abs(a.Sentence.Index - b.Sentence.Index) == 1;
}
