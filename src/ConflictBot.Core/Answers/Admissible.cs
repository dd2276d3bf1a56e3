using System.Collections.Immutable;
using ConflictBot.Core.Conversations;
using ConflictBot.Core.Language;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Retrieval;

namespace ConflictBot.Core.Answers;

/// <summary>Takes out of the evidence what a question's form rules out, before anything is chosen.</summary>
internal static class Admissible
{
    // "to", "for" and "as" are in every other sentence, "with" and "by" too.
    private const double Reason = 0.5;
    private const double Manner = 0.9;

    private const double LengthOfTime = 0.5;

    private const double Covered = 0.5;

    // What standing beside the fact just shown adds to a sentence's score: as much as a question's kind is worth.
    private const double ShownBonus = 3;

    private const double DeedSpokenOf = 0.25;
    private const double TopicSpokenOf = 0.4;
    private const double ReferentShare = 0.5;
    private const double TopicShare = 0.5;
    private const double TopicShareElsewhere = 0.9;
    private const double ByName = 0.9;

    /// <summary>
    /// What is asked of no article has no evidence. Who did <em>not</em> do a thing is told only by a statement that denies it, how long something took rather by a length of time than by a date, and how old or how far by a number. A follow-up that asks why, how, where or when of a fact just shown is
    /// not answered by showing that again, unless it holds a reason, a manner, a place or a date; nor is any other follow-up that it says nothing new for.
    /// </summary>
    /// <param name="question">What is asked.</param>
    /// <param name="ranked">What was found, best first.</param>
    /// <param name="turn">The user's own words, where the question leans on the conversation; null elsewhere.</param>
    /// <param name="conversation">What came before.</param>
    public static ImmutableArray<Evidence> Of(AnalyzedQuestion question, ImmutableArray<Evidence> ranked, string? turn, ConversationState conversation)
    {
        if (OtherTasks.Are(question.Text))
            return [];
        if (Negation.NegatedVerb(question) is { } stem && question.Units.FirstOrDefault(u => u.Entity is null && u.Stem == stem) is { } verb)
            ranked = [.. ranked.Where(e => Negation.Denies(e.Sentence, verb) || (question.Type == AnswerType.Said && Negation.DeniesSaying(e.Sentence)))];
        if (question.Type == AnswerType.HowLong && ranked.Any(e => e[SentenceFeature.TypeDate] >= LengthOfTime))
            ranked = [.. ranked.Where(e => e[SentenceFeature.TypeDate] >= LengthOfTime)];
        // Of how many were killed, a number tells only where somebody is, whatever else the sentence has.
        if (question.Type == AnswerType.HowMany)
            ranked = [.. ranked.Where(e => e.Coverage.Where(c => c.Unit.Role == UnitRole.Content && DeedsCounted.IsOne(c.Unit)).All(c => Math.Max(c.Here, c.WithContext) >= DeedSpokenOf))];
        // A share may be told in words ("large parts of"), whatever numbers stand beside.
        if (question.Measure != AskedMeasure.None)
            ranked = [.. ranked.Where(e => e[SentenceFeature.TypeNumber] > (question.Measure == AskedMeasure.Share ? 0 : AnswerShape.OtherMeasure))];
        return turn is not null && !ranked.IsEmpty && conversation.LastAnswer is { } last ? FollowUp(question, ranked, turn, [.. last.Claims]) : ranked;
    }

    /// <summary>
    /// What the conversation brought was in an answer, so it is not what the articles lack; and a noun that stands for "they" is topic as the rest of it is.
    /// Names stay what the question turns on.
    /// </summary>
    public static AnalyzedQuestion WithKnownTopic(AnalyzedQuestion question, string? turn)
    {
        if (turn is null || !question.Units.Any(u => u.Role == UnitRole.Topic))
            return question;
        var typed = Stems(turn);
        return question with { Units = [.. question.Units.Select(Known)] };

        QuestionUnit Known(QuestionUnit unit) => unit.Role == UnitRole.Topic ? unit with { Unknown = false }
            : unit.IsName || IsTyped(unit, typed) ? unit
            : unit with { Unknown = false, Role = UnitRole.Topic, Weight = unit.Weight * ReferentShare };
    }

    private static ImmutableArray<Evidence> FollowUp(AnalyzedQuestion question, ImmutableArray<Evidence> ranked, string turn, ImmutableArray<Claim> shown)
    {
        var typed = Stems(turn);
        var leansOnTopic = question.Units.Any(u => u.Role == UnitRole.Topic);
        var isBare = leansOnTopic && !question.Units.Any(u => IsTyped(u, typed)) && !DateExpressionParser.NamesATime(turn);
        if (isBare && !shown.IsEmpty)
            return Bare(question, ranked, shown);
        return [.. ranked.Where(e => !shown.Any(c => Cites(c, e)) || (Cue(question, e, typed) ?? MayRepeat(question, e, leansOnTopic, typed)))];
    }

