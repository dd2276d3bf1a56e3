using System.Collections.Immutable;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Retrieval;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Answers;

/// <summary>Finds, for a question that the sides answer differently, what each side says of the other.</summary>
public sealed class SideClaims(SpeakerAttributor attributor, ClaimBuilder claims, Gazetteer gazetteer)
{
    private const int MostForASide = 2;

    // A claim is worth its fit to the question and how plainly it lays an act at the other side's door: one act told says it, more words for it little.
    private const double PerAccusation = 2.5;
    private const double MostAccusations = 1.4;
    private const double FaultBonus = 2;
    private const double FitWeight = 0.8;
    private const double TimeWeight = 1;
    private const double FitShare = 0.4;

    // Of a claim that speaks of all of the matter asked about: more than of one act more.
    private const double MatterWeight = 3;

    // So much of the matter a claim has to speak of, and so much where no word of it accuses.
    private const double MatterShare = 0.3;
    private const double PlainShare = 0.45;
    private const double WholeMatter = 0.7;

    // What stands beside an answer speaks of the same where it speaks of the question's names, and of so much of its words.
    private const double NameBeside = 0.45;
    private const double WordsBeside = 0.5;

    // An answer to an accusation stands right after it.
    private const int SentencesToTheReply = 2;

    // Among so many sentences that answer, one that tells what both say is shown.
    private const int LookedThroughForBoth = 3;

    // A sentence that tells what both say of each other goes first where it fits nearly as well as what one of them says.
    private const double MutualShare = 0.7;

    /// <summary>Each side's best claims, as many for one as for the other; null where no side is found making one about what is asked.</summary>
    public (ImmutableArray<ClaimGroup> Groups, string? Explanation)? Find(AnalyzedQuestion question, ImmutableArray<Evidence> ranked)
    {
        ArgumentNullException.ThrowIfNull(question);
        var sides = Parties(question, ranked);
        if (sides.Length != 2)
            return MutualAlone(question, ranked);
        var first = ClaimsOf(question, ranked, sides[0], sides[1]);
        var second = ClaimsOf(question, ranked, sides[1], sides[0]);
        if (first.IsEmpty && ClaimsOf(question, ranked, PartyNames.LocalAuthorities, sides[1]) is { IsEmpty: false } instead)
            (sides, first) = ([PartyNames.LocalAuthorities, sides[1]], instead);
        else if (second.IsEmpty && ClaimsOf(question, ranked, PartyNames.LocalAuthorities, sides[0]) is { IsEmpty: false } other)
            (sides, second) = ([sides[0], PartyNames.LocalAuthorities], other);
        if (first.IsEmpty && second.IsEmpty)
            (first, second) = (NarratedFor(ranked, sides[0], sides[1]), NarratedFor(ranked, sides[1], sides[0]));
        if (first.IsEmpty && second.IsEmpty)
            return MutualAlone(question, ranked);
        if (first.IsEmpty)
            first = Fallback(ranked, sides[0], sides[1], second);
        else if (second.IsEmpty)
            second = Fallback(ranked, sides[1], sides[0], first);
        if ((first.IsEmpty || second.IsEmpty) && MutualAlone(question, ranked) is { } mutualAlone)
            return mutualAlone;
        if (first.IsEmpty || second.IsEmpty)
        {
            var (present, absent) = first.IsEmpty ? (sides[1], sides[0]) : (sides[0], sides[1]);
            var only = first.IsEmpty ? second : first;
            return ([Group(question, present, only.Take(MostForASide))], Wording.In(question.Language).NoSuchClaim(Name(absent)));
        }

        (first, second) = (WithReply(ranked, sides[0], sides[1], first, second), WithReply(ranked, sides[1], sides[0], second, first));

        // As many excerpts for one side as for the other.
        var mutual = Mutual(ranked, Math.Max(first[0].Evidence.Score, second[0].Evidence.Score));
        var each = mutual is not null ? 1 : Math.Min(MostForASide, Math.Min(first.Length, second.Length));
        var groups = ImmutableArray.CreateBuilder<ClaimGroup>();
        if (mutual is not null)
            groups.Add(new ClaimGroup(string.Join(", ", sides.Select(Name)), [claims.Build(question, mutual)]) { TellsOfAll = true });
        groups.Add(Group(question, sides[0], first.Take(each)));
        groups.Add(Group(question, sides[1], second.Take(each)));
        var narrated = new[] { (Side: sides[0], Claims: first), (Side: sides[1], Claims: second) }.FirstOrDefault(s => s.Claims[0].Attribution is null);
        return (groups.ToImmutable(), narrated.Side is null ? null : Wording.In(question.Language).Narrated(Name(narrated.Side)));
    }

