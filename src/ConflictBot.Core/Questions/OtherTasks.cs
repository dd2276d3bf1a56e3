using System.Text.RegularExpressions;

namespace ConflictBot.Core.Questions;

/// <summary>What is asked of the bot and of no article: to translate a word, to do a sum. An article that has the word, or the number, is no answer.</summary>
internal static partial class OtherTasks
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Milliseconds = 1000;

    private const string Tongue = "(armenian|azerbaijani|azeri|russian|turkish|english|georgian|persian|farsi|french|german|spanish|italian|arabic|kurdish|ukrainian|chinese|japanese|latin|greek|hebrew)";

    public static bool Are(string question) => Translation().IsMatch(question) || WordFor().IsMatch(question) || Sum().IsMatch(question);

    [GeneratedRegex(@"^\W*((please|pls|can|could|would|will|you|u|kindly)\s+){0,4}translate\b|\bhow (do|does|would|can|to) ?((you|u|i|we|one|they) )?(say|write|spell|pronounce)\b.{1,80}\bin " + Tongue + @"\W*$", Options, Milliseconds)]
    private static partial Regex Translation();

    [GeneratedRegex(@"\b" + Tongue + @" (word|translation) (for|of)\b|\btranslation of\b.{1,60}\b(in|into|to) " + Tongue + @"\b", Options, Milliseconds)]
    private static partial Regex WordFor();

    /// <summary>The sum alone: "12/11" may be a day.</summary>
    [GeneratedRegex(@"^\W*(((what|how much)( is|['’]?s)|calculate|compute|solve)\s+)?\d[\d.,]*\s*([*+×÷]|times|plus|minus|multiplied by|divided by)\s*\d[\d.,]*\W*$", Options, Milliseconds)]
    private static partial Regex Sum();
}