    /// <summary>A turn that brings nothing of its own: the fact just shown, its own sentence and those around it tell best why, how, where or when it was so.</summary>
    private static ImmutableArray<Evidence> Bare(AnalyzedQuestion question, ImmutableArray<Evidence> ranked, ImmutableArray<Claim> shown)
    {
        var admitted = new List<Evidence>(ranked.Length);
        foreach (var evidence in ranked)
        {
            var wasShown = shown.Any(c => Cites(c, evidence));
            var cue = Cue(question, evidence);
            if ((cue ?? !wasShown) && (wasShown || SpeaksOfTopic(evidence, shown)))
                admitted.Add(cue is null ? evidence : evidence with { Score = evidence.Score + (ShownBonus * Nearness(evidence, shown[0])) });
        }

        var inShown = admitted.Where(e => shown.Any(c => c.Citation.Article.Id == e.Sentence.Article.Id)).ToList();
        return [.. (inShown.Count > 0 ? inShown : admitted).OrderByDescending(e => e.Score)];
    }

    /// <summary>Whether what was shown may be shown again: it speaks of what the turn brings, and not of the other side's.</summary>
    private static bool MayRepeat(AnalyzedQuestion question, Evidence evidence, bool leansOnTopic, HashSet<string> typed) =>
        evidence[SentenceFeature.SideConflicts] <= 0
        && (!leansOnTopic || question.Type is AnswerType.WhoIs or AnswerType.BothSides || evidence.Coverage.Any(c => c.Here >= Covered && IsTyped(c.Unit, typed)));

    /// <summary>1 in the paragraph of the claim, less the farther away; 0 in another article.</summary>
    private static double Nearness(Evidence evidence, Claim claim) => evidence.Sentence.Article.Id != claim.Citation.Article.Id ? 0
        : Cites(claim, evidence) ? 1.5 : 1d / (1 + Math.Abs(evidence.Sentence.Paragraph.Index - claim.Citation.Paragraph.Index));

    /// <summary>What the turn leans on is spoken of in the sentence or right around it; in another article than was shown, nearly all of it, and by name.</summary>
    private static bool SpeaksOfTopic(Evidence evidence, ImmutableArray<Claim> shown)
    {
        if (evidence.Sentence.IsTitle)
            return false;
        var total = evidence.Coverage.Sum(c => c.Unit.Weight);
        var isShownArticle = shown.Any(c => c.Citation.Article.Id == evidence.Sentence.Article.Id);
        if (!isShownArticle && evidence.Coverage.Any(c => c.Unit.IsName && c.Here < ByName))
            return false;
        var share = isShownArticle ? TopicShare : TopicShareElsewhere;
        return evidence.Coverage.Sum(c => Math.Max(c.Here, c.WithContext) >= TopicSpokenOf ? c.Unit.Weight : 0) >= total * share;
    }

    /// <summary>Whether the sentence holds what a "why", "how", "where" or "when" asks for; null for other questions.</summary>
    private static bool? Cue(AnalyzedQuestion question, Evidence evidence, HashSet<string>? typed = null) => question.Type switch
    {
        AnswerType.Why => evidence[SentenceFeature.TypeReason] >= Reason,
        // "How did he die?" is answered as far as it is by that he was killed.
        AnswerType.How => evidence[SentenceFeature.TypeManner] >= Manner ? true : typed is null ? false : null,
        AnswerType.Where => evidence[SentenceFeature.TypePlace] > 0,
        AnswerType.HowLong => evidence[SentenceFeature.TypeDate] >= LengthOfTime,
        AnswerType.When => evidence[SentenceFeature.TypeDate] > 0,
        _ => null,
    };

    /// <summary>Whether the user's own words brought it, and not the conversation.</summary>
    private static bool IsTyped(QuestionUnit unit, HashSet<string> typed) =>
        unit.Role != UnitRole.Topic && Tokenizer.Tokenize(unit.Surface).Exists(t => typed.Contains(WordForms.StemAny(t.Text)));

    private static HashSet<string> Stems(string text) => Tokenizer.Tokenize(text).Select(t => WordForms.StemAny(t.Text)).ToHashSet(StringComparer.Ordinal);

    private static bool Cites(Claim claim, Evidence evidence) =>
        claim.Citation.Article.Id == evidence.Sentence.Article.Id && claim.Citation.Paragraph.Index == evidence.Sentence.Paragraph.Index
        && claim.Citation.Span.Contains(evidence.Sentence.Sentence.Span);
}
