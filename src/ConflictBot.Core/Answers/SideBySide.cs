using System.Collections.Immutable;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Retrieval;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Answers;

/// <summary>Makes one answer of two: for a question that asks for two things, and for a comparison.</summary>
internal sealed class SideBySide(AnswerComposer composer, SpeakerAttributor attributor, AliasMatcher matcher)
{
    /// <summary>From here on a sentence speaks of a thing itself.</summary>
    public const double Covered = 0.5;

    /// <summary>Whether one sentence answers both of what was counted, so that the whole question is best answered as one.</summary>
    public static bool OneSentenceAnswers(AnalyzedQuestion whole, ImmutableArray<Evidence> ranked, ImmutableArray<QuestionPart> parts)
    {
        var answering = SentenceSelector.Answering(whole, ranked);
        return !answering.IsEmpty && whole.Type == AnswerType.HowMany && !parts.Any(p => p.CarriesTopic)
            && answering[0].Coverage.All(c => c.Here >= Covered || !parts.Any(p => p.Label.Contains(c.Unit.Surface, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Both answers; the one there is, where the other's question has none; null where neither has.</summary>
    public Composition? Both(string resolved, bool shows, LookedUp first, LookedUp second, string firstLabel, string secondLabel)
    {
        var (a, b) = (Compose(first, resolved, shows), Compose(second.ByItsOwnWords(), resolved, shows));
        var words = Wording.In(first.Question.Language);
        if (a.Answer is NoAnswer && b.Answer is NoAnswer)
            return null;
        if (a.Answer is NoAnswer || b.Answer is NoAnswer)
        {
            var (there, missing) = a.Answer is NoAnswer ? (b, firstLabel) : (a, secondLabel);
            return there with { Answer = there.Answer with { Text = $"{words.PartNotAnswered(missing)} {there.Answer.Text}" }, Why = $"Nothing answers “{missing}”. {there.Why}" };
        }

        var confidence = Math.Min(a.Confidence, b.Confidence);
        if (a.Answer is DisputedAnswer || b.Answer is DisputedAnswer)
        {
            var disputed = a.Answer as DisputedAnswer ?? (DisputedAnswer)b.Answer;
            var groups = Groups(a.Answer, firstLabel).Concat(Groups(b.Answer, secondLabel)).ToImmutableArray();
            return new Composition(disputed with { Groups = groups }, [.. Rest(a), .. Rest(b)], confidence, "The question asks for two things, and the claims on one of them differ.");
        }

        return Ordered(resolved, shows, words, a, b, firstLabel, secondLabel, confidence);
    }

    /// <summary>Whether both are states, and at odds in the sentences found.</summary>
    public bool AreAtOdds((ComparedThing First, ComparedThing Second) compared, ImmutableArray<Evidence> found) =>
        State(compared.First.Label) is { } a && State(compared.Second.Label) is { } b && new Odds(attributor, found).Are(a.Id, b.Id);

    /// <summary>The best of each, side by side; as claims of the parties where the two are at odds with one another.</summary>
    public Composition? Compare(string resolved, bool shows, LookedUp first, LookedUp second, (ComparedThing First, ComparedThing Second) compared)
    {
        (first, second) = (Own(first, compared.First, compared.Second), Own(second, compared.Second, compared.First));
        if (Both(resolved, shows, first, second, compared.First.Label, compared.Second.Label) is not { } both)
            return null;
        if (both.Answer is not SupportedAnswer { Excerpts.Length: > 1 } supported)
            return Flattened(both, resolved, shows, first, second, compared);
        if (State(compared.First.Label) is not { } a || State(compared.Second.Label) is not { } b || !new Odds(attributor, [.. first.Ranked, .. second.Ranked]).Are(a.Id, b.Id))
            return both;
        var answer = new DisputedAnswer
        {
            Text = Wording.In(first.Question.Language).Compared,
            Resolved = resolved,
            ResolvedFromConversation = shows,
            Groups = [new ClaimGroup(a.Name, [supported.Excerpts[0]]), new ClaimGroup(b.Name, [supported.Excerpts[1]])],
        };
        return both with { Answer = answer, Why = "A comparison was asked for, so the best excerpt for each side was looked for." };
    }

    /// <summary>
    /// Of two things compared, each wants its own: without what speaks of the other alone, or of the other side's ("Azerbaijani soldiers" for Armenian ones), and
    /// where sentences that name it answer, no others.
    /// </summary>
    private LookedUp Own(LookedUp found, ComparedThing own, ComparedThing other)
    {
        var others = matcher.Match(other.Label).Select(m => m.Entry.Id).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<Evidence> its = [.. found.Ranked.Where(e => e[SentenceFeature.SideConflicts] <= 0 && (IsNamed(e) || !e.Sentence.Mentions.Any(m => others.Contains(m.Entry.Id))))];
        ImmutableArray<Evidence> named = [.. its.Where(IsNamed)];
        return found with { Ranked = SentenceSelector.Answering(found.Question, named).IsEmpty ? its : named };

        bool IsNamed(Evidence evidence) =>
            evidence.Coverage.Where(c => c.Unit.Entity is not null && own.Label.Contains(c.Unit.Surface, StringComparison.OrdinalIgnoreCase)).All(c => c.Here >= Covered);
    }

    /// <summary>A comparison of two answers, one of which is of differing claims: the first of each claim, in order.</summary>
    private Composition Flattened(Composition both, string resolved, bool shows, LookedUp first, LookedUp second, (ComparedThing First, ComparedThing Second) compared)
    {
        if (first.Question.Type != AnswerType.HowMany && both.Answer is SupportedAnswer { Excerpts: [var one] } alone && Next(one) is { } next)
            return both with { Answer = alone with { Excerpts = [one, next] }, More = [.. both.More.Where(c => !IsSame(c, next))], Why = "One excerpt is the best for both that were compared, so the next best stands beside it." };
        if (both.Answer is not DisputedAnswer)
            return both;
        var (a, b) = (Compose(first, resolved, shows), Compose(second, resolved, shows));
        return Ordered(resolved, shows, Wording.In(first.Question.Language), a, b, compared.First.Label, compared.Second.Label, both.Confidence);

        Claim? Next(Claim shown) => new[] { first, second }.Select(f => Compose(f, resolved, shows).Answer).Where(a => a is SupportedAnswer).SelectMany(a => a.Claims).FirstOrDefault(c => !IsSame(c, shown));
    }

    private static Composition Ordered(string resolved, bool shows, Wording words, Composition a, Composition b, string firstLabel, string secondLabel, double confidence)
    {
        var (one, other) = (a.Answer.Claims.First(), b.Answer.Claims.First());
        ImmutableArray<Claim> shown = IsSame(one, other) ? [one] : [one, other];
        var more = a.Answer.Claims.Skip(1).Concat(b.Answer.Claims.Skip(1)).Concat(a.More).Concat(b.More)
            .Where(c => !shown.Any(s => IsSame(s, c))).DistinctBy(c => (c.Citation.Article.Id, c.Citation.Span));
        var answer = new SupportedAnswer
        {
            Text = shown.Length > 1 ? words.InOrder(firstLabel, secondLabel) : words.Supported,
            Resolved = resolved,
            ResolvedFromConversation = shows,
            Excerpts = shown,
        };
        return new Composition(answer, [.. more], confidence, shown.Length > 1 ? "Two things were asked for: the best excerpt for each is shown, in their order." : "One sentence answers both of what was asked.");
    }

    private Composition Compose(LookedUp part, string resolved, bool shows) => composer.Compose(part.Question, resolved, shows, part.Ranked);

    private static IEnumerable<ClaimGroup> Groups(Answer answer, string label) => answer is DisputedAnswer disputed
        ? disputed.Groups.Select(g => g with { Claims = [g.Claims[0]] })
        : [new ClaimGroup($"“{label}”", [.. answer.Claims.Take(1)])];

    private static IEnumerable<Claim> Rest(Composition composition) =>
        (composition.Answer is DisputedAnswer disputed ? disputed.Groups.SelectMany(g => g.Claims.Skip(1)) : composition.Answer.Claims.Skip(1)).Concat(composition.More);

    // A sentence that stands alone in one excerpt and with its neighbour in another is shown once.
    private static bool IsSame(Claim a, Claim b) => a.Citation.Article.Id == b.Citation.Article.Id && a.Citation.Span.Overlaps(b.Citation.Span);

    private GazetteerEntry? State(string label) => matcher.Match(label).Select(m => m.StandsFor ?? m.Entry).FirstOrDefault(e => e.Kind == EntityKind.State);
}

/// <summary>A question with what was found for it.</summary>
/// <param name="Question">It, taken apart.</param>
/// <param name="Query">What the index was asked.</param>
/// <param name="Ranked">The sentences that may be shown, best first.</param>
internal sealed record LookedUp(AnalyzedQuestion Question, PassageQuery Query, ImmutableArray<Evidence> Ranked)
{
    /// <summary>Every sentence found, best first, before anything was ruled out.</summary>
    public required ImmutableArray<Evidence> All { get; init; }

    /// <summary>Of a question that leans on another: with only what speaks of something it brings itself.</summary>
    public LookedUp ByItsOwnWords()
    {
        var leans = Question.Units.Any(u => u.Role == UnitRole.Topic) && Question.Units.Any(u => u.Role != UnitRole.Topic);
        return leans ? this with { Ranked = [.. Ranked.Where(e => e.Coverage.Any(c => c.Unit.Role != UnitRole.Topic && c.Here >= SideBySide.Covered))] } : this;
    }
}
