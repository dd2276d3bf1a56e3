using System.Collections.Frozen;
using ConflictBot.Core.Language;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Retrieval;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Answers;

/// <summary>Whether what a question takes as done is done in a sentence: "why did he resign" is not answered by who called on him to.</summary>
internal static class DeedReality
{
    // A word of the sentence that is the question's, or means it.
    private const double Same = 0.5;

    // "Called for the resignation", "had threatened to attack".
    private const int WantedWithin = 3;

    private static readonly FrozenSet<string> Wanting = new[]
    {
        "demand", "urge", "want", "threaten", "threat", "seek", "sought", "ask", "refuse", "plan", "propose", "proposal", "intend", "prepare", "if", "unless",
    }.Select(WordForms.StemAny).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the sentence says of what is asked that it was not done.</summary>
    public static bool IsDenied(AnalyzedQuestion question, Evidence evidence) =>
        question.TakesAsDone && Deeds(evidence).Any(c => Negation.Denies(evidence.Sentence, c.Unit));

    /// <summary>Whether the sentence says of what is asked that it was wanted, planned, threatened or refused.</summary>
    public static bool IsOnlyWanted(AnalyzedQuestion question, Evidence evidence) =>
        (question.TakesAsDone || AsksWhetherDone(question)) && !question.Words.Any(w => Wanting.Contains(w.Stem)) && Deeds(evidence).Any(c => IsWanted(evidence.Sentence, c.Token));

    /// <summary>"Did he resign"; not "did anybody call for his resignation".</summary>
    private static bool AsksWhetherDone(AnalyzedQuestion question) =>
        question.Type == AnswerType.YesNo && question.Words is [{ Stem: "did" or "was" or "were" or "has" or "have" or "had" }, ..] && question.Words.All(w => w.Stem != "call");

    private static IEnumerable<UnitCoverage> Deeds(Evidence evidence) =>
        evidence.Coverage.Where(c => c is { Unit: { IsName: false, Entity: null, Role: UnitRole.Content }, Token: >= 0, Here: >= Same });

    private static bool IsWanted(AnalyzedSentence sentence, int deed)
    {
        for (var i = deed - 1; i >= Math.Max(0, deed - WantedWithin); i--)
        {
            if (Wanting.Contains(sentence.Stems[i]) || (sentence.Stems[i] == "call" && sentence.Tokens[i + 1].Text is "for" or "on"))
                return true;
        }

        return false;
    }
}
