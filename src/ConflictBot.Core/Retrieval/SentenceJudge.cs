using System.Collections.Immutable;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Retrieval;

/// <summary>Measures candidate sentences against a question.</summary>
public sealed class SentenceJudge(SentenceAnalyzer analyzer, SpeakerAttributor attributor, FeatureWeights<SentenceFeature> weights)
{
    // What stands around a sentence speaks for it the less the farther away it stands.
    private const double BeforeSays = 0.6;
    private const double SecondBeforeSays = 0.45;
    // Of "which countries", a country's name tells nearly all, and the word "countries" little.
    private const double NamedForItsKind = 0.9;
    private const double KindAlone = 0.3;

    private const double PronounSays = 0.8;
    private const double ParagraphSays = 0.4;
    private const double TitleSays = 0.45;
    private const double HeadingSays = 0.5;

    private readonly AnswerShape _shape = new(attributor);
    private readonly TimeAgreement _time = new(analyzer);
    private readonly OfficeBearers _offices = new(analyzer);

    /// <param name="question">The question.</param>
    /// <param name="sentence">The candidate.</param>
    /// <param name="indexShare">The passage's score in the index over the best passage's, 0–1.</param>
    public Evidence Judge(AnalyzedQuestion question, AnalyzedSentence sentence, double indexShare)
    {
        var features = new double[FeatureWeights<SentenceFeature>.Count];
        var coverage = Cover(question, sentence);
        Coverages(coverage, features);
        Set(SentenceFeature.Order, Order(question, coverage));
        Set(SentenceFeature.Proximity, Proximity(coverage, sentence));
        Set(SentenceFeature.Densest, Nearness.Densest(question, coverage));
        Set(SentenceFeature.NearAnswer, Nearness.ToAnswer(question, coverage, sentence));
        var (pairs, contentPairs, triples) = WordPairs.Of(question, sentence);
        Set(SentenceFeature.Pairs, pairs);
        Set(SentenceFeature.ContentPairs, contentPairs);
        Set(SentenceFeature.Triples, triples);
        Set(SentenceFeature.Focus, coverage.Where(c => c.Unit.Role == UnitRole.Focus).Select(c => c.Here).DefaultIfEmpty(0).Max());
        Set(SentenceFeature.Time, _time.Of(question.Dates, sentence));
        if (_shape.Of(question, sentence) is { } shape)
            Set(shape.Feature, shape.Value);
        // "How many, according to the ministry": whatever is asked for, it is the ministry's word that is.
        if (question.HasSpeaker && question.Type is not (AnswerType.Said or AnswerType.Position))
            Set(SentenceFeature.TypeSaid, _shape.Said(question, sentence));
        Set(SentenceFeature.TypeHolder, RoleHolder.Of(question, sentence) ?? 0);
        var quoted = question.Type == AnswerType.Said ? Math.Min(1, sentence.QuoteSpans.Sum(q => q.Length) / (double)Math.Max(1, sentence.Text.Length)) : 0;
        Set(SentenceFeature.Quoted, quoted);
        var (agrees, conflicts) = Sides(question, sentence);
        Set(SentenceFeature.SideAgrees, agrees);
        Set(SentenceFeature.SideConflicts, PartyRoles.Conflict(question, coverage, sentence) ? 1 : conflicts);
        Set(SentenceFeature.Index, indexShare);
        Set(SentenceFeature.IsTitle, sentence.IsTitle ? 1 : 0);
        Set(SentenceFeature.Short, sentence.Tokens.Length < 8 && quoted < 0.5 ? 1 : 0);
        Set(SentenceFeature.Long, Math.Clamp((sentence.Tokens.Length - 30) / 30d, 0, 1));
        Set(SentenceFeature.OpensWithPronoun, OpensWithPronoun(sentence) ? 1 : 0);
        Set(SentenceFeature.Early, sentence.IsTitle ? 0 : 1d / (1 + sentence.Paragraph.Index));
        Set(SentenceFeature.OpensParagraph, sentence.Ordinal == 0 ? 1 : 0);
        return new Evidence(sentence, weights.Score(features), [.. features], coverage);

        void Set(SentenceFeature feature, double value) => features[(int)feature] = value;
    }

