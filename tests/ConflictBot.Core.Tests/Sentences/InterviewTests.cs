using ConflictBot.Core.Articles;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Sentences;
using ConflictBot.TestSupport.Building;

namespace ConflictBot.Core.Tests.Sentences;

/// <summary>Interviews printed as questions and answers: whose words the answers are.</summary>
public sealed class InterviewTests
{
    private readonly SentenceAnalyzer _analyzer = new(new AliasMatcher(Gazetteer.Default));

    [Fact]
    public void An_answer_is_the_words_of_whom_the_heading_names()
    {
        var article = Printed("Two talks about the dam", "Linden: Engineer Jane Doe", "Q: Does it hold?", "A: It holds.", "Q: For how long?", "A: For ten years.",
            "Elmdale: John Roe", "Q: Does it leak?", "A: It leaks.", "Q: Since when?", "A: Since May.");

        Speakers(article, "A: It holds.").ShouldBe(["Engineer Jane Doe"]);
        Speakers(article, "A: It leaks.").ShouldBe(["John Roe"]);
        Speakers(article, "Elmdale: John Roe").ShouldBeEmpty();
    }

    [Fact]
    public void An_answer_is_the_words_of_the_one_person_introduced()
    {
        var article = Printed("The dam holds", "We met Jane Doe at the dam.", "Question: Does it hold?", "Answer: It holds.", "Question: For how long?", "Answer: For ten years.");

        Speakers(article, "Answer: For ten years.").ShouldBe(["Jane Doe"]);
    }

    [Fact]
    public void Of_two_introduced_nobody_is_guessed() =>
        Speakers(Printed("The dam holds", "We met Jane Doe and John Roe at the dam.", "Q: Does it hold?", "A: It holds.", "Q: For how long?", "A: For ten years."), "A: It holds.").ShouldBeEmpty();

    [Fact]
    public void A_turn_may_begin_with_a_name()
    {
        var article = Printed("The dam holds", "Herald: Does it hold?", "Jane Doe: It holds.", "Herald: For how long?", "Jane Doe: For ten years. Armenia says that it is less.");

        Speakers(article, "Jane Doe: It holds.").ShouldBe(["Jane Doe"]);
        IsAsked(article, "Herald: For how long?").ShouldBeTrue();
        IsAsked(article, "Jane Doe: It holds.").ShouldBeFalse();
    }

    [Fact]
    public void What_an_answer_says_that_others_say_it_passes_on()
    {
        var article = Printed("The dam holds", "Herald: Does it hold?", "Jane Doe: It holds.", "Herald: Really?", "Jane Doe: Armenia says that it leaks.");

        var said = Attribute(article, "Jane Doe: Armenia says that it leaks.");
        (said[0].Speaker, said[0].Via).ShouldBe(("Armenia", "Jane Doe"));
        said[1].PassesOn.ShouldBeTrue();
    }

    [Theory]
    [InlineData("A: It holds.", "B: It leaks.")]
    [InlineData("Linden: Snow fell.", "Linden: Rain fell.", "Elmdale: Snow fell.", "Elmdale: Rain fell.")]
    [InlineData("Q: Does it hold?", "A: It holds.")]
    public void A_list_is_no_interview(params string[] paragraphs)
    {
        var article = Printed("Jane Doe on the dam", paragraphs);

        Attribute(article, paragraphs[1]).ShouldBeEmpty();
        IsAsked(article, paragraphs[0]).ShouldBeFalse();
    }

    private static Article Printed(string title, params string[] paragraphs) =>
        paragraphs.Aggregate(new ArticleBuilder("a").WithTitle(title).Published(2022, 9, 13), (article, paragraph) => article.WithParagraph(paragraph)).Build();

    private IReadOnlyList<Attribution> Attribute(Article article, string paragraph) => new SpeakerAttributor(_analyzer).Attribute(Sentence(article, paragraph));

    private IEnumerable<string> Speakers(Article article, string paragraph) => Attribute(article, paragraph).Select(a => a.Speaker);

    private bool IsAsked(Article article, string paragraph) => new SpeakerAttributor(_analyzer).IsAsked(Sentence(article, paragraph));

    private AnalyzedSentence Sentence(Article article, string paragraph) =>
        _analyzer.Analyze(article, article.Paragraphs.First(p => p.Span.In(article.Text) == paragraph))[0];
}