    /// <summary>The best claims of one side, of the time asked about where one is; none where it is found making none about what is asked.</summary>
    internal ImmutableArray<Claim> OfOne(AnalyzedQuestion question, ImmutableArray<Evidence> ranked, string side)
    {
        if (new Odds(attributor, ranked).OpponentOf(side) is not { } other)
            return [];
        var its = ClaimsOf(question, ranked, side, other).Where(c => question.Dates is null || c.Evidence[SentenceFeature.Time] > 0);
        return [.. its.Take(SentenceSelector.MostExcerpts).Select(c => claims.Build(question, c.Evidence, c.Attribution))];
    }

    /// <summary>What a side denies right after the other's best claim goes before what it claims in another article, of another matter maybe.</summary>
    private ImmutableArray<SideClaim> WithReply(ImmutableArray<Evidence> ranked, string side, string other, ImmutableArray<SideClaim> claimed, ImmutableArray<SideClaim> others) =>
        claimed[0].Evidence.Sentence.Article.Id != others[0].Evidence.Sentence.Article.Id
        && RepliesOf(ranked, side, other, [others[0]]).FirstOrDefault(r => Follows(r.Evidence, others[0].Evidence) && AccusationText.Denies(r.Evidence.Sentence, r.Attribution!)) is { } reply
            ? [reply, .. claimed] : claimed;

    private ImmutableArray<SideClaim> Fallback(ImmutableArray<Evidence> ranked, string side, string other, ImmutableArray<SideClaim> others) =>
        RepliesOf(ranked, side, other, others) is { IsEmpty: false } replies ? replies : NarratedFor(ranked, side, other);

    /// <summary>What an article tells in its own words that, of the two, quotes this side alone: the account of that side, as the outlet gives it.</summary>
    private ImmutableArray<SideClaim> NarratedFor(ImmutableArray<Evidence> ranked, string side, string other) =>
    [
        .. ranked.Where(e => !e.Sentence.IsTitle && e[SentenceFeature.Time] >= 0 && AccusationText.HasAny(e.Sentence) && DisputedMatter.SpokenOf(e) >= MatterShare)
            .Where(e => e.Sentence.Mentions.Any(m => AccusationText.SideOf(m) == other) && attributor.Attribute(e.Sentence).IsEmpty && QuotesOnly(side, other, e, ranked))
            .Select(e => new SideClaim(e, null, e.Score)),
    ];

    private bool QuotesOnly(string side, string other, Evidence told, ImmutableArray<Evidence> ranked)
    {
        var quoted = ranked.Where(e => e.Sentence.Article.Id == told.Sentence.Article.Id).SelectMany(e => attributor.Attribute(e.Sentence)).Select(a => a.SideId).ToHashSet();
        return quoted.Contains(side) && !quoted.Contains(other);
    }

    /// <summary>Who is at odds with whom in the sentences found.</summary>
    internal Odds OddsIn(ImmutableArray<Evidence> ranked) => new(attributor, ranked);

    /// <summary>Of sentences that answer a question of whether something is so, one side's and the other's denial of it or answer to it; null where nobody of the two denies.</summary>
    internal ImmutableArray<ClaimGroup>? Opposed(AnalyzedQuestion question, ImmutableArray<Evidence> answering, ImmutableArray<Evidence> ranked, Odds odds)
    {
        foreach (var claim in Sided(answering, odds))
        {
            var other = Sided(answering, odds).FirstOrDefault(o => IsOther(claim, o) && (Denies(o) || Denies(claim)) && odds.Are(claim.Side!, o.Side!))
                ?? (claim.Evidence == answering[0] ? Sided(ranked, odds).FirstOrDefault(o => IsOther(claim, o) && (AnswersTo(o, claim) || (Denies(claim) && AnswersTo(claim, o)))) : null);
            if (other is not null)
                return [Group(question, claim.Side!, [claim]), Group(question, other.Side!, [other])];
        }

        return null;

        bool IsOther(SideClaim a, SideClaim b) => a.Side != b.Side;
        bool AnswersTo(SideClaim reply, SideClaim to) => (Follows(reply.Evidence, to.Evidence) && AccusationText.Answers(reply.Evidence.Sentence, reply.Attribution!))
            || (ComesLater(reply.Evidence, to.Evidence) && AccusationText.DeniesTheCharge(reply.Evidence.Sentence, reply.Attribution!));
        bool Denies(SideClaim claim) => AccusationText.Denies(claim.Evidence.Sentence, claim.Attribution!) || question.Units.Any(u => u is { IsName: false, Role: not UnitRole.Saying } && Negation.Denies(claim.Evidence.Sentence, u));
    }