    /// <summary>The sentences found in one article, with what the others speak of counted to each: an article goes on about what it has named before.</summary>
    public IEnumerable<Evidence> InArticle(IReadOnlyList<Evidence> found)
    {
        ArgumentNullException.ThrowIfNull(found);
        var best = new double[found.Count == 0 ? 0 : found[0].Coverage.Length];
        foreach (var evidence in found)
        {
            for (var i = 0; i < best.Length; i++)
                best[i] = Math.Max(best[i], evidence.Coverage[i].Here);
        }

        return found.Select(e => InArticle(e, best));
    }

    private Evidence InArticle(Evidence evidence, double[] best)
    {
        var coverage = ImmutableArray.CreateBuilder<UnitCoverage>(best.Length);
        var (more, total) = (0d, 0d);
        for (var i = 0; i < best.Length; i++)
        {
            var unit = evidence.Coverage[i];
            coverage.Add(unit with { InArticle = best[i] });
            more += unit.Unit.Weight * Math.Max(0, best[i] - Math.Max(unit.Here, unit.WithContext));
            total += unit.Unit.Weight;
        }

        var share = total > 0 ? more / total : 0;
        return evidence with
        {
            Coverage = coverage.MoveToImmutable(),
            Features = share > 0 ? evidence.Features.SetItem((int)SentenceFeature.ArticleContext, share) : evidence.Features,
            Score = evidence.Score + (weights[SentenceFeature.ArticleContext] * share),
        };
    }

    /// <summary>Whether the sentence opens with a word that points back ("It", "He", "They", "This").</summary>
    public static bool OpensWithPronoun(AnalyzedSentence sentence) =>
        sentence.Tokens.Length > 0 && sentence.Tokens[0].Text is "he" or "she" or "it" or "they" or "this" or "these" or "those" or "his" or "her" or "their" or "its";

    private ImmutableArray<UnitCoverage> Cover(AnalyzedQuestion question, AnalyzedSentence sentence)
    {
        var before = analyzer.Before(sentence);
        AnalyzedSentence? second = null;
        var paragraph = analyzer.Analyze(sentence.Article, sentence.Paragraph);
        var title = sentence.Article.Title is { } headline && !sentence.IsTitle ? analyzer.Analyze(sentence.Article, headline) : [];
        var heading = analyzer.HeadingOf(sentence);
        var attributions = attributor.Attribute(sentence);
        var held = _offices.HeldIn(question, sentence);
        var result = ImmutableArray.CreateBuilder<UnitCoverage>(question.Units.Length);
        foreach (var unit in question.Units)
        {
            var (here, token) = UnitMatcher.Match(unit, sentence);
            if (here < 1 && unit.Entity is { } entity)
            {
                foreach (var attribution in attributions)
                {
                    if (attribution.IsInherited && (attribution.Entity?.Id == entity.Id || attribution.SideId == entity.Id))
                        here = 1;
                }
            }

            if (here < OfficeBearers.ByName && held.Contains(unit))
                here = OfficeBearers.ByName;
            if (question.Type == AnswerType.Which && AnswerShape.IsAnyState(unit))
                (here, token) = AnswerShape.OtherStates(question, sentence).FirstOrDefault(m => m.Form != AliasForm.Adjective) is { } state ? (NamedForItsKind, sentence.TokenAt(state.Span.Start)) : (Math.Min(here, KindAlone), token);
            if (NamesOfAKind.Of(unit, question, sentence) is var named && named.Similarity > here)
                (here, token) = named;
            if (here < PronounSays && before is not null && SubjectIs(unit, sentence, before))
                (here, token) = (PronounSays, 0);
            var around = here;
            if (around < BeforeSays && before is not null)
                around = Math.Max(around, BeforeSays * UnitMatcher.Match(unit, before).Similarity);
            if (around < SecondBeforeSays && before is not null && (second ??= analyzer.Before(before)) is { } farther)
                around = Math.Max(around, SecondBeforeSays * UnitMatcher.Match(unit, farther).Similarity);
            foreach (var part in around < HeadingSays ? heading : [])
                around = Math.Max(around, HeadingSays * UnitMatcher.Match(unit, part).Similarity);
            foreach (var part in title)
                around = Math.Max(around, TitleSays * UnitMatcher.Match(unit, part).Similarity);
            foreach (var neighbour in around < ParagraphSays ? paragraph : [])
                around = Math.Max(around, ParagraphSays * UnitMatcher.Match(unit, neighbour).Similarity);
            result.Add(new UnitCoverage(unit, here, token, around));
        }

        return result.MoveToImmutable();
    }

