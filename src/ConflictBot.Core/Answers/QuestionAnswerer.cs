using System.Collections.Immutable;
using System.Diagnostics;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Conversations;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;
using ConflictBot.Core.Metrics;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Retrieval;
using ConflictBot.Core.Sentences;
using ConflictBot.Core.Timelines;

namespace ConflictBot.Core.Answers;

/// <summary>A user's turn in, the bot's turn out. Channels and the terminal see the bot through this. Thread-safe.</summary>
public sealed class QuestionAnswerer
{
    /// <summary>The longest question that is read, in UTF-16 code units.</summary>
    public const int MostCharacters = 2000;

    private const int TracedCandidates = 10;

    private readonly IPassageIndex _index;
    private readonly ArticleLibrary _library;
    private readonly QuestionTranslator _translator;
    private readonly QuestionReader _reader;
    private readonly QuestionAnalyzer _questions;
    private readonly CandidateRanker _ranker;
    private readonly ClaimBuilder _claims;
    private readonly AnswerComposer _composer;
    private readonly Summary _summary;
    private readonly TimeOverview _timeOverview;
    private readonly SideBySide _sideBySide;
    private readonly ArticleFacts _articleFacts;
    private readonly Talk _talk;

    /// <param name="index">Where passages are found.</param>
    /// <param name="library">The articles that are quoted; the index holds their passages.</param>
    /// <param name="gazetteer">The names of the field.</param>
    /// <param name="time">Tells today's date, against which a question's relative dates are read.</param>
    public QuestionAnswerer(IPassageIndex index, ArticleLibrary library, Gazetteer gazetteer, TimeProvider time)
        : this(index, library, gazetteer, time, RankingWeights.Default)
    {
    }

    /// <summary>For training and measuring: with other weights.</summary>
    public QuestionAnswerer(IPassageIndex index, ArticleLibrary library, Gazetteer gazetteer, TimeProvider time, FeatureWeights<SentenceFeature> weights)
    {
        ArgumentNullException.ThrowIfNull(library);
        var matcher = new AliasMatcher(gazetteer);
        var analyzer = new SentenceAnalyzer(matcher);
        var attributor = new SpeakerAttributor(analyzer);
        (Sentences, Speakers, Gazetteer) = (analyzer, attributor, gazetteer);
        var judge = new SentenceJudge(analyzer, attributor, weights);
        var claims = new ClaimBuilder(analyzer, attributor, judge, gazetteer);
        _index = index;
        _claims = claims;
        _library = library;
        _translator = new QuestionTranslator(matcher, gazetteer, library.Statistics);
        _reader = new QuestionReader(matcher);
        _questions = new QuestionAnalyzer(matcher, SynonymLexicon.Default, library.Statistics, time);
        _ranker = new CandidateRanker(library, analyzer, judge);
        Suggestions = new SuggestedQuestions(library, analyzer, attributor);
        Timeline = new TimelineBuilder(library, analyzer, claims);
        var sides = new SideClaims(attributor, claims, gazetteer);
        _composer = new AnswerComposer(claims, new NumberDisagreement(claims), sides, new Contradiction(analyzer, attributor, judge), new CompetingAccounts(analyzer, attributor, judge), new PartyStands(attributor, claims), new EachSidesNumber(attributor, claims), Suggestions);
        _summary = new Summary(_composer, claims);
        _timeOverview = new TimeOverview(claims);
        _sideBySide = new SideBySide(_composer, attributor, matcher);
        _articleFacts = new ArticleFacts(library, _composer);
        _talk = new Talk(library, Suggestions);
    }

    /// <summary>Questions the articles can answer.</summary>
    public SuggestedQuestions Suggestions { get; }

    /// <summary>What the articles say happened when.</summary>
    public TimelineBuilder Timeline { get; }

    /// <summary>For measuring: the sentences and speakers that answers are made of.</summary>
    internal SentenceAnalyzer Sentences { get; }

    internal SpeakerAttributor Speakers { get; }

    internal Gazetteer Gazetteer { get; }

    /// <summary>Answers, or says why not. Whatever the words are, it does not throw for them.</summary>
    public async Task<AskResult> AskAsync(AskRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var result = await AnswerAsync(request, cancellationToken).ConfigureAwait(false);
        if (!request.IsOurs)
            BotMetrics.Answered(result);
        return result;
    }