    /// <summary>Of sentences that answer, one side's and right beside it the other's, where the two are at odds: "one ministry says that …; the other maintains that …". Null where there are none.</summary>
    internal ImmutableArray<ClaimGroup>? Adjacent(AnalyzedQuestion question, ImmutableArray<Evidence> answering, Odds odds)
    {
        if (question.Type is AnswerType.HowMany or AnswerType.Said or AnswerType.Position or AnswerType.WhoIs or AnswerType.Name || Sided(answering, odds).FirstOrDefault() is not { } best || best.Evidence != answering[0])
            return null;
        var other = Sided(answering, odds).FirstOrDefault(o => o.Side != best.Side && AreBeside(o.Evidence, best.Evidence) && SpeaksOfTheSame(o.Evidence)
            && (AccusationText.Contends(o.Attribution!) || AccusationText.Contends(best.Attribution!) || odds.Are(best.Side!, o.Side!)));
        return other is null ? null : [Group(question, best.Side!, [best]), Group(question, other.Side!, [other])];
    }

    /// <summary>Every name of the question is spoken of there or right around, a person's in the sentence itself, and half of its other words in the sentence itself.</summary>
    private static bool SpeaksOfTheSame(Evidence evidence) =>
        evidence.Coverage.All(c => !c.Unit.IsName || (c.Unit.Entity is { Kind: EntityKind.Person } ? c.Here : Math.Max(c.Here, c.WithContext)) >= NameBeside)
        && DisputedMatter.ShareSpokenOf(evidence, u => !u.IsName) >= WordsBeside;

    private static bool AreBeside(Evidence a, Evidence b) => Follows(a, b) || Follows(b, a);

    /// <summary>Of the first sentences that answer, one in which each of two states that are at odds says something of what was asked of neither by name ("the one side says …, while the other says …"); null where there is none.</summary>
    internal (Evidence Told, ClaimGroup Group)? ToldOfBoth(AnalyzedQuestion question, ImmutableArray<Evidence> answering, Odds odds)
    {
        if (question.Type is AnswerType.HowMany or AnswerType.Said or AnswerType.Position || question.Entities.Any(u => u.Entity!.Kind == EntityKind.State || u.StandsFor is not null))
            return null;
        foreach (var told in answering.Take(LookedThroughForBoth).Where(e => AbstentionPolicy.Confidence(question, e) >= AbstentionPolicy.Threshold))
        {
            var sides = attributor.Attribute(told.Sentence).Where(a => !a.PassesOn && !a.IsCourtesy).Select(a => a.SideId).OfType<string>().Where(PartyNames.IsState).Distinct(StringComparer.Ordinal).ToList();
            if (sides is [var one, var other] && odds.Are(one, other))
                return (told, new ClaimGroup($"{Name(one)}, {Name(other)}", [claims.Build(question, told)]) { TellsOfAll = true });
        }

        return null;
    }

    /// <summary>What somebody says for a state, or for the authorities in Nagorno-Karabakh, in the order given.</summary>
    private IEnumerable<SideClaim> Sided(ImmutableArray<Evidence> evidence, Odds odds)
    {
        foreach (var e in evidence.Where(e => !e.Sentence.IsTitle && e[SentenceFeature.Time] >= 0))
        {
            if (attributor.Attribute(e.Sentence).FirstOrDefault(a => a.SideId is { } side && PartyNames.IsParty(side) && !a.PassesOn && !a.IsCourtesy) is { } sided)
                yield return new SideClaim(e, sided, e.Score);
            else if (HomeWords(e).FirstOrDefault() is { } home && Opponent(e.Sentence, home, odds) is { } opponent)
                yield return new SideClaim(e, home, e.Score) { Side = opponent };
        }
    }

    /// <summary>Whose "the ministry" is that blames one state: the state that is most at odds with it.</summary>
    private static string? Opponent(AnalyzedSentence sentence, Attribution attribution, Odds odds) =>
        PartyNames.StatesIn(sentence).Where(s => AccusationText.BlamesOther(sentence, attribution, s)).ToList() is [var one] ? odds.OpponentOf(one) : null;

