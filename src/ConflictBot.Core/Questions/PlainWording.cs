using System.Text.RegularExpressions;

namespace ConflictBot.Core.Questions;

/// <summary>Says in the word that articles use what people ask in several light ones, each of which alone says nothing: "made that public", "could not be found", "which post does X hold".</summary>
internal static partial class PlainWording
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Milliseconds = 1000;

    private const string Office = "(office|post|position|job|title|rank|role|function|occupation)";

    /// <summary>The question, reworded; as it is where none of its words are light ones.</summary>
    public static string Of(string question)
    {
        question = MadePublic().Replace(question, "announced ${what}", 1);
        question = DeathToll().Replace(question, "how many died", 1);
        question = LosesHowMany().Replace(question, "how many people did", 1);
        question = BearsTheBlame().Replace(question, "has ", 1);
        question = TheFact().Replace(question, "that", 1);
        question = SetFree().Replace(question, "released${whom}", 1);
        question = NotFound().Replace(question, "went missing", 1);
        question = NotSurvived().Replace(question, "died", 1);
        question = YearInShort().Replace(question, m => $"{m.Groups["before"].Value} {(string.CompareOrdinal(m.Groups["yy"].Value, "50") > 0 ? "19" : "20")}{m.Groups["yy"].Value}", 1);
        question = HasToDo().Replace(question, "${before} obliged to do", 1);
        question = IsLinked().Replace(question, m => m.Groups["none"].Success ? "no link with" : "a link with", 1);
        question = LeadsAState().Replace(question, "who is the leader of ${state}", 1);
        question = HoldsAnOffice().Replace(question, "who is ${who}", 1);
        return OfficeOf().Replace(question, "who is ${who}", 1);
    }

    [GeneratedRegex(@"\bma(ke|kes|de|king)\s+(?<what>[\w-]+(\s+[\w-]+){0,2}?)\s+public\b", Options, Milliseconds)]
    private static partial Regex MadePublic();

    /// <summary>"Compare the death tolls the two armies gave", "the death toll of each side".</summary>
    [GeneratedRegex(@"^((compare|contrast) (the )?(?=death tolls? .*\b(each|both|either|the two)\b)|what (was|is|were|are) the (?=death tolls? (of|on|for|given by|reported by|stated by|announced by) (each|both|either|the two)\b))death tolls?\b", Options, Milliseconds)]
    private static partial Regex DeathToll();

    /// <summary>"How many did each side lose": people.</summary>
    [GeneratedRegex(@"\bhow many did\b(?= .*\blose\b)", Options, Milliseconds)]
    private static partial Regex LosesHowMany();

    [GeneratedRegex(@"\b(bears?|carr(y|ies)|shoulders?)\s+(?=(the |most of the |(the )?(main|most|more|chief|greater) )?(blame|responsibility|guilt)\b)", Options, Milliseconds)]
    private static partial Regex BearsTheBlame();

    [GeneratedRegex(@"\b(for|of|by|in|about) the fact that\b", Options, Milliseconds)]
    private static partial Regex TheFact();

    [GeneratedRegex(@"\b(set|sets|setting)(?<whom>(\s+[\w’'-]+){0,3}?)\s+free\b", Options, Milliseconds)]
    private static partial Regex SetFree();

    [GeneratedRegex(@"\b((could|can|would)( not|not|n['’]?t) be|(was|were|is|are)( not|n['’]?t)( yet)?( been)?|ha(s|ve|d)( not|n['’]?t)( yet)? been) (found|accounted for)\b(?!\s+(guilty|responsible|liable|innocent|to)\b)", Options, Milliseconds)]
    private static partial Regex NotFound();

    [GeneratedRegex(@"\b(did|does|do|could)( not|n['’]?t) (survive|make it|live|pull through)(?=\s*[?.!,]|\s*$)", Options, Milliseconds)]
    private static partial Regex NotSurvived();

    /// <summary>"Back in 94", "since '20".</summary>
    [GeneratedRegex(@"\b((?<before>in|since|from|until|before|after|during|of) ['’](?<yy>[089]\d|[12]\d)|(?<before>in|since|until|before) (?<yy>[89]\d)(?=\s*([?.!,]|$)))(?![\d%:])(?!s\b)", Options, Milliseconds)]
    private static partial Regex YearInShort();

    [GeneratedRegex(@"^(?<before>what (did|does|do|will|would) [\w’' -]{2,40}?) (have|need) to do\b", Options, Milliseconds)]
    private static partial Regex HasToDo();

    [GeneratedRegex(@"\b((?<none>nothing)|anything|something) to do with\b", Options, Milliseconds)]
    private static partial Regex IsLinked();

    /// <summary>One word alone: of more than a state ("the talks", "the mission") the verb tells enough.</summary>
    [GeneratedRegex(@"^who (currently |now )?(leads|heads|runs|is (currently |now )?(leading|heading|running)) ((the )?(state|country|nation|republic) of )?(?<state>\w+)[\s?.!]*$", Options, Milliseconds)]
    private static partial Regex LeadsAState();

    [GeneratedRegex(@"^(which|what) " + Office + @" (does|did|do|has) (?<who>[\w’' .-]{2,60}?) (hold|have|held|occupy|fill)\b[\s?.!]*$", Options, Milliseconds)]
    private static partial Regex HoldsAnOffice();

    [GeneratedRegex(@"^(what['’]?s|what (is|was)) (?<who>[\w .-]{2,60}?)['’]s? " + Office + @"[\s?.!]*$", Options, Milliseconds)]
    private static partial Regex OfficeOf();
}