    /// <summary>"He later spoke …" after a sentence that opens with the person: the pronoun stands for whom the sentence before is about.</summary>
    private static bool SubjectIs(QuestionUnit unit, AnalyzedSentence sentence, AnalyzedSentence before)
    {
        if (!unit.IsName || sentence.Tokens.Length == 0)
            return false;
        var isPerson = unit.Entity is null or { Kind: EntityKind.Person };
        var isPronoun = sentence.Tokens[0].Text switch { "he" or "she" or "his" or "her" => isPerson, "it" or "its" => unit.Entity is { Kind: not EntityKind.Person }, "they" => true, _ => false };
        if (!isPronoun)
            return false;
        var (similarity, token) = UnitMatcher.Match(unit, before);
        return similarity >= 0.9 && !before.Mentions.Any(m => m.Entry.Kind == EntityKind.Person && isPerson && before.TokenAt(m.Span.End) <= token);
    }

    private static void Coverages(ImmutableArray<UnitCoverage> coverage, double[] features)
    {
        var total = coverage.Sum(c => c.Unit.Weight);
        if (total <= 0)
            return;
        var exact = coverage.Where(c => c.Here >= 0.99).Sum(c => c.Unit.Weight);
        var here = coverage.Sum(c => c.Here * c.Unit.Weight);
        features[(int)SentenceFeature.Exact] = exact / total;
        features[(int)SentenceFeature.Synonym] = (here - exact) / total;
        features[(int)SentenceFeature.Context] = coverage.Sum(c => (c.WithContext - c.Here) * c.Unit.Weight) / total;
        var names = coverage.Where(c => c.Unit.IsName).ToArray();
        if (names.Length > 0)
        {
            features[(int)SentenceFeature.Names] = names.Average(c => c.Here);
            features[(int)SentenceFeature.NamesMissing] = names.Count(c => c.WithContext < 0.25) / (double)names.Length;
        }
    }

    private static double Order(AnalyzedQuestion question, ImmutableArray<UnitCoverage> coverage)
    {
        if (question.Units.Length < 2)
            return 0;
        var near = 0;
        for (var i = 0; i + 1 < coverage.Length; i++)
        {
            var (a, b) = (coverage[i].Token, coverage[i + 1].Token);
            if (a >= 0 && b > a && b - a <= 3)
                near++;
        }

        return near / (double)(coverage.Length - 1);
    }

    private static double Proximity(ImmutableArray<UnitCoverage> coverage, AnalyzedSentence sentence)
    {
        var tokens = coverage.Where(c => c.Token >= 0).Select(c => c.Token).Distinct().Order().ToArray();
        if (tokens.Length < 2 || sentence.Tokens.Length < 2)
            return 0;
        return (tokens.Length - 1) / (double)Math.Max(1, tokens[^1] - tokens[0]);
    }

    /// <summary>Whether the noun that the question gives a side has the same side, or another, in the sentence.</summary>
    private static (double Agrees, double Conflicts) Sides(AnalyzedQuestion question, AnalyzedSentence sentence)
    {
        var (agrees, conflicts) = (0d, 0d);
        foreach (var unit in question.Units.Where(u => u.Modifies is not null && u.Entity is { Kind: EntityKind.State }))
        {
            var (here, other) = NounSides.Of(unit.Modifies!, unit.Entity!.Id, sentence);
            agrees = Math.Max(agrees, here ? 1 : 0);
            conflicts = Math.Max(conflicts, other && !here ? 1 : 0);
        }

        return (agrees, conflicts);
    }
}
