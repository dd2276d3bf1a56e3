using ConflictBot.Core.Evaluation;

namespace ConflictBot.Tests.Answers;

/// <summary>The questions we wrote about the seeds, in <c>tests/eval</c>.</summary>
internal static class OwnQuestions
{
    private static readonly string FilePath = Path.Combine(AppContext.BaseDirectory, "eval", "seeds.own.questions.jsonl");

    public static QuestionSet.News Set { get; } = QuestionSetReader.Read(File.ReadAllLines(FilePath))
        .ShouldBeOfType<QuestionSetReadResult.Accepted>().Set.ShouldBeOfType<QuestionSet.News>();

    public static IEnumerable<string> All => Set.Questions.Select(q => q.Question);
}
