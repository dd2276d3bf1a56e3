using System.Text;
using ConflictBot.Core.Answers;
using FsCheck;
using FsCheck.Fluent;

namespace ConflictBot.Tests.Answers;

/// <summary>Every word shown is the article's own: checked against the files themselves.</summary>
public sealed class VerbatimTests(SeedsBot bot) : IClassFixture<SeedsBot>
{
    private static readonly string Seeds = Path.Combine(AppContext.BaseDirectory, "seeds");

    private static readonly Dictionary<string, string> Files = Directory.GetFiles(Seeds, "*.txt")
        .ToDictionary(f => Path.GetFileNameWithoutExtension(f), f => File.ReadAllText(f, new UTF8Encoding(false, throwOnInvalidBytes: true)));

    private static readonly string[] Words = [.. Files.Values.SelectMany(t => t.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)).Distinct()];

    [Fact]
    public async Task Every_excerpt_of_every_question_we_wrote_is_verbatim()
    {
        var excerpts = 0;
        foreach (var question in OwnQuestions.All)
            excerpts += Check((await bot.AskAsync(question)).Answer);
        excerpts.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Every_excerpt_of_generated_questions_is_verbatim()
    {
        var openers = Gen.Elements("Who ", "How many ", "What did ", "When did ", "Why did ", "Who started ", "And ", "");
        var words = Gen.ArrayOf(Gen.Elements(Words)).Resize(8);
        var question = from opener in openers from body in words select opener + string.Join(' ', body) + "?";
        Prop.ForAll(question.ToArbitrary(), q => Check(bot.AskAsync(q).GetAwaiter().GetResult().Answer) >= 0)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    /// <summary>Checks an answer's claims against the files, and returns how many there are.</summary>
    private static int Check(Answer answer)
    {
        var claims = answer.Claims.Concat(answer is NoAnswer none ? none.Nearest : []).ToArray();
        foreach (var claim in claims)
        {
            var span = claim.Citation.ReportedSpan;
            Files[claim.Citation.Article.Id.Value][span.Start..span.End].ShouldBe(claim.Citation.Quote);
            claim.Citation.SentenceCount.ShouldBeInRange(1, 2);
            foreach (var emphasis in claim.Emphasis)
                emphasis.End.ShouldBeLessThanOrEqualTo(claim.Citation.Quote.Length);
        }

        return claims.Length;
    }
}
