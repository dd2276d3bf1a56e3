using System.Collections.Immutable;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Conversations;
using ConflictBot.Core.Evaluation;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;
using ConflictBot.Core.Passages;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Retrieval;
using ConflictBot.Core.Sentences;
using ConflictBot.Corpus.Loading;
using ConflictBot.Corpus.Memory;
using ConflictBot.Corpus.Reading;

namespace ConflictBot.Training;

/// <summary>Measures the candidates of question sets whose answers are known, as the bot would.</summary>
internal static class TrainingSets
{
    private const int MostCandidates = 60;

    private static readonly AliasMatcher Matcher = new(Gazetteer.Default);

    /// <summary>SQuAD's answerable questions, held out by article. A sentence answers when it stands in the gold paragraph and holds an answer.</summary>
    public static async Task<List<TrainingQuestion>> SquadAsync(string questions, string articles)
    {
        var (library, index) = await LoadAsync(articles);
        using var held = index;
        var set = (QuestionSet.Squad)Accepted(await QuestionSetReader.ReadAsync(questions, CancellationToken.None));
        var result = new List<TrainingQuestion>();
        foreach (var question in set.Questions.Where(q => q.Answerable))
        {
            var ranked = await RankAsync(library, index, question.Question);
            Add(result, question.Article, ranked, e => Answers(question, e));
        }

        return result;
    }

    /// <summary>SQuAD's answerable questions with what stands beside the best sentence, held out by article.</summary>
    /// <param name="questions">The questions' file.</param>
    /// <param name="articles">The articles' file.</param>
    /// <param name="weights">What the sentences are ranked by.</param>
    public static async Task<List<WidthQuestion>> WidthAsync(string questions, string articles, FeatureWeights<SentenceFeature> weights)
    {
        var (library, index) = await LoadAsync(articles);
        using var held = index;
        var set = (QuestionSet.Squad)Accepted(await QuestionSetReader.ReadAsync(questions, CancellationToken.None));
        var analyzer = new SentenceAnalyzer(Matcher);
        var attributor = new SpeakerAttributor(analyzer);
        var width = new ExcerptWidth(analyzer, attributor, new SentenceJudge(analyzer, attributor, weights));
        var result = new List<WidthQuestion>();
        foreach (var question in set.Questions.Where(q => q.Answerable))
        {
            var (analyzed, ranked) = await AnalyzeAndRankAsync(library, index, question.Question, weights);
            if (ranked.IsEmpty)
                continue;
            var right = Answers(question, ranked[0]);
            result.Add(new WidthQuestion(question.Article, right, [.. width.Neighbours(analyzed, ranked[0]).Select(n => new TrainingExample(question.Article, n.Features, !right && Answers(question, n.Neighbour), 1))]));
        }

        return result;
    }

    private static bool Answers(SquadQuestion question, Evidence evidence) =>
        evidence.Sentence.Article.Id.Value == question.Article && evidence.Sentence.Paragraph.Index == question.Paragraph
        && question.Answers.Any(a => evidence.Sentence.Text.Contains(a, StringComparison.Ordinal));

    /// <summary>WikiQA's questions that have a relevant sentence, each over its own sentences, held out in five parts.</summary>
    public static async Task<List<TrainingQuestion>> WikiQaAsync(string questions)
    {
        var set = (QuestionSet.WikiQa)Accepted(await QuestionSetReader.ReadAsync(questions, CancellationToken.None));
        var result = new List<TrainingQuestion>();
        foreach (var question in set.Questions.Where(q => q.Relevant.Length > 0))
        {
            var library = new ArticleLibrary();
            using var index = new MemoryPassageIndex();
            var article = WikiQaArticle.Of(question);
            var passages = new PassageSplitter(Matcher.EntityIds).Split(article);
            library.Replace(article, passages);
            await index.ReplaceArticleAsync(article.Id, passages, CancellationToken.None);
            Add(result, $"wikiqa-{result.Count % 5}", await RankAsync(library, index, question.Question), e => question.Relevant.Contains(e.Sentence.Paragraph.Index));
        }

        return result;
    }

    /// <summary>
    /// Questions about articles that each want one piece of evidence, held out by file, those that continue others left out: their ranked sentences, and whether
    /// the articles answer them.
    /// </summary>
    public static async Task<List<NewsTrainingQuestion>> NewsAsync(IEnumerable<string> files, string articles)
    {
        var result = new List<NewsTrainingQuestion>();
        foreach (var (file, folder) in files.Select(f => f.Split('=')).Select(f => (f[0], f.Length > 1 ? f[1] : articles)))
        {
            var (library, index) = await LoadAsync(folder);
            using var held = index;
            var set = (QuestionSet.News)Accepted(await QuestionSetReader.ReadAsync(file, CancellationToken.None));
            foreach (var question in set.Questions.Where(q => q.Kind != NewsQuestion.FollowUp && (!q.Answerable || q.AllOf.Length == 1)))
            {
                var asked = new QuestionReader(Matcher).Read(question.Question, isAsTyped: true, ConversationState.Empty).Resolved;
                var (analyzed, ranked) = await AnalyzeAndRankAsync(library, index, asked);
                result.Add(new NewsTrainingQuestion(Path.GetFileNameWithoutExtension(file), folder == articles, question, analyzed, ranked, e => question.AllOf.Any(group => group.Any(x => Shows(e, x)))));
            }
        }

        return result;
    }