    private async Task<AskResult> AnswerAsync(AskRequest request, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        if (_talk.Reply(request) is { } reply)
            return reply with { Elapsed = Stopwatch.GetElapsedTime(started) };

        var stages = new StageTimes();
        var turn = QuestionText.Clean(request.Question);
        var detected = LanguageDetector.Detect(turn, request.Conversation.LastAnswer?.Language ?? QuestionLanguage.English);
        if (detected.Language is not { } asked)
            return _talk.InOtherLanguage(request) with { Elapsed = Stopwatch.GetElapsedTime(started) };
        var language = request.AnswerIn ?? asked;
        var translated = asked == QuestionLanguage.English ? null : _translator.Translate(turn, asked);
        if (translated is { IsUnreadable: true })
            return _talk.Unreadable(request, language, translated.NotUnderstood) with { Elapsed = Stopwatch.GetElapsedTime(started) };
        var read = _reader.Read(translated?.English ?? turn, isAsTyped: translated is null, request.Conversation);
        read = read with { Shows = read.Shows || translated is not null };
        stages.Done("resolve");
        var looked = await LookUpAsync(read.Article?.Subject ?? read.Summary ?? read.Resolved, read.CarriesTopic, read.FollowsUp ? translated?.English ?? turn : null, language, request.Conversation, stages, cancellationToken).ConfigureAwait(false);
        var composition = await ComposeAsync(read, looked, request.Conversation, cancellationToken).ConfigureAwait(false);
        stages.Done("compose");

        var (resolved, question, query, ranked) = (read.Resolved, looked.Question, looked.Query, looked.Ranked);
        var answer = composition.Answer with { Language = language };
        if (request.WithTrace)
            answer = answer with { Trace = Trace(question, resolved, query, ranked, composition, stages) };
        return new AskResult(answer, new ConversationState
        {
            LastQuestion = resolved,
            LastAnswer = composition.Answer with { Language = language },
            More = composition.More,
            Explanation = composition.Why,
        })
        {
            Hits = CandidateRanker.Paragraphs(looked.All, request.Hits),
            Sentences = [.. _claims.CiteDistinct(question, looked.All).Take(request.Sentences).Select(c => new RankedSentence(c.Citation, c.Score))],
            Confidence = composition.Confidence,
            Stages = stages.All,
            Elapsed = Stopwatch.GetElapsedTime(started),
        };
    }

    /// <summary>Takes a question apart, searches, ranks.</summary>
    private async Task<LookedUp> LookUpAsync(
        string text, bool carriesTopic, string? followUp, QuestionLanguage language, ConversationState conversation, StageTimes? stages, CancellationToken cancellationToken)
    {
        var question = Admissible.WithKnownTopic(_questions.Analyze(text, carriesTopic), followUp) with { Language = language };
        stages?.Done("analyse");
        var query = PassageQueryBuilder.Build(question);
        stages?.Done("query");
        var hits = await _index.SearchAsync(query, cancellationToken).ConfigureAwait(false);
        stages?.Done("search");
        // What an interviewer asks is nothing the article tells.
        var all = _ranker.Rank(question, hits).RemoveAll(e => Speakers.IsAsked(e.Sentence));
        var ranked = Admissible.Of(question, all, followUp, conversation);
        stages?.Done("rank");
        return new LookedUp(question, query, ranked) { All = all };
    }