    /// <summary>One sentence that tells what both say of each other, where no claim of either's own is found.</summary>
    private (ImmutableArray<ClaimGroup> Groups, string? Explanation)? MutualAlone(AnalyzedQuestion question, ImmutableArray<Evidence> ranked)
    {
        if (ranked.IsEmpty || Mutual(ranked, ranked[0].Score) is not { } mutual || DisputedMatter.SpokenOf(mutual) < MatterShare || AbstentionPolicy.Confidence(question, mutual) < AbstentionPolicy.Threshold)
            return null;
        var named = PartyNames.StatesIn(mutual.Sentence).Select(Name).ToList();
        return ([new ClaimGroup(named.Count > 0 ? string.Join(", ", named) : Wording.In(question.Language).BothSides, [claims.Build(question, mutual)]) { TellsOfAll = true }], null);
    }

    /// <summary>The two parties: those the question names, else the two states that blame each other most in the passages found.</summary>
    private ImmutableArray<string> Parties(AnalyzedQuestion question, ImmutableArray<Evidence> ranked)
    {
        var named = question.Entities.Where(u => u.StandsFor is not null || u.Entity!.Kind != EntityKind.Place).Select(u => u.StandsFor?.Id ?? (u.Entity!.Kind == EntityKind.State ? u.Entity.Id : u.Entity.Side))
            .Where(s => s is not null).Select(s => s!).Distinct(StringComparer.Ordinal).ToList();
        if (named.Count == 2)
            return [.. named.Order(StringComparer.Ordinal)];
        return new Odds(attributor, ranked).Most(named.Count == 1 ? named[0] : null) is { } most ? [most.Item1, most.Item2] : [];
    }

    private ImmutableArray<SideClaim> ClaimsOf(AnalyzedQuestion question, ImmutableArray<Evidence> ranked, string side, string other)
    {
        var found = Blaming(question, OwnWords(side), ranked, (s, a) => AccusationText.BlamesOther(s, a, other));
        if (!found.Exists(c => c.Evidence[SentenceFeature.Time] > 0))
        {
            var unnamed = Blaming(question, OwnWords(side), ranked, AccusationText.BlamesUnnamed);
            found = found.Count == 0 || unnamed.Exists(c => c.Evidence[SentenceFeature.Time] > 0) ? unnamed : found;
        }

        // Whether a side did something is answered by its denial before it is by a charge of its own.
        if (Asks.YesOrNo(question.Text))
            found.AddRange(Blaming(question, OwnWords(side), ranked, (s, a) => AccusationText.Rejects(s, a) && !AccusationText.BlamesOther(s, a, other)));
        if (found.Count == 0 && PartyNames.IsState(side) && PartyNames.IsState(other))
            found = Blaming(question, HomeWords, ranked, (s, a) => AccusationText.BlamesOther(s, a, other) && !AccusationText.BlamesOther(s, a, side));

        // Beside a claim that is known to be of the time asked about, one that may be is no answer.
        if (found.Exists(c => c.Evidence[SentenceFeature.Time] > 0))
            found.RemoveAll(c => c.Evidence[SentenceFeature.Time] <= 0);
        // Nor is one that hardly fits the question beside one that does.
        var best = found.Select(c => c.Evidence.Score).DefaultIfEmpty(0).Max();
        return [.. found.Where(c => c.Evidence.Score >= FitShare * best).OrderByDescending(c => c.Score).ThenBy(c => c.Evidence.Sentence.Article.Id).ThenBy(c => c.Evidence.Sentence.Sentence.Index)];
    }

    private static List<SideClaim> Blaming(AnalyzedQuestion question, Func<Evidence, IEnumerable<Attribution>> words, ImmutableArray<Evidence> ranked, Func<AnalyzedSentence, Attribution, bool> blames)
    {
        var found = new List<SideClaim>();
        var asksForFault = question.Units.Any(u => WordLists.Fault.Contains(u.Stem) && !u.Surface.StartsWith("response", StringComparison.OrdinalIgnoreCase));
        var asksOfAMatter = DisputedMatter.IsAsked(question);
        foreach (var evidence in ranked.Where(e => !e.Sentence.IsTitle && e[SentenceFeature.Time] >= 0))
        {
            if (words(evidence).FirstOrDefault(a => blames(evidence.Sentence, a)) is not { } attribution)
                continue;
            var accusations = AccusationText.Accusations(evidence.Sentence, attribution);
            var isPlain = accusations == 0 && !AccusationText.NamesFault(evidence.Sentence, attribution);
            if ((isPlain && !asksOfAMatter) || DisputedMatter.SpokenOf(evidence) < (accusations > 0 ? MatterShare : asksForFault ? PlainShare : WholeMatter))
                continue;
            var score = (FitWeight * evidence.Score) + (PerAccusation * Math.Min(accusations, MostAccusations)) + (TimeWeight * evidence[SentenceFeature.Time]);
            if (asksOfAMatter)
                score += MatterWeight * DisputedMatter.SpokenOf(evidence);
            if (Asks.YesOrNo(question.Text) && AccusationText.Rejects(evidence.Sentence, attribution))
                score += FaultBonus;
            if (asksForFault && AccusationText.NamesFault(evidence.Sentence, attribution))
                score += FaultBonus;
            found.Add(new SideClaim(evidence, attribution, score));
        }

        return found;
    }

