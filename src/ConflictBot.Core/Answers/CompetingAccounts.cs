using System.Collections.Immutable;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;
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
    // Around so many of the best sentences, so many paragraphs before and after, another's account is looked for.
    private const int Anchors = 4;
    private const int ParagraphsBefore = 2;
    private const int ParagraphsAfter = 3;

    // So many of the best sentences may be an account wherever they stand, and so many accounts are compared with each other.
    private const int LookedThrough = 20;
    private const int MostAccounts = 24;

    // So much of the matter an account has to speak of, in the sentence or right around it.
    private const double MatterShare = 0.3;

    private const double NameSpokenOf = 0.45;
    private const double Counted = 0.35;

    // Where it is in doubt, both accounts are shown: to leave one out is worse than to show one too many.
    private const double InDoubt = -0.5;

    private static readonly FeatureWeights<DisputeFeature> Weights = FeatureWeights<DisputeFeature>.Embedded("dispute-weights.tsv");

    /// <summary>The two accounts that most likely are a dispute, the better sentence's first; null where there likely is none.</summary>
    public AccountPair? Find(AnalyzedQuestion question, ImmutableArray<Evidence> ranked) =>
        Pairs(question, ranked).Select(p => (Pair: p, Score: Weights.Score(p.Features))).Where(p => p.Score > InDoubt)
            .OrderByDescending(p => p.Score).Select(p => p.Pair).FirstOrDefault();

    /// <summary>Every two sentences that two parties say, with their <see cref="DisputeFeature"/>s; none for a question for one speaker's words.</summary>
    public IEnumerable<AccountPair> Pairs(AnalyzedQuestion question, ImmutableArray<Evidence> ranked)
    {
        if (ranked.IsEmpty || question.HasSpeaker || question.Type is AnswerType.Said or AnswerType.WhoIs)
            yield break;
        var accounts = Accounts(question, ranked);
        var odds = Odds(accounts);
        var opponent = OpponentOfLocalAuthorities(accounts);
        for (var i = 0; i < accounts.Count; i++)
        {
            for (var j = i + 1; j < accounts.Count; j++)
            {
                if (accounts[i].Side != accounts[j].Side && !IsOneSentence(accounts[i], accounts[j]) && AreOpposed(accounts[i].Side, accounts[j].Side, opponent))
                    yield return new AccountPair(accounts[i], accounts[j], Measure(question, ranked[0], accounts[i], accounts[j], odds));
            }
        }
    }

    private static bool IsOneSentence(Account a, Account b) => a.Evidence.Sentence == b.Evidence.Sentence;

    /// <summary>Two states, or the authorities that speak for themselves and the state they speak of.</summary>
    private static bool AreOpposed(string a, string b, string? opponentOfLocalAuthorities) =>
        (PartyNames.IsState(a) && PartyNames.IsState(b)) || (opponentOfLocalAuthorities is not null && (a == opponentOfLocalAuthorities || b == opponentOfLocalAuthorities));

    /// <summary>The state that those authorities' own words name most, else the first that lays an act of force at anybody's door; null where there is neither.</summary>
    private static string? OpponentOfLocalAuthorities(List<Account> accounts) =>
        accounts.Where(a => a.Side == PartyNames.LocalAuthorities)
            .SelectMany(a => a.Evidence.Sentence.Mentions.Select(AccusationText.SideOf).OfType<string>().Where(PartyNames.IsState).Distinct(StringComparer.Ordinal))
            .GroupBy(s => s, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key
        ?? accounts.Where(a => PartyNames.IsState(a.Side) && AccusationText.HasAny(a.Evidence.Sentence)).Select(a => a.Side).FirstOrDefault();

    /// <summary>What a party says in the best sentences and around the very best, best first.</summary>
    private List<Account> Accounts(AnalyzedQuestion question, ImmutableArray<Evidence> ranked)
    {
        var found = new Dictionary<(ArticleId, int), Evidence>();
        foreach (var evidence in ranked.Take(LookedThrough))
            found.TryAdd(Key(evidence.Sentence), evidence);
        foreach (var anchor in ranked.Where(e => !e.Sentence.IsTitle).Take(Anchors))
        {
            foreach (var sentence in Around(anchor.Sentence).Where(s => !found.ContainsKey(Key(s))))
                found.Add(Key(sentence), ranked.FirstOrDefault(e => e.Sentence == sentence) ?? judge.Judge(question, sentence, 0));
        }

        return
        [
            .. found.Values.Where(e => !e.Sentence.IsTitle && DisputedMatter.SpokenOf(e) >= MatterShare)
                .SelectMany(e => attributor.Attribute(e.Sentence).Where(a => a.SideId is { } side && PartyNames.IsParty(side) && !a.PassesOn && !a.IsCourtesy).DistinctBy(a => a.SideId).Select(a => new Account(e, a)))
                .OrderByDescending(a => a.Evidence.Score).ThenBy(a => a.Evidence.Sentence.Article.Id).ThenBy(a => a.Evidence.Sentence.Sentence.Index)
                .Take(MostAccounts),
        ];
    }

    private IEnumerable<AnalyzedSentence> Around(AnalyzedSentence anchor)
    {
        var paragraphs = anchor.Article.Paragraphs;
        var last = Math.Min(paragraphs.Length - 1, anchor.Paragraph.Index + ParagraphsAfter);
        for (var i = Math.Max(0, anchor.Paragraph.Index - ParagraphsBefore); i <= last; i++)
        {
            foreach (var sentence in paragraphs[i].IsHeading ? [] : analyzer.Analyze(anchor.Article, paragraphs[i]))
                yield return sentence;
        }
    }

    private static (ArticleId, int) Key(AnalyzedSentence sentence) => (sentence.Article.Id, sentence.Sentence.Index);

    /// <summary>The parties of which one lays an act of force at the other's door.</summary>
    private static HashSet<(string, string)> Odds(List<Account> accounts) =>
    [
        .. accounts.Where(a => AccusationText.HasAny(a.Evidence.Sentence))
            .SelectMany(a => a.Evidence.Sentence.Mentions.Select(AccusationText.SideOf).OfType<string>().Where(o => o != a.Side && PartyNames.IsState(o)).Select(o => PartyNames.Pair(a.Side, o))),
    ];

    private double[] Measure(AnalyzedQuestion question, Evidence best, Account better, Account worse, HashSet<(string, string)> odds)
    {
        var features = new double[FeatureWeights<DisputeFeature>.Count];
        var (a, b) = (better.Evidence, worse.Evidence);
        var confidences = (AbstentionPolicy.Confidence(question, a), AbstentionPolicy.Confidence(question, b));
        Set(DisputeFeature.Bias, 1);
        Set(DisputeFeature.LikelierAnswers, Math.Max(confidences.Item1, confidences.Item2));
        Set(DisputeFeature.UnlikelierAnswers, Math.Min(confidences.Item1, confidences.Item2));
        Set(DisputeFeature.BetterScore, Math.Clamp(a.Score / Math.Max(1, best.Score), -1, 1));
        Set(DisputeFeature.WorseScore, Math.Clamp(b.Score / Math.Max(1, best.Score), -1, 1));
        Set(DisputeFeature.BothCover, Math.Min(Covered(a, c => c.Here), Covered(b, c => c.Here)));
        Set(DisputeFeature.BothCoverAround, Math.Min(Covered(a, Around), Covered(b, Around)));
        Set(DisputeFeature.OtherTime, Math.Max(0, -Math.Min(a[SentenceFeature.Time], b[SentenceFeature.Time])));
        Set(DisputeFeature.NameMissing, MissesAName(a) || MissesAName(b) ? 1 : 0);
        var between = Math.Abs(a.Sentence.Sentence.Index - b.Sentence.Sentence.Index);
        var isOneArticle = a.Sentence.Article.Id == b.Sentence.Article.Id;
        Set(DisputeFeature.SameParagraph, isOneArticle && a.Sentence.Paragraph.Index == b.Sentence.Paragraph.Index ? 1 : 0);
        Set(DisputeFeature.Nearness, isOneArticle ? 1d / between : 0);
        Set(DisputeFeature.Neighbours, isOneArticle && between == 1 ? 1 : 0);
        Set(DisputeFeature.LikeBodies, LastWord(better.Attribution.Speaker).Equals(LastWord(worse.Attribution.Speaker), StringComparison.OrdinalIgnoreCase) && SpeakerNames.IsBody(LastWord(better.Attribution.Speaker).ToLowerInvariant()) ? 1 : 0);
        Set(DisputeFeature.TwoArticles, isOneArticle ? 0 : 1);
        Set(DisputeFeature.SharedWords, SharedWords(question, a.Sentence, b.Sentence));
        Set(DisputeFeature.Contradicts, Contradicts(better) || Contradicts(worse) ? 1 : 0);
        Set(DisputeFeature.Negates, Negates(a.Sentence) || Negates(b.Sentence) ? 1 : 0);
        Set(DisputeFeature.Contrasts, isOneArticle && Contrasts(a.Sentence.Sentence.Index > b.Sentence.Sentence.Index ? a.Sentence : b.Sentence) ? 1 : 0);
        Set(DisputeFeature.BothAccuse, AccusationText.HasAny(a.Sentence) && AccusationText.HasAny(b.Sentence) ? 1 : 0);
        var (blames, isBlamed) = (Blames(better, worse.Side), Blames(worse, better.Side));
        Set(DisputeFeature.BlameEachOther, blames && isBlamed ? 1 : 0);
        Set(DisputeFeature.OneBlamesTheOther, blames != isBlamed ? 1 : 0);
        Set(DisputeFeature.NamesFault, AccusationText.NamesFault(a.Sentence, better.Attribution) || AccusationText.NamesFault(b.Sentence, worse.Attribution) ? 1 : 0);
        Set(DisputeFeature.SameTime, a[SentenceFeature.Time] > 0 && b[SentenceFeature.Time] > 0 ? 1 : 0);
        Set(DisputeFeature.AtOdds, odds.Contains(PartyNames.Pair(better.Side, worse.Side)) ? 1 : 0);
        Set(DisputeFeature.IsBest, a.Sentence == best.Sentence || b.Sentence == best.Sentence ? 1 : 0);
        Set(DisputeFeature.BestIsNobodys, attributor.Attribute(best.Sentence).IsEmpty ? 1 : 0);
        var differ = question.Type == AnswerType.HowMany && NumbersDiffer(question, a, b);
        Set(DisputeFeature.NumbersDiffer, differ ? 1 : 0);
        Set(DisputeFeature.NumbersDoNot, question.Type == AnswerType.HowMany && !differ ? 1 : 0);
        Set(DisputeFeature.AsksBothSides, question.Type == AnswerType.BothSides ? 1 : 0);
        Set(DisputeFeature.AsksWhether, Asks.YesOrNo(question.Text) ? 1 : 0);
        Set(DisputeFeature.AsksWhy, question.Type == AnswerType.Why ? 1 : 0);
        Set(DisputeFeature.AsksPlainFact, question.Type is AnswerType.When or AnswerType.HowLong or AnswerType.Where or AnswerType.Definition or AnswerType.Name ? 1 : 0);
        var states = question.Entities.Select(u => u.StandsFor?.Id ?? u.Entity!.Id).Where(PartyNames.IsState).Distinct(StringComparer.Ordinal).Count();
        Set(DisputeFeature.NamesOneState, states == 1 ? 1 : 0);
        Set(DisputeFeature.NamesTwoStates, states > 1 ? 1 : 0);
        return features;

        void Set(DisputeFeature feature, double value) => features[(int)feature] = value;
        static double Around(UnitCoverage unit) => Math.Max(unit.Here, unit.WithContext);
    }

    private static bool Blames(Account account, string other) =>
        AccusationText.Accusations(account.Evidence.Sentence, account.Attribution) > 0
        && (AccusationText.BlamesOther(account.Evidence.Sentence, account.Attribution, other) || AccusationText.BlamesUnnamed(account.Evidence.Sentence, account.Attribution));

    private static string LastWord(string speaker) => speaker[(speaker.LastIndexOf(' ') + 1)..];

    private static double Covered(Evidence evidence, Func<UnitCoverage, double> how)
    {
        var total = evidence.Coverage.Sum(c => c.Unit.Weight);
        return total <= 0 ? 0 : evidence.Coverage.Sum(c => how(c) * c.Unit.Weight) / total;
    }

    private static bool MissesAName(Evidence evidence) =>
        evidence.Coverage.Any(c => c.Unit.IsName && c.Unit.Entity is not { Kind: EntityKind.State } && Math.Max(c.Here, c.WithContext) < NameSpokenOf);

    private static double SharedWords(AnalyzedQuestion question, AnalyzedSentence a, AnalyzedSentence b)
    {
        var (one, other) = (OwnWords(question, a), OwnWords(question, b));
        return one.Count == 0 || other.Count == 0 ? 0 : one.Count(other.Contains) / (double)Math.Min(one.Count, other.Count);
    }

    private static HashSet<string> OwnWords(AnalyzedQuestion question, AnalyzedSentence sentence) =>
        sentence.Tokens.Select((t, i) => (t.Text, Stem: sentence.Stems[i])).Where(t => !StopWords.Contains(t.Text) && !WordLists.ReportingVerbs.Contains(t.Stem) && !question.Words.Any(w => w.Stem == t.Stem))
            .Select(t => t.Stem).ToHashSet(StringComparer.Ordinal);

    private static bool Contradicts(Account account) => AccusationText.Answers(account.Evidence.Sentence, account.Attribution) || AccusationText.Contends(account.Attribution);

    private static bool Negates(AnalyzedSentence sentence) =>
        sentence.Tokens.Any(t => t.Text is "no" or "not" or "never" or "nothing" or "nobody" or "none" or "neither" or "nor" or "without" || t.Text.EndsWith("n't", StringComparison.Ordinal) || t.Text.EndsWith("n’t", StringComparison.Ordinal));

    private static bool Contrasts(AnalyzedSentence later) =>
        later.Tokens.Take(4).Any(t => t.Text is "but" or "however" or "while" or "whereas" or "meanwhile" or "instead" or "another" or "other" or "different" or "contrary" or "turn" or "part" or "yet" or "though" or "although" or "response");

    private static bool NumbersDiffer(AnalyzedQuestion question, Evidence a, Evidence b) =>
        AnswerShape.Counted(question, a.Sentence, mayCountPeople: true).FirstOrDefault(c => c.Fit >= Counted && !c.Quantity.IsVague) is { Quantity: { } one }
        && AnswerShape.Counted(question, b.Sentence, mayCountPeople: true).FirstOrDefault(c => c.Fit >= Counted && !c.Quantity.IsVague) is { Quantity: { } other }
        && !one.Agrees(other);
}

/// <summary>What a party says.</summary>
/// <param name="Evidence">The sentence.</param>
/// <param name="Attribution">Who says it; its side is a party.</param>
internal sealed record Account(Evidence Evidence, Attribution Attribution)
{
    /// <summary>Id of the state or body spoken for.</summary>
    public string Side => Attribution.SideId!;
}

/// <summary>Two parties' accounts.</summary>
/// <param name="Better">That of the sentence that fits the question better.</param>
/// <param name="Worse">The other.</param>
/// <param name="Features">By <see cref="DisputeFeature"/>.</param>
internal sealed record AccountPair(Account Better, Account Worse, double[] Features);