    private async Task<Composition> ComposeAsync(ReadQuestion read, LookedUp whole, ConversationState conversation, CancellationToken cancellationToken)
    {
        if (read.Article is { } asked)
            return _articleFacts.Compose(asked, whole.Question, read.Resolved, read.Shows, whole.Ranked, conversation);
        if (read.Summary is not null)
            return _summary.Compose(Summary.Prepared(whole.Question), read.Resolved, read.Shows, whole.Ranked);
        if (SummaryRequest.IsOfATime(whole.Question) && _timeOverview.Compose(whole.Question, read.Resolved, read.Shows, whole.Ranked) is { } overview)
            return overview;
        var language = whole.Question.Language;
        if (whole.Question.Type == AnswerType.Position && _composer.Stands(whole.Question, read.Resolved, read.Shows, whole.Ranked) is { } stands)
            return stands;
        // What two say who are at odds is looked for as each one's claims of the other.
        if (read.Compared is { } compared && !(whole.Question.Type == AnswerType.BothSides && _sideBySide.AreAtOdds(compared, whole.Ranked)))
        {
            var first = await LookUpAsync(compared.First.Question, false, null, language, conversation, null, cancellationToken).ConfigureAwait(false);
            var second = await LookUpAsync(compared.Second.Question, false, null, language, conversation, null, cancellationToken).ConfigureAwait(false);
            if (_sideBySide.Compare(read.Resolved, read.Shows, first, second, compared) is { } comparison)
                return comparison;
        }
        else if (!read.Parts.IsEmpty && !SideBySide.OneSentenceAnswers(whole.Question, whole.Ranked, read.Parts))
        {
            var (one, other) = (read.Parts[0], read.Parts[1]);
            var first = await LookUpAsync(one.Question, one.CarriesTopic, null, language, conversation, null, cancellationToken).ConfigureAwait(false);
            var second = await LookUpAsync(other.Question, other.CarriesTopic, null, language, conversation, null, cancellationToken).ConfigureAwait(false);
            if (_sideBySide.Both(read.Resolved, read.Shows, first, second, one.Label, other.Label) is { } both)
                return both;
        }

        return _composer.Compose(whole.Question, read.Resolved, read.Shows, whole.Ranked);
    }

    private static Citation CitationOf(Evidence evidence) =>
        Citation.Of(evidence.Sentence.Article, evidence.Sentence.Paragraph, evidence.Sentence.Ordinal);

    private static AnswerTrace Trace(
        AnalyzedQuestion question, string resolved, PassageQuery query, ImmutableArray<Evidence> ranked, Composition composition, StageTimes stages) => new()
        {
            Resolved = resolved,
            Analysis =
        [
            new("type", question.Type.ToString()),
            new("about", string.Join("; ", question.Units.Select(Describe))),
            new("speaker", question.Speaker?.Name ?? question.SpeakerWord?.Surface ?? "anyone"),
            new("time", question.Dates?.ToString() ?? "any"),
        ],
            Query = string.Join(' ', query.Terms.Select(t => FormattableString.Invariant($"{t.Text}^{t.Weight:0.##}")))
            + string.Concat(query.Entities.Select(e => FormattableString.Invariant($" [{e.Id}]^{e.Weight:0.##}")))
            + string.Concat(query.Phrases.Select(p => $" \"{string.Join(' ', p.Words)}\"")),
            Candidates =
        [
            .. ranked.Take(TracedCandidates).Select(e => new TracedCandidate(
                CitationOf(e),
                e.Score,
                [.. Enum.GetValues<SentenceFeature>().Where(f => e[f] != 0).Select(f => KeyValuePair.Create(f.ToString(), e[f]))])),
        ],
            Decision = composition.Why,
            Stages = stages.All,
        };

    private static string Describe(QuestionUnit unit) =>
        (unit.Entity is { } entity ? $"{unit.Surface} = {entity.Id}" : unit.Surface)
        + (unit.Role == UnitRole.Content ? "" : $" ({unit.Role.ToString().ToLowerInvariant()})")
        + (unit.Unknown ? " (not in the articles)" : "")
        + FormattableString.Invariant($" {unit.Weight:0.0}");

    /// <summary>A clock that is read at the end of each stage.</summary>
    private sealed class StageTimes
    {
        private const int Count = 6;

        private readonly ImmutableArray<KeyValuePair<string, TimeSpan>>.Builder _stages = ImmutableArray.CreateBuilder<KeyValuePair<string, TimeSpan>>(Count);
        private long _last = Stopwatch.GetTimestamp();

        public ImmutableArray<KeyValuePair<string, TimeSpan>> All => _stages.ToImmutable();

        public void Done(string stage)
        {
            var now = Stopwatch.GetTimestamp();
            _stages.Add(KeyValuePair.Create(stage, Stopwatch.GetElapsedTime(_last, now)));
            _last = now;
        }
    }
}