    /// <summary>What a side that accuses nobody answers to the other's claims: a denial, its words right after them, or those right before them that speak of the other.</summary>
    private ImmutableArray<SideClaim> RepliesOf(ImmutableArray<Evidence> ranked, string side, string other, ImmutableArray<SideClaim> others) =>
    [
        .. ranked.Where(e => !e.Sentence.IsTitle)
            .Select(e => (Evidence: e, Attribution: OwnWords(side)(e).FirstOrDefault()))
            .Where(c => c.Attribution is not null)
            .Select(c => (c.Evidence, c.Attribution, IsReply: others.Any(o => Follows(c.Evidence, o.Evidence) || (Follows(o.Evidence, c.Evidence) && AccusationText.BlamesOther(c.Evidence.Sentence, c.Attribution!, other)))))
            .Where(c => IsOfTheTime(c.Evidence, c.IsReply) && (c.IsReply || (AccusationText.Denies(c.Evidence.Sentence, c.Attribution!) && DisputedMatter.SpokenOf(c.Evidence) >= MatterShare)))
            .Select(c => new SideClaim(c.Evidence, c.Attribution!, c.Evidence.Score)),
    ];

    /// <summary>What is said right after a claim, and gives no time of its own, is of the claim's.</summary>
    private static bool IsOfTheTime(Evidence evidence, bool isReply) => evidence[SentenceFeature.Time] >= 0 || (isReply && evidence.Sentence.Dates.IsEmpty);

    private static bool Follows(Evidence reply, Evidence claim) =>
        reply.Sentence.Article.Id == claim.Sentence.Article.Id && reply.Sentence.Sentence.Index - claim.Sentence.Sentence.Index is > 0 and <= SentencesToTheReply;

    private static bool ComesLater(Evidence reply, Evidence claim) =>
        reply.Sentence.Article.Id == claim.Sentence.Article.Id && reply.Sentence.Sentence.Index > claim.Sentence.Sentence.Index;

    private Func<Evidence, IEnumerable<Attribution>> OwnWords(string side) => evidence => attributor.Attribute(evidence.Sentence).Where(a => a.SideId == side && !a.PassesOn && !a.IsCourtesy);

    /// <summary>What "the ministry" says in a text that never tells whose it is: it accuses the other side, and so speaks for this one.</summary>
    private IEnumerable<Attribution> HomeWords(Evidence evidence) =>
        attributor.Attribute(evidence.Sentence).Where(a => a is { SideId: null, Entity: null, PassesOn: false } && SpeakerNames.IsStateBody(a.Speaker.Split(' ')[^1].ToLowerInvariant()));

    private static Evidence? Mutual(ImmutableArray<Evidence> ranked, double best) =>
        ranked.FirstOrDefault(e => !e.Sentence.IsTitle && e[SentenceFeature.Time] >= 0 && e.Score >= MutualShare * best && AccusationText.IsMutual(e.Sentence));

    private string Name(string side) => gazetteer.Find(side)?.Name ?? side;

    private ClaimGroup Group(AnalyzedQuestion question, string side, IEnumerable<SideClaim> of) =>
        new(Name(side), [.. of.Select(c => claims.Build(question, c.Evidence, c.Attribution))]);

    /// <param name="Evidence">The sentence.</param>
    /// <param name="Attribution">Who says it; null where the article tells it in its own words.</param>
    /// <param name="Score">Compares within a side.</param>
    private sealed record SideClaim(Evidence Evidence, Attribution? Attribution, double Score)
    {
        /// <summary>Whom it speaks for.</summary>
        public string? Side { get; init; } = Attribution?.SideId;
    }
}
