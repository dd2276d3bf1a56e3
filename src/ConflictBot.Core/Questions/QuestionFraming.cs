using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;
using ConflictBot.Core.Passages;

namespace ConflictBot.Core.Questions;

/// <summary>Takes off what stands around a question and says nothing of what it asks: greetings, apologies, who is asking and what for, insults, orders to the bot.</summary>
public sealed class QuestionFraming(AliasMatcher matcher)
{
    // A turn may be wrapped in a few of them; more is no one's way of asking.
    private const int MostRounds = 6;

    /// <summary>What is asked: at most two questions, and the names that the sentences beside them give.</summary>
    public FramedQuestion Read(string turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        foreach (var tail in FramingPatterns.Tails)
            turn = Without(tail, turn);
        var sentences = Sentences(turn);
        if (sentences.Count <= 1)
        {
            // Who did a thing is asked of both sides, whomever the turn orders to be named.
            if (FramingPatterns.DemandedClaim().Match(turn) is { Success: true } claim && matcher.Match(claim.Groups["who"].Value).Count > 0)
                return new FramedQuestion(["Who " + claim.Groups["did"].Value.TrimEnd('.', '!', ' ')], [claim.Groups["who"].Value], DropsSentences: true);
            var (told, asked) = ToldAndAsked(turn);
            return new FramedQuestion([Unframe(asked)], [.. Names(told)], DropsSentences: told.Length > 0);
        }

        var unframed = sentences.ConvertAll(s => (Text: Unframe(s), IsOrder: FramingPatterns.Order().IsMatch(s) && !HasInterrogative(s), Original: s));
        var asking = unframed.Where(s => !s.IsOrder && Asks(s.Text)).ToList();
        if (asking.Count == 0)
            return new FramedQuestion([string.Join(' ', unframed.Where(s => !s.IsOrder).Select(s => s.Text).DefaultIfEmpty(turn))], [], DropsSentences: unframed.Exists(s => s.IsOrder));

        // "… who arranged it. Was it America?": a guess at the answer asks nothing new.
        if (asking.Count > 1)
            unframed.RemoveAll(s => s != asking[0] && IsGuess(s.Text));
        asking.RemoveAll(s => !unframed.Contains(s));
        var questions = asking.Where(s => HasContent(s.Text)).Take(2).Select(s => s.Text).ToImmutableArray();
        var rest = unframed.Where(s => !s.IsOrder && !questions.Contains(s.Text)).ToList();
        if (questions.Length == 1 && ToldAndAsked(questions[0]) is { Told.Length: > 0 } split)
        {
            questions = [Unframe(split.Asked)];
            rest.Add((split.Told, false, split.Told));
        }

        // "Armenia shelled villages. Why?" has its subject in the sentence before.
        if (questions.IsEmpty)
        {
            var told = rest.Where(s => HasContent(s.Text)).Select(s => s.Text).ToList();
            return told.Count == 0 ? new FramedQuestion([asking[0].Text], [], DropsSentences: false)
                : new FramedQuestion([HasInterrogative(asking[0].Text) ? QuestionTopic.Append(asking[0].Text, Content(told[^1])) : told[^1]], [], DropsSentences: true) { CarriesTopic = HasInterrogative(asking[0].Text) };
        }

        var context = rest.Where(s => !IsAboutTheAsker(s.Original)).SelectMany(s => Names(s.Text)).Where(n => !questions.Any(q => q.Contains(n, StringComparison.OrdinalIgnoreCase))).Distinct(StringComparer.OrdinalIgnoreCase);
        return new FramedQuestion(questions, [.. context], DropsSentences: true);
    }

    /// <summary>"The war ended in 94, nobody tells me who arranged it": what is told, and what is asked, where the asking opens as asking does.</summary>
    private static (string Told, string Asked) ToldAndAsked(string sentence)
    {
        foreach (Match joint in FramingPatterns.Joint().Matches(sentence))
        {
            var rest = sentence[(joint.Index + joint.Length)..];
            if (Array.Exists(FramingPatterns.AskingOpenings, o => o.IsMatch(rest)))
                return (sentence[..joint.Index], rest);
        }

        return ("", sentence);
    }

