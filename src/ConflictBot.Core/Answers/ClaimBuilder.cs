using System.Collections.Immutable;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Retrieval;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Answers;

/// <summary>Turns judged sentences into cited claims.</summary>
public sealed class ClaimBuilder(SentenceAnalyzer analyzer, SpeakerAttributor attributor, SentenceJudge judge, Gazetteer gazetteer)
{
    private readonly ExcerptWidth _width = new(analyzer, attributor, judge);

    public Claim Build(AnalyzedQuestion question, Evidence evidence) => Build(question, evidence, Asked(question, evidence), Cite(question, evidence));

    /// <summary>A claim of the sentence itself, with the one before only where it points back to that: one of several that each say something else.</summary>
    public Claim BuildNarrow(AnalyzedQuestion question, Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        var sentence = evidence.Sentence;
        var pointsBack = sentence.Ordinal > 0 && SentenceJudge.OpensWithPronoun(sentence);
        var citation = pointsBack ? Citation.Of(sentence.Article, sentence.Paragraph, sentence.Ordinal - 1, 2) : CiteAlone(sentence);
        return Build(question, evidence, Asked(question, evidence), citation);
    }

    private Attribution? Asked(AnalyzedQuestion question, Evidence evidence)
    {
        // Of two speakers with a number each, the claim is the one's whose number answers.
        var number = question.Type == AnswerType.HowMany ? CountedNumbers.Of(question, evidence.Sentence).Select(c => (int?)c.Quantity.Span.Start).FirstOrDefault() : null;
        var attributions = attributor.Attribute(evidence.Sentence);
        var asksForOne = attributions.Any(a => AnswerShape.Speaks(question, a) > 0 || question.Entities.Any(e => e.Entity!.Id == a.SideId));
        return asksForOne ? TheAttribution(question, evidence.Sentence, number) : Together(attributions);
    }

    /// <param name="question">What is asked.</param>
    /// <param name="evidence">The sentence that answers.</param>
    /// <param name="attribution">Who says so; null for the outlet's own words.</param>
    public Claim Build(AnalyzedQuestion question, Evidence evidence, Attribution? attribution) => Build(question, evidence, attribution, Cite(question, evidence));

    private Claim Build(AnalyzedQuestion question, Evidence evidence, Attribution? attribution, Citation citation)
    {
        var sentence = evidence.Sentence;
        var offset = sentence.Sentence.Span.Start - citation.Span.Start;
        var emphasis = Emphasis.Of(question, evidence).Select(s => new TextSpan(s.Start + offset, s.End + offset)).ToImmutableArray();
        return new Claim(citation, attribution?.Speaker, SideOf(attribution), emphasis);
    }

    /// <summary>Claims in the order of the evidence, without those whose sentence an earlier one quotes already.</summary>
    public ImmutableArray<Claim> BuildDistinct(AnalyzedQuestion question, IEnumerable<Evidence> evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        var claims = ImmutableArray.CreateBuilder<Claim>();
        foreach (var item in evidence)
        {
            if (claims.Any(c => Quotes(c.Citation, item.Sentence)))
                continue;
            var claim = Build(question, item);
            // What it would bring along stands there already.
            claims.Add(claims.Any(c => Overlap(c.Citation, claim.Citation)) ? Alone(claim, item.Sentence) : claim);
        }

        return claims.ToImmutable();
    }

    /// <summary>Citations of ranked sentences, best first, without those whose sentence an earlier one quotes already.</summary>
    public IEnumerable<(Citation Citation, double Score)> CiteDistinct(AnalyzedQuestion question, IEnumerable<Evidence> ranked)
    {
        ArgumentNullException.ThrowIfNull(ranked);
        var cited = new List<Citation>();
        foreach (var evidence in ranked)
        {
            if (cited.Exists(c => Quotes(c, evidence.Sentence)))
                continue;
            var citation = Cite(question, evidence);
            cited.Add(cited.Exists(c => Overlap(c, citation)) ? CiteAlone(evidence.Sentence) : citation);
            yield return (cited[^1], evidence.Score);
        }
    }

    private static Citation CiteAlone(AnalyzedSentence sentence) => Citation.Of(sentence.Article, sentence.Paragraph, sentence.Ordinal);

    private static bool Overlap(Citation one, Citation other) =>
        one.Article.Id == other.Article.Id && one.Span.Overlaps(other.Span);

    /// <summary>The claim by its own sentence alone.</summary>
    private static Claim Alone(Claim claim, AnalyzedSentence sentence)
    {
        var citation = CiteAlone(sentence);
        var shift = citation.Span.Start - claim.Citation.Span.Start;
        return new Claim(citation, claim.Speaker, claim.Side, [.. claim.Emphasis.Select(e => new TextSpan(e.Start - shift, e.End - shift))]);
    }

    private static bool Quotes(Citation citation, AnalyzedSentence sentence) =>
        citation.Article.Id == sentence.Article.Id && citation.Span.Contains(sentence.Sentence.Span);

    /// <summary>Cites the sentence, with the one beside it where it needs that to answer.</summary>
    public Citation Cite(AnalyzedQuestion question, Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        var (first, count) = _width.Of(question, evidence);
        return Citation.Of(evidence.Sentence.Article, evidence.Sentence.Paragraph, first, count);
    }

    /// <summary>A claim of a sentence that no question chose.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="emphasis">Spans of the sentence.</param>
    public Claim Build(AnalyzedSentence sentence, ImmutableArray<TextSpan> emphasis)
    {
        var attribution = Together(attributor.Attribute(sentence));
        return new Claim(CiteAlone(sentence), attribution?.Speaker, SideOf(attribution), emphasis);
    }

    /// <summary>Of several speakers in a sentence, the one whose clause holds the answer, or whom the question asks about.</summary>
    public Attribution? TheAttribution(AnalyzedQuestion question, AnalyzedSentence sentence, int? at)
    {
        var attributions = attributor.Attribute(sentence);
        if (attributions.Length <= 1)
            return attributions.FirstOrDefault();
        if (at is { } position)
            return attributions.FirstOrDefault(a => a.Clause.Contains(position)) ?? attributions[0];
        return attributions.MaxBy(a => AnswerShape.Speaks(question, a) + (question.Entities.Any(e => e.Entity!.Id == a.SideId) ? 0.5 : 0));
    }

    /// <summary>Whose words a whole sentence is: of two who say different things in it, neither's alone.</summary>
    private static Attribution? Together(ImmutableArray<Attribution> attributions)
    {
        var speakers = attributions.Where(a => !a.PassesOn).DistinctBy(a => a.Speaker, StringComparer.Ordinal).ToList();
        if (speakers.Count < 2)
            return attributions.FirstOrDefault();
        return speakers[0] with
        {
            Speaker = string.Join(" and ", speakers.Select(s => s.Speaker)),
            Entity = null,
            SideId = speakers.TrueForAll(s => s.SideId == speakers[0].SideId) ? speakers[0].SideId : null,
        };
    }

    /// <summary>The side to tell beside the speaker: an organisation that speaks for itself has none.</summary>
    private string? SideOf(Attribution? attribution) =>
        attribution is { Entity: { Kind: EntityKind.Organisation } body } && attribution.SideId == body.Id ? null : NameOfSide(attribution?.SideId);

    public string? NameOfSide(string? id) => id is null ? null : gazetteer.Find(id)?.Name;
}
