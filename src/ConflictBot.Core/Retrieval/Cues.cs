using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ConflictBot.Core.Language;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Retrieval;

/// <summary>Words by which a sentence gives a reason, a manner, a time of day, or a list.</summary>
internal static partial class Cues
{
    // "Seven arrests had been made for …".
    private const int PunishedWithin = 4;

    private static readonly FrozenSet<string> Punished = new[] { "arrest", "detain", "fine", "sentence", "jail", "punish", "condemn", "criticise", "criticize", "thank", "apologise", "apologize", "blame" }.Select(WordForms.StemAny).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>How surely the sentence gives a reason, 0–1.</summary>
    public static double Reason(AnalyzedSentence sentence)
    {
        var best = 0d;
        for (var i = 0; i < sentence.Tokens.Length; i++)
        {
            var next = i + 1 < sentence.Tokens.Length ? sentence.Tokens[i + 1].Text : "";
            best = Math.Max(best, sentence.Tokens[i].Text switch
            {
                "because" or "therefore" or "reason" or "reasons" or "cause" or "caused" or "motivated" => 1,
                "due" or "owing" or "thanks" when next is "to" => 1,
                "given" when next is "that" => 1,
                "response" or "retaliation" or "revenge" or "pretext" or "purpose" => 0.8,
                "since" or "amid" or "following" or "under" or "out" or "so" or "prompted" or "after" => 0.5,
                "order" when next is "to" => 0.8,
                "for" when IsPunishedBefore(sentence, i) => 0.75,
                "obliges" or "requires" or "explains" or "explained" or "fear" or "fears" or "feared" or "aimed" or "aims" or "leads" or "led" => 0.5,
                "to" or "for" or "as" => 0.25,
                _ => 0,
            });
        }

        return best;
    }

    private static bool IsPunishedBefore(AnalyzedSentence sentence, int token)
    {
        for (var i = Math.Max(0, token - PunishedWithin); i < token; i++)
        {
            if (Punished.Contains(sentence.Stems[i]))
                return true;
        }

        return false;
    }

    /// <summary>How surely the sentence says in what way, 0–1.</summary>
    public static double Manner(AnalyzedSentence sentence)
    {
        var best = 0d;
        for (var i = 0; i < sentence.Tokens.Length; i++)
        {
            var next = i + 1 < sentence.Tokens.Length ? sentence.Tokens[i + 1].Text : "";
            best = Math.Max(best, sentence.Tokens[i].Text switch
            {
                "by" when next.EndsWith("ing", StringComparison.Ordinal) => 1,
                "through" or "via" or "using" or "means" or "electronically" => 0.9,
                "with" or "by" => 0.5,
                _ => sentence.Tokens[i].Text.Length > 5 && sentence.Tokens[i].Text.EndsWith("ly", StringComparison.Ordinal) ? 0.3 : 0,
            });
        }

        return best;
    }

    /// <summary>How much the sentence looks like a list, 0–1: two commas before an "and" make one.</summary>
    public static double List(AnalyzedSentence sentence)
    {
        var commas = sentence.Text.Count(c => c == ',');
        var and = sentence.Has("and") || sentence.Has("as");
        return and ? Math.Min(1, 0.3 + (commas * 0.35)) : Math.Min(0.5, commas * 0.15);
    }

    /// <summary>"June 15": a day whose year nothing tells.</summary>
    public static bool CalendarDay(AnalyzedSentence sentence)
    {
        for (var i = 0; i + 1 < sentence.Tokens.Length; i++)
        {
            var (word, next) = (sentence.Tokens[i].Text, sentence.Tokens[i + 1].Text);
            if ((CalendarWords.Contains(word) && char.IsAsciiDigit(next[0])) || (char.IsAsciiDigit(word[0]) && CalendarWords.Contains(next)))
                return true;
        }

        return false;
    }

    /// <summary>"At about 08:30", "around midnight".</summary>
    public static bool Hour(AnalyzedSentence sentence) =>
        Clock().IsMatch(sentence.Text) || sentence.Tokens.Any(t => t.Text is "midnight" or "noon" or "midday" or "dawn" or "dusk" or "morning" or "evening" or "afternoon" or "night" or "overnight" or "pre-dawn") || sentence.Text.Contains("early hours", StringComparison.OrdinalIgnoreCase) || sentence.Text.Contains("small hours", StringComparison.OrdinalIgnoreCase);

    public static bool Weekday(AnalyzedSentence sentence) =>
        sentence.Tokens.Any(t => t.Text is "monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "saturday" or "sunday");

    [GeneratedRegex(@"\b([01]?\d|2[0-3])[:.][0-5]\d\b(?!\s?%)|\b\d{1,2}\s?(a\.?m\b|p\.?m\b|o['’]clock)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Clock();

    public static bool TimeOfDay(AnalyzedSentence sentence)
    {
        foreach (var token in sentence.Tokens)
        {
            if (token.Text is "midnight" or "noon" or "dawn" or "dusk" or "morning" or "evening" or "afternoon" or "night" or "overnight" or "pre-dawn" or "a.m" or "p.m" or "am" or "pm"
                or "hours" or "o'clock" or "decades" or "decade" or "century" or "centuries" or "years" or "days" or "weeks" or "months")
                return true;
        }

        return false;
    }
}
