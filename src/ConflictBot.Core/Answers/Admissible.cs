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

    private const double Covered = 0.5;

    // Above whatever else speaks of the same.
    private const double ShownFirst = 3;

    /// <summary>
    /// Who did <em>not</em> do a thing is told only by a statement that denies it. And a follow-up that asks why, how, where or when of a fact just shown is
    /// not answered by showing that again, unless it holds a reason, a manner, a place or a date; nor is any other follow-up that it says nothing new for.
    /// </summary>
    public static ImmutableArray<Evidence> Of(AnalyzedQuestion question, ImmutableArray<Evidence> ranked, bool followsUp, ConversationState conversation)
    {
        if (Negation.NegatedVerb(question) is { } stem && question.Units.FirstOrDefault(u => u.Entity is null && u.Stem == stem) is { } verb)
            ranked = [.. ranked.Where(e => Negation.Denies(e.Sentence, verb))];
        return followsUp && conversation.LastQuestion is { } last ? FollowUp(question, ranked, conversation, Stems(last)) : ranked;
    }

    private static ImmutableArray<Evidence> FollowUp(AnalyzedQuestion question, ImmutableArray<Evidence> ranked, ConversationState conversation, HashSet<string> last)
    {
        var isBare = !question.Units.Any(u => IsNew(u, last));
        var leansOnTopic = question.Units.Any(u => u.Role == UnitRole.Topic);
        var admitted = ImmutableArray.CreateBuilder<Evidence>(ranked.Length);
        foreach (var evidence in ranked)
        {
            if (!WasShown(evidence, conversation))
                admitted.Add(evidence);
            else if (Cue(question, evidence) is { } cue)
            {
                // Of a fact just shown, its own sentence tells best why, when or how it was so.
                if (cue)
                    admitted.Add(isBare && leansOnTopic && IsFirst(evidence, conversation) ? evidence with { Score = ranked[0].Score + ShownFirst } : evidence);
            }
            else if (evidence[SentenceFeature.SideConflicts] <= 0 && (!leansOnTopic || question.Type is AnswerType.WhoIs or AnswerType.BothSides || evidence.Coverage.Any(c => c.Here >= Covered && IsNew(c.Unit, last))))
                admitted.Add(evidence);
        }

        return [.. admitted.OrderByDescending(e => e.Score)];
    }

    /// <summary>Whether the sentence holds what a "why", "how", "where" or "when" asks for; null for other questions.</summary>
    private static bool? Cue(AnalyzedQuestion question, Evidence evidence) => question.Type switch
    {
        AnswerType.Why => evidence[SentenceFeature.TypeReason] >= Reason,
        AnswerType.How => evidence[SentenceFeature.TypeManner] >= Manner,
        AnswerType.Where => evidence[SentenceFeature.TypePlace] > 0,
        AnswerType.When when question.Text.Contains("how long", StringComparison.OrdinalIgnoreCase) => GivesDuration(evidence),
        AnswerType.When => evidence[SentenceFeature.TypeDate] > 0,
        _ => null,
    };

    private static bool GivesDuration(Evidence evidence)
    {
        var sentence = evidence.Sentence;
        return sentence.Tokens.Any(t => t.Text is "year" or "years" or "month" or "months" or "week" or "weeks" or "day" or "days" or "hour" or "hours" or "minutes" or "decade" or "decades" or "minute"
            || t.Text.EndsWith("-minute", StringComparison.Ordinal) || t.Text.EndsWith("-day", StringComparison.Ordinal) || t.Text.EndsWith("-week", StringComparison.Ordinal));
    }

    /// <summary>Whether the turn itself brought it, and not the question before.</summary>
    private static bool IsNew(QuestionUnit unit, HashSet<string> last) =>
        unit.Role != UnitRole.Topic && !Tokenizer.Tokenize(unit.Surface).TrueForAll(t => last.Contains(WordForms.StemAny(t.Text)));

    private static HashSet<string> Stems(string text) => Tokenizer.Tokenize(text).Select(t => WordForms.StemAny(t.Text)).ToHashSet(StringComparer.Ordinal);

    private static bool WasShown(Evidence evidence, ConversationState conversation) => conversation.LastAnswer?.Claims.Any(c => Cites(c, evidence)) == true;

    private static bool IsFirst(Evidence evidence, ConversationState conversation) => conversation.LastAnswer?.Claims.Take(1).Any(c => Cites(c, evidence)) == true;

    private static bool Cites(Claim claim, Evidence evidence) =>
        claim.Citation.Article.Id == evidence.Sentence.Article.Id && claim.Citation.Paragraph.Index == evidence.Sentence.Paragraph.Index
        && claim.Citation.Span.Contains(evidence.Sentence.Sentence.Span);
}
