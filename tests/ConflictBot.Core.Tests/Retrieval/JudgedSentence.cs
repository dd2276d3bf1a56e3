using ConflictBot.Core.Articles;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;
using ConflictBot.Core.Passages;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Retrieval;
using ConflictBot.Core.Sentences;
using ConflictBot.TestSupport.Building;

namespace ConflictBot.Core.Tests.Retrieval;

/// <summary>A sentence of an invented article of Tuesday, 13 September 2022, judged for a question.</summary>
internal sealed class JudgedSentence
{
    private static readonly AliasMatcher Matcher = new(Gazetteer.Default);

    /// <param name="question">The question.</param>
    /// <param name="sentences">A paragraph.</param>
    /// <param name="at">Which sentence of it is judged, from 0.</param>
    public JudgedSentence(string question, string[] sentences, int at = 0)
    {
        var builder = new ArticleBuilder("a").WithTitle("A title of its own").Published(2022, 9, 13).WithParagraph(sentences);
        var library = new ArticleLibrary();
        var article = builder.Build();
        library.Replace(article, new PassageSplitter(Matcher.EntityIds).Split(article));
        Analyzer = new SentenceAnalyzer(Matcher);
        Attributor = new SpeakerAttributor(Analyzer);
        Question = new QuestionAnalyzer(Matcher, SynonymLexicon.Default, library.Statistics, TimeProvider.System).Analyze(question);
        Sentence = Analyzer.Analyze(article, article.Paragraphs[0])[at];
        Judge = new SentenceJudge(Analyzer, Attributor, RankingWeights.Default);
        Evidence = Judge.Judge(Question, Sentence, 1);
    }

    public SentenceAnalyzer Analyzer { get; }

    public SpeakerAttributor Attributor { get; }

    public SentenceJudge Judge { get; }

    public AnalyzedQuestion Question { get; }

    public AnalyzedSentence Sentence { get; }

    public Evidence Evidence { get; }
}
