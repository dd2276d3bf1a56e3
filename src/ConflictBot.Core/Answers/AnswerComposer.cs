using System.Collections.Immutable;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Retrieval;

namespace ConflictBot.Core.Answers;

/// <summary>Makes an answer of judged evidence: supported, disputed, or none.</summary>
internal sealed class AnswerComposer(ClaimBuilder claims, NumberDisagreement numbers, SideClaims sides, Contradiction contradiction, CompetingAccounts accounts, PartyStands stands, EachSidesNumber eachSides, SuggestedQuestions suggestions)
{
    // Excerpts kept for "more".
    private const int MostKept = 12;

    // A denial stands among the first sentences that answer, or is of something else.
    private const int LookedThroughForADenial = 5;

    // A sentence that speaks of something the question is about is worth showing as near.
    private const double NearEnough = 0.5;

    /// <summary>The answer, what else there is to show, and why, for people.</summary>
    public Composition Compose(AnalyzedQuestion question, string resolved, bool fromConversation, ImmutableArray<Evidence> ranked)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (question.AccountOf is { } side && sides.OfOne(question, ranked, side) is { IsEmpty: false } account)
            return Composition.Supported(Wording.In(question.Language).Supported, resolved, fromConversation, account, 1, "The question asks one side for what the sides tell differently, so that side's own claims were looked for.");
        if (question.Type == AnswerType.BothSides && (BothSides(question, resolved, fromConversation, ranked) ?? Stands(question, resolved, fromConversation, ranked)) is { } sided)
            return sided;
        if (eachSides.Find(question, ranked) is { IsEmpty: false } counted)
            return Composition.Supported(Wording.In(question.Language).Supported, resolved, fromConversation, counted, 1, "The question asks for a number on each side, so each side's own was looked for.");
        var answering = SentenceSelector.Answering(question, ranked);
        if (answering.IsEmpty)
            return Refuse(question, resolved, fromConversation, ranked, ranked.IsEmpty ? 0 : AbstentionPolicy.Confidence(question, ranked[0]));
        var confidence = AbstentionPolicy.Confidence(question, answering[0]);
        var asksYesOrNo = question.Type == AnswerType.YesNo || (question.Type == AnswerType.BothSides && Asks.YesOrNo(question.Text));
        if (Disagreement(question, asksYesOrNo, answering, ranked) is { } found)
        {
            var disputed = new DisputedAnswer { Text = found.Text, Resolved = resolved, ResolvedFromConversation = fromConversation, Groups = found.Groups, Explanation = found.Explanation };
            return new Composition(disputed, [], confidence, found.Why);
        }