    /// <summary>Questions the articles answer, held out by file: the pairs of two parties' sentences, and at the end that there is no dispute.</summary>
    public static async Task<List<(bool Contested, TrainingQuestion Example)>> DisputesAsync(IEnumerable<string> files, string articles)
    {
        var result = new List<(bool, TrainingQuestion)>();
        var analyzer = new SentenceAnalyzer(Matcher);
        var attributor = new SpeakerAttributor(analyzer);
        var accounts = new CompetingAccounts(analyzer, attributor, new SentenceJudge(analyzer, attributor, RankingWeights.Default));
        foreach (var (file, folder) in files.Select(f => f.Split('=')).Select(f => (f[0], f.Length > 1 ? f[1] : articles)))
        {
            var (library, index) = await LoadAsync(folder);
            using var held = index;
            var set = (QuestionSet.News)Accepted(await QuestionSetReader.ReadAsync(file, CancellationToken.None));
            foreach (var question in set.Questions.Where(q => q.Answerable && q.Kind != NewsQuestion.FollowUp && (q.AllOf.Length == 2 || q.Kind != NewsQuestion.Contested)))
            {
                var asked = new QuestionReader(Matcher).Read(question.Question, isAsTyped: true, ConversationState.Empty).Resolved;
                var (analyzed, ranked) = await AnalyzeAndRankAsync(library, index, asked);
                var contested = question.Kind == NewsQuestion.Contested;
                var pairs = accounts.Pairs(analyzed, ranked).Select(p => (p.Features, Answers: contested && IsBoth(question, p))).ToList();
                if (pairs.Count > 0 && (!contested || pairs.Exists(p => p.Answers)))
                    result.Add((contested, new TrainingQuestion(Path.GetFileNameWithoutExtension(file), [.. pairs, (new double[FeatureWeights<DisputeFeature>.Count], !contested)])));
            }
        }

        return result;
    }

    private static bool IsBoth(NewsQuestion question, AccountPair pair)
    {
        var (a, b) = (pair.Better.Evidence, pair.Worse.Evidence);
        return (question.AllOf[0].Any(x => Shows(a, x)) && question.AllOf[1].Any(x => Shows(b, x))) || (question.AllOf[1].Any(x => Shows(a, x)) && question.AllOf[0].Any(x => Shows(b, x)));
    }

    private static bool Shows(Evidence evidence, ExpectedText expected) =>
        evidence.Sentence.Article.Id.Value.StartsWith(expected.Document, StringComparison.Ordinal)
        && Whitespace.Collapse(evidence.Sentence.Text).Contains(Whitespace.Collapse(expected.Text), StringComparison.Ordinal);

    private static QuestionSet Accepted(QuestionSetReadResult result) => result switch
    {
        QuestionSetReadResult.Accepted accepted => accepted.Set,
        QuestionSetReadResult.Rejected rejected => throw new InvalidDataException(rejected.Reason),
        _ => throw new InvalidDataException(),
    };

    private static void Add(List<TrainingQuestion> questions, string fold, ImmutableArray<Evidence> ranked, Func<Evidence, bool> answers)
    {
        if (TrainingQuestion.Of(fold, ranked.Take(MostCandidates), answers) is { } question)
            questions.Add(question);
    }

    private static async Task<ImmutableArray<Evidence>> RankAsync(ArticleLibrary library, MemoryPassageIndex index, string text) =>
        (await AnalyzeAndRankAsync(library, index, text)).Ranked;

    private static async Task<(AnalyzedQuestion Question, ImmutableArray<Evidence> Ranked)> AnalyzeAndRankAsync(
        ArticleLibrary library, MemoryPassageIndex index, string text, FeatureWeights<SentenceFeature>? weights = null)
    {
        var analyzer = new SentenceAnalyzer(Matcher);
        var judge = new SentenceJudge(analyzer, new SpeakerAttributor(analyzer), weights ?? RankingWeights.Default);
        var question = new QuestionAnalyzer(Matcher, SynonymLexicon.Default, library.Statistics, TimeProvider.System).Analyze(text);
        var hits = await index.SearchAsync(PassageQueryBuilder.Build(question), CancellationToken.None);
        return (question, new CandidateRanker(library, analyzer, judge).Rank(question, hits));
    }

    private static async Task<(ArticleLibrary Library, MemoryPassageIndex Index)> LoadAsync(string articles)
    {
        var library = new ArticleLibrary();
        var index = new MemoryPassageIndex();
        var loader = new CorpusLoader(new ArticleIngestion(), new PassageSplitter(Matcher.EntityIds), library, index);
        await loader.LoadAsync([new CorpusSource(Path.GetFullPath(articles))], null, CancellationToken.None);
        return (library, index);
    }
}
