using System.Collections.Immutable;
using ConflictBot.Core.Evaluation;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Retrieval;

namespace ConflictBot.Training;

/// <summary>A question's candidate sentences: their features, and which of them answer.</summary>
/// <param name="Fold">What the question is held out with: its article, or its set.</param>
/// <param name="Candidates">Features by <see cref="SentenceFeature"/>, and whether the sentence answers.</param>
internal sealed record TrainingQuestion(string Fold, ImmutableArray<(double[] Features, bool Answers)> Candidates)
{
    /// <summary>Null where all or none of the sentences answer: nothing can be learned from those.</summary>
    public static TrainingQuestion? Of(string fold, IEnumerable<Evidence> ranked, Func<Evidence, bool> answers)
    {
        var candidates = ranked.Select(e => (Features: e.Features.ToArray(), Answers: answers(e))).ToImmutableArray();
        return candidates.Any(c => c.Answers) && !candidates.All(c => c.Answers) ? new TrainingQuestion(fold, candidates) : null;
    }
}

/// <summary>A question about articles, whole.</summary>
/// <param name="Fold">The file it comes from.</param>
/// <param name="IsOwn">Whether it is about the bot's own articles.</param>
/// <param name="Question">As it is asked, and what is expected.</param>
/// <param name="Analyzed">Taken apart.</param>
/// <param name="Ranked">The sentences, best first by today's weights.</param>
/// <param name="Answers">Whether a sentence answers.</param>
internal sealed record NewsTrainingQuestion(string Fold, bool IsOwn, NewsQuestion Question, AnalyzedQuestion Analyzed, ImmutableArray<Evidence> Ranked, Func<Evidence, bool> Answers);
