using System.Text.RegularExpressions;

namespace ConflictBot.Core.Questions;

/// <summary>Says in the word that articles use what people ask in several light ones, each of which alone says nothing: "made that public", "have to do", "which post does X hold".</summary>
internal static partial class PlainWording
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Milliseconds = 1000;

    private const string Office = "(office|post|position|job|title|rank|role|function|occupation)";

    /// <summary>The question, reworded; as it is where none of its words are light ones.</summary>
    public static string Of(string question)
    {
        question = MadePublic().Replace(question, "announced ${what}", 1);
        question = TheFact().Replace(question, "that", 1);
        question = SetFree().Replace(question, "released${whom}", 1);
        question = HasToDo().Replace(question, "${before} obliged to do", 1);
        question = HoldsAnOffice().Replace(question, "who is ${who}", 1);
        return OfficeOf().Replace(question, "who is ${who}", 1);
    }

    [GeneratedRegex(@"\bma(ke|kes|de|king)\s+(?<what>[\w-]+(\s+[\w-]+){0,2}?)\s+public\b", Options, Milliseconds)]
    private static partial Regex MadePublic();

    [GeneratedRegex(@"\b(for|of|by|in|about) the fact that\b", Options, Milliseconds)]
    private static partial Regex TheFact();

    [GeneratedRegex(@"\b(set|sets|setting)(?<whom>(\s+[\w’'-]+){0,3}?)\s+free\b", Options, Milliseconds)]
    private static partial Regex SetFree();

    [GeneratedRegex(@"^(?<before>what (did|does|do|will|would) [\w’' -]{2,40}?) (have|need) to do\b", Options, Milliseconds)]
    private static partial Regex HasToDo();

    [GeneratedRegex(@"^(which|what) " + Office + @" (does|did|do|has) (?<who>[\w’' .-]{2,60}?) (hold|have|held|occupy|fill)\b[\s?.!]*$", Options, Milliseconds)]
    private static partial Regex HoldsAnOffice();

    [GeneratedRegex(@"^(what['’]?s|what (is|was)) (?<who>[\w .-]{2,60}?)['’]s? " + Office + @"[\s?.!]*$", Options, Milliseconds)]
    private static partial Regex OfficeOf();
}