        var selected = SentenceSelector.Select(question, answering, MostKept);
        var excerpts = claims.BuildDistinct(question, selected);
        var text = asksYesOrNo ? Wording.In(question.Language).YesNo : Wording.In(question.Language).Supported;
        return Composition.Supported(text, resolved, fromConversation, excerpts, confidence, Explain(answering[0], confidence));
    }

    /// <summary>Where the sentences that answer disagree: by denial, in one sentence, side by side, or in their numbers; null where they do not.</summary>
    private Telling? Disagreement(AnalyzedQuestion question, bool asksYesOrNo, ImmutableArray<Evidence> answering, ImmutableArray<Evidence> ranked)
    {
        var words = Wording.In(question.Language);
        var odds = sides.OddsIn(ranked);
        if (asksYesOrNo && sides.Opposed(question, SentenceSelector.Select(question, answering, LookedThroughForADenial), ranked, odds) is { } opposed)
            return new Telling(words.Sides, opposed, "One side says it and the other denies it.");
        if (sides.ToldOfBoth(question, answering, odds) is { } both)
            return new Telling(words.Sides, both.Told == answering[0] ? [both.Group] : [Above(question, answering[0]), both.Group], "One sentence tells what each side says of it.");
        if (sides.Adjacent(question, [.. answering.Take(LookedThroughForADenial).Where(e => AbstentionPolicy.Confidence(question, e) >= AbstentionPolicy.Threshold)], odds) is { } adjacent)
            return new Telling(words.Sides, adjacent, "Each side says something of it, one right beside the other.");
        if (contradiction.Find(question, answering) is { } denied)
            return new Telling(words.Sides, WithDenial(question, answering[0], denied.Told, denied.Denial), "What answers is denied right after, by a party of which it tells it.");
        if (numbers.Detect(question, answering) is { } differing)
            return new Telling(words.Numbers, differing.Groups, "Numbers of the same thing differ between articles or sides. " + differing.Explanation) { Explanation = differing.Explanation };
        return accounts.Find(question, answering) is { } dispute ? new Telling(words.Sides, Beside(question, answering[0], dispute), "Two parties' accounts of it differ, or likely do.") : null;
    }

    /// <summary>Each party's accounts, first the party's that answers best; above both what answers better than any.</summary>
    private ImmutableArray<ClaimGroup> Beside(AnalyzedQuestion question, Evidence best, Dispute dispute)
    {
        ImmutableArray<ClaimGroup> both = [.. new[] { dispute.Better, dispute.Worse }.OrderByDescending(IsOfTheBest).Select(a => Group(question, a))];
        if (IsOfTheBest(dispute.Better) || IsOfTheBest(dispute.Worse))
            return both;
        return [Above(question, best), .. both];

        bool IsOfTheBest(ImmutableArray<Account> said) => said.Any(a => a.Sentence == best.Sentence);
    }

    /// <summary>What is told, and its denial; above both what answers better.</summary>
    private ImmutableArray<ClaimGroup> WithDenial(AnalyzedQuestion question, Evidence best, Evidence told, Account denial)
    {
        var claim = claims.Build(question, told);
        ImmutableArray<ClaimGroup> both = [new ClaimGroup(claim.Side ?? Teller(question, told, claim), [claim]), Group(question, [denial])];
        return told == best ? both : [Above(question, best), .. both];
    }

    private ClaimGroup Above(AnalyzedQuestion question, Evidence best)
    {
        var claim = claims.Build(question, best);
        return new ClaimGroup(Teller(question, best, claim), [claim]) { TellsOfAll = true };
    }

    private static string Teller(AnalyzedQuestion question, Evidence told, Claim claim) => claim.Speaker ?? told.Sentence.Article.Metadata.Publisher ?? Wording.In(question.Language).UnnamedOutlet;

    private ClaimGroup Group(AnalyzedQuestion question, ImmutableArray<Account> said) =>
        new(claims.NameOfSide(said[0].Side) ?? said[0].Side, [.. said.Select(a => claims.Build(question, a.Evidence, a.Attribution))]);

    /// <summary>What each of two parties says of a matter, where the question asks for both their stands; null elsewhere.</summary>
    public Composition? Stands(AnalyzedQuestion question, string resolved, bool fromConversation, ImmutableArray<Evidence> ranked)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (stands.Find(question, ranked) is not { } groups)
            return null;
        var answer = new DisputedAnswer { Text = Wording.In(question.Language).Compared, Resolved = resolved, ResolvedFromConversation = fromConversation, Groups = groups };
        return new Composition(answer, [], 1, "The question asks for the stands of two, so each one's own words were looked for.");
    }

    private Composition? BothSides(AnalyzedQuestion question, string resolved, bool fromConversation, ImmutableArray<Evidence> ranked)
    {
        if (question.Units.Any(u => u is { Unknown: true, IsName: true, Entity: not { Kind: EntityKind.Event } }))
            return null;
        var told = sides.Find(question, ranked);
        if (told?.Groups.Any(g => g.TellsOfAll) != true && accounts.Find(question, ranked) is { } dispute)
        {
            ImmutableArray<ClaimGroup> groups = [.. new[] { dispute.Better, dispute.Worse }.OrderBy(a => a[0].Side, StringComparer.Ordinal).Select(a => Group(question, a))];
            // What accuses nobody, or is said by others than those at odds here, does not stand in for two charges.
            if (told?.Groups.Length != 2 || (dispute.Better[0].Accuses && dispute.Worse[0].Accuses && groups.All(g => told.Value.Groups.Any(t => t.Label == g.Label))))
                told = (groups, null);
        }

        if (told is not { } found)
            return null;
        // A yes-or-no question of what one side did has an answer of its own where the other side says nothing.
        if (found.Groups.Length < 2 && Asks.YesOrNoOrWhy(question.Text))
            return null;
        var answer = new DisputedAnswer
        {
            Text = found.Groups.Length > 1 || found.Explanation is null ? Wording.In(question.Language).Sides : Wording.In(question.Language).OneSide,
            Resolved = resolved,
            ResolvedFromConversation = fromConversation,
            Groups = found.Groups,
            Explanation = found.Explanation,
        };
        return new Composition(answer, [], 1, "The question asks what the sides see differently, so each side's own claim was looked for.");
    }

    /// <summary>No answer, with the reason and what is near.</summary>
    public Composition Refuse(AnalyzedQuestion question, string resolved, bool fromConversation, ImmutableArray<Evidence> ranked, double confidence)
    {
        ArgumentNullException.ThrowIfNull(question);
        var reason = AbstentionPolicy.Reason(question, ranked);
        var unknown = AbstentionPolicy.UnknownOf(question, ranked).Select(u => u.Surface).ToArray();
        var nearest = reason is NoAnswerReason.WeakEvidence or NoAnswerReason.PartNotCovered && !ranked.IsEmpty && ranked[0].Coverage.Any(c => c.Here >= NearEnough)
            ? ImmutableArray.Create(claims.Build(question, ranked[0])) : [];
        var answer = new NoAnswer
        {
            Text = Wording.In(question.Language).NotCovered(unknown),
            Resolved = resolved,
            ResolvedFromConversation = fromConversation,
            Reason = reason,
            Nearest = nearest,
            Suggestions = suggestions.Near(ranked.IsEmpty ? null : ranked[0].Sentence.Article),
        };
        var why = unknown.Length > 0
            ? "Not in the articles: " + string.Join(", ", unknown) + "."
            : "No sentence speaks of everything the question asks for.";
        return new Composition(answer, [], confidence, why);
    }

    private static string Explain(Evidence best, double confidence)
    {
        var covered = best.Coverage.Where(c => c.Here > 0).Select(c => c.Unit.Surface);
        var around = best.Coverage.Where(c => c.Here <= 0 && c.WithContext > 0).Select(c => c.Unit.Surface).ToArray();
        return $"The first excerpt speaks of {string.Join(", ", covered)}"
            + (around.Length > 0 ? $", and what stands around it of {string.Join(", ", around)}" : "")
            + FormattableString.Invariant($". Confidence {confidence:0.00}; answers are given from {AbstentionPolicy.Threshold:0.00}.");
    }

    /// <param name="Text">The sentence above the groups.</param>
    /// <param name="Groups">What each says.</param>
    /// <param name="Why">Why it is shown as disputed, for people.</param>
    private sealed record Telling(string Text, ImmutableArray<ClaimGroup> Groups, string Why)
    {
        public string? Explanation { get; init; }
    }
}

/// <summary>An answer with what goes beside it.</summary>
/// <param name="Answer">What is said.</param>
/// <param name="More">Further evidence, best first.</param>
/// <param name="Confidence">0–1.</param>
/// <param name="Why">Why it is what it is, for people.</param>
public sealed record Composition(Answer Answer, ImmutableArray<Claim> More, double Confidence, string Why)
{
    /// <summary>An answer that shows the first of some excerpts, and keeps the rest for "more".</summary>
    internal static Composition Supported(string text, string resolved, bool fromConversation, ImmutableArray<Claim> excerpts, double confidence, string why) => new(
        new SupportedAnswer { Text = text, Resolved = resolved, ResolvedFromConversation = fromConversation, Excerpts = [.. excerpts.Take(SentenceSelector.MostExcerpts)] },
        [.. excerpts.Skip(SentenceSelector.MostExcerpts)],
        confidence,
        why);
}
