using System.Collections.Immutable;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Retrieval;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Answers;

/// <summary>Finds the words of a sentence that answer, as spans of the sentence.</summary>
internal static class Emphasis
{
    private const double LengthOfTime = 0.8;

    /// <summary>In order and disjoint; empty where no words stand out.</summary>
    public static ImmutableArray<TextSpan> Of(AnalyzedQuestion question, Evidence evidence)
    {
        var sentence = evidence.Sentence;
        var spans = question.Type switch
        {
            AnswerType.HowMany => CountedNumbers.Of(question, sentence).Take(Asks.OfEachSide(question.Text) ? 2 : 1).Select(c => WithNoun(sentence, c)),
            AnswerType.Who => AnswerShape.People(question, sentence).Select(p => new TextSpan(p.Start, p.End)),
            AnswerType.Name => AnswerShape.Named(question, sentence).Select(p => new TextSpan(p.Start, p.End)),
            AnswerType.WhoIs or AnswerType.Definition => Roles(sentence, evidence),
            AnswerType.When => sentence.Dates.Select(d => d.Span),
            AnswerType.HowLong => Durations.In(sentence).Where(d => d.Sureness >= LengthOfTime).Select(d => d.Span),
            // Which words of a side's claim matter is not the bot's to say.
            AnswerType.BothSides => [],
            AnswerType.Where => AnswerShape.Places(question, sentence).Select(p => p.Span),
            AnswerType.Said or AnswerType.Position => sentence.QuoteSpans.Length > 0 ? sentence.QuoteSpans : AfterAction(evidence, isSaying: true),
            _ => AfterAction(evidence),
        };
        var result = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var span in spans.Where(s => s.Length > 0).OrderBy(s => s.Start))
        {
            if (result.Count == 0 || span.Start >= result[^1].End)
                result.Add(span);
        }

        return result.ToImmutable();
    }

    private static TextSpan WithNoun(AnalyzedSentence sentence, CountedNumber number) =>
        number.Noun >= number.Quantity.FirstToken ? new TextSpan(number.Quantity.Span.Start, sentence.Tokens[number.Noun].End) : number.Quantity.Span;

    /// <summary>The phrase around the name that holds its role words.</summary>
    private static IEnumerable<TextSpan> Roles(AnalyzedSentence sentence, Evidence evidence)
    {
        foreach (var covered in evidence.Coverage.Where(c => c.Unit.IsName && c.Token >= 0))
        {
            var (first, last) = (covered.Token, covered.Token);
            for (var i = Math.Max(0, covered.Token - 6); i < Math.Min(sentence.Tokens.Length, covered.Token + 9); i++)
            {
                if (WordLists.Roles.Contains(sentence.Stems[i]))
                    (first, last) = (Math.Min(first, i), Math.Max(last, i));
            }

            if (first != last)
                yield return new TextSpan(sentence.Tokens[first].Start, sentence.Tokens[last].End);
        }
    }

    /// <summary>What follows the last of the question's words that the sentence shares, to the end of its clause.</summary>
    private static IEnumerable<TextSpan> AfterAction(Evidence evidence, bool isSaying = false)
    {
        var sentence = evidence.Sentence;
        var last = evidence.Coverage.Where(c => c.Unit.Entity is null && c.Token >= 0).Select(c => c.Token).DefaultIfEmpty(-1).Max();
        if (isSaying && last >= 0)
            last = SaidAt(sentence, last);
        if (last < 0 || last + 1 >= sentence.Tokens.Length)
            yield break;
        var start = sentence.Tokens[last + 1].Start;
        var end = sentence.Text.AsSpan(start).IndexOfAny(",;”");
        var span = new TextSpan(start, end < 0 ? sentence.Tokens[^1].End : start + end);
        if (span.Length > 3)
            yield return span;
    }

    /// <summary>"Did not say when, but said why": the same verb where it is not denied; −1 where it is denied throughout.</summary>
    private static int SaidAt(AnalyzedSentence sentence, int verb)
    {
        for (var at = verb; at < sentence.Stems.Length; at++)
        {
            if (sentence.Stems[at] == sentence.Stems[verb] && !Negation.DeniesAt(sentence, at))
                return at;
        }

        return -1;
    }
}