    private static List<string> Sentences(string turn) =>
        [.. FramingPatterns.AfterMark().Split(turn).SelectMany(part => SentenceSplitter.Split(part, new TextSpan(0, part.Length)).Select(s => s.In(part)))];

    /// <summary>One sentence without its framing; as it is where nothing would be left.</summary>
    private string Unframe(string sentence)
    {
        var text = sentence;
        for (var round = 0; round < MostRounds; round++)
        {
            var before = text;
            foreach (var opening in FramingPatterns.Openings)
                text = Without(opening, text);
            if (FramingPatterns.FirstPersonClause().Match(text) is { Success: true } clause && !HasInterrogative(clause.Value) && !Names(clause.Value).Any())
                text = Kept(text, text[clause.Length..]);
            foreach (var tail in FramingPatterns.Tails)
                text = Without(tail, text);
            foreach (var part in FramingPatterns.Anywhere)
                text = Without(part, text);
            if (text == before)
                break;
        }

        return According(text);
    }

    private static string Without(Regex framing, string text) => Kept(text, Tidy(framing.Replace(text, " ", 1)));

    /// <summary>One space between words, and none before a mark.</summary>
    private static string Tidy(string text)
    {
        var tidy = string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return tidy.Replace(" ?", "?", StringComparison.Ordinal).Replace(" ,", ",", StringComparison.Ordinal).Trim();
    }

    private static string Kept(string text, string shorter) => Asked(shorter) ? shorter : text;

    /// <summary>Something is left to ask: a question word, or a word with a subject.</summary>
    private static bool Asked(string text) => HasContent(text) || HasInterrogative(text);

    /// <summary>The ways of saying whose account is asked for become one, which the analysis knows.</summary>
    private static string According(string text)
    {
        foreach (var pattern in new[] { FramingPatterns.IfWeBelieve(), FramingPatterns.InTheWordsOf(), FramingPatterns.InTheirAccount(), FramingPatterns.AsTheyTellIt() })
            text = pattern.Replace(text, m => "according to " + m.Groups["who"].Value.Trim(), 1);
        return PlainWording.Of(text);
    }

    private static bool Asks(string sentence)
    {
        var tokens = Tokenizer.Tokenize(sentence);
        return tokens.Count > 0 && (sentence.TrimEnd().EndsWith('?') || HasInterrogative(sentence) || QuestionWords.IsAuxiliary(tokens[0].Text) || SummaryRequest.IsRequest(tokens[0].Text));
    }

    private static bool IsGuess(string sentence) =>
        Tokenizer.Tokenize(sentence) is [var first, var second, ..] && QuestionWords.IsAuxiliary(first.Text) && second.Text is "it" or "that" or "this" && Content(sentence).Count <= 2;

    private static bool IsAboutTheAsker(string sentence) =>
        Tokenizer.Tokenize(sentence).Take(2).Any(t => t.Text is "i" or "i'm" or "im" or "we") && !sentence.Contains(" about ", StringComparison.OrdinalIgnoreCase);

    private static bool HasInterrogative(string text) => Tokenizer.Tokenize(text).Exists(t => QuestionWords.Interrogative(t.Text) is not null);

    private static bool HasContent(string text) => Content(text).Count > 0;

    private static List<string> Content(string text) =>
        [.. Tokenizer.Tokenize(text).Where(t => QuestionWords.IsContent(t.Text)).Select(t => text[t.Start..t.End])];

    private IEnumerable<string> Names(string text) =>
        matcher.Match(text).Select(m => m.Span.In(text)).Concat(DateExpressionParser.Parse(text, null).Select(d => d.Span.In(text)));
}

/// <summary>A turn without its framing.</summary>
/// <param name="Questions">One or two, in order; never empty.</param>
/// <param name="Context">Names and dates of the sentences that ask nothing.</param>
/// <param name="DropsSentences">Whether whole sentences were read as no part of the question, which the user should see.</param>
public sealed record FramedQuestion(ImmutableArray<string> Questions, ImmutableArray<string> Context, bool DropsSentences)
{
    /// <summary>Whether the question's end is a <see cref="QuestionTopic"/>.</summary>
    public bool CarriesTopic { get; init; }
}
