using System.Collections.Immutable;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Retrieval;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Answers;

/// <summary>Turns judged sentences into cited claims.</summary>
public sealed class ClaimBuilder(SpeakerAttributor attributor, Gazetteer gazetteer)
{
    /// <summary>Two sentences are quoted together only up to this many characters.</summary>
    private const int MostCharacters = 400;

    public Claim Build(AnalyzedQuestion question, Evidence evidence)
    {
        // Of two speakers with a number each, the claim is the one's whose number answers.
        var number = question.Type == AnswerType.HowMany ? AnswerShape.Counted(question, evidence.Sentence).Select(c => (int?)c.Quantity.Span.Start).FirstOrDefault() : null;
        return Build(question, evidence, TheAttribution(question, evidence.Sentence, number));
    }

    /// <param name="question">What is asked.</param>
    /// <param name="evidence">The sentence that answers.</param>
    /// <param name="attribution">Who says so; null for the outlet's own words.</param>
    public Claim Build(AnalyzedQuestion question, Evidence evidence, Attribution? attribution)
    {
        var sentence = evidence.Sentence;
        var needsTheOneBefore = sentence.Ordinal > 0 && SentenceJudge.OpensWithPronoun(sentence)
            && sentence.Sentence.Span.End - sentence.Paragraph.Sentences[sentence.Ordinal - 1].Span.Start <= MostCharacters;
        var citation = needsTheOneBefore
            ? Citation.Of(sentence.Article, sentence.Paragraph, sentence.Ordinal - 1, 2)
            : Citation.Of(sentence.Article, sentence.Paragraph, sentence.Ordinal);
        var offset = sentence.Sentence.Span.Start - citation.Span.Start;
        var emphasis = Emphasis.Of(question, evidence).Select(s => new TextSpan(s.Start + offset, s.End + offset)).ToImmutableArray();
        return new Claim(citation, attribution?.Speaker, NameOfSide(attribution?.SideId), emphasis);
    }

    /// <summary>A claim of a sentence that no question chose.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="emphasis">Spans of the sentence.</param>
    public Claim Build(AnalyzedSentence sentence, ImmutableArray<TextSpan> emphasis)
    {
        var attribution = attributor.Attribute(sentence).FirstOrDefault();
        return new Claim(Citation.Of(sentence.Article, sentence.Paragraph, sentence.Ordinal), attribution?.Speaker, NameOfSide(attribution?.SideId), emphasis);
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

    public string? NameOfSide(string? id) => id is null ? null : gazetteer.Find(id)?.Name;
}
