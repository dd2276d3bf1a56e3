using ConflictBot.Core.Questions;
using ConflictBot.Core.Retrieval;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Answers;

/// <summary>How much of a paragraph is quoted: the sentence that was chosen, and one beside it where it needs that one to answer.</summary>
internal sealed class ExcerptWidth(SentenceAnalyzer analyzer, SpeakerAttributor attributor)
{
    /// <summary>Two sentences are quoted together only up to this many characters.</summary>
    private const int MostCharacters = 400;

    // A neighbour that speaks of so much of the question that the chosen sentence does not tells half of the answer.
    private const double Complements = 0.25;

    // A thing the sentence does not speak of itself, and one that its neighbour surely does.
    private const double NotHere = 0.5;
    private const double SurelyThere = 0.8;

    // A number that counts what is asked for; a date, a person, a place is there or not.
    private const double FitsKind = 0.7;

    // A reason is more often told by what came before than by "because".
    private const double FitsAsReason = 0.5;

    private readonly AnswerShape _shape = new(attributor);

    /// <summary>The first sentence to quote, by its place in the paragraph, and how many: 1 or 2.</summary>
    public (int First, int Count) Of(AnalyzedQuestion question, Evidence evidence)
    {
        var sentence = evidence.Sentence;
        var sentences = analyzer.Analyze(sentence.Article, sentence.Paragraph);
        var before = Fits(sentence.Ordinal - 1, sentence.Ordinal) ? sentences[sentence.Ordinal - 1] : null;
        var after = Fits(sentence.Ordinal, sentence.Ordinal + 1) ? sentences[sentence.Ordinal + 1] : null;
        if (before is not null && SentenceJudge.OpensWithPronoun(sentence))
            return (before.Ordinal, 2);
        if (after is not null && HoldsTheKind(question, evidence, after))
            return (sentence.Ordinal, 2);
        var (byBefore, byAfter) = (Adds(evidence, before), Adds(evidence, after));
        if (Math.Max(byBefore, byAfter) < Complements)
            return (sentence.Ordinal, 1);
        return byAfter >= byBefore ? (sentence.Ordinal, 2) : (sentence.Ordinal - 1, 2);

        bool Fits(int first, int last) => first >= 0 && last < sentences.Length
            && sentences[last].Sentence.Span.End - sentences[first].Sentence.Span.Start <= MostCharacters;
    }

    /// <summary>The sentence lacks what the question's type asks for, and the next one, which goes on about the same, has it.</summary>
    private bool HoldsTheKind(AnalyzedQuestion question, Evidence evidence, AnalyzedSentence next)
    {
        if (question.Type is not (AnswerType.HowMany or AnswerType.When or AnswerType.Who or AnswerType.Where or AnswerType.Why))
            return false;
        var enough = question.Type == AnswerType.Why ? FitsAsReason : FitsKind;
        return (_shape.Of(question, evidence.Sentence)?.Value ?? 0) < enough && (_shape.Of(question, next)?.Value ?? 0) >= enough && GoesOn(evidence.Sentence, next);
    }

    /// <summary>It opens with a word that points back, or takes up a word of the sentence before.</summary>
    private static bool GoesOn(AnalyzedSentence sentence, AnalyzedSentence next) =>
        SentenceJudge.OpensWithPronoun(next) || next.Tokens.Where((t, i) => !Language.StopWords.Contains(t.Text) && sentence.Has(next.Stems[i])).Any();

    /// <summary>The share of the question's weight that the neighbour speaks of and the sentence does not.</summary>
    private static double Adds(Evidence evidence, AnalyzedSentence? neighbour)
    {
        var total = evidence.Coverage.Sum(c => c.Unit.Weight);
        return neighbour is null || total <= 0 ? 0
            : evidence.Coverage.Where(c => c.Here < NotHere && UnitMatcher.Match(c.Unit, neighbour).Similarity >= SurelyThere).Sum(c => c.Unit.Weight) / total;
    }
}
