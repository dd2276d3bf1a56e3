using System.Collections.Frozen;
using System.Reflection;
using ConflictBot.Core.Language;

namespace ConflictBot.Core.Sentences;

/// <summary>Small embedded vocabularies, one word a line, <c>#</c> for comments.</summary>
public static class WordLists
{
    /// <summary>Stems of verbs that report somebody's words ("say", "accuse").</summary>
    public static FrozenSet<string> ReportingVerbs { get; } = LoadVerbs("reporting-verbs.tsv");

    /// <summary>Stems of reporting verbs that have another use too, and report only beside what was said ("add", "recall").</summary>
    internal static FrozenSet<string> ContentVerbs { get; } = LoadVerbs("content-verbs.tsv");

    /// <summary>Stems of nouns for what is said ("statement", "condolences").</summary>
    internal static FrozenSet<string> SpeechNouns { get; } = Load("speech-nouns.tsv", WordForms.StemAny);

    /// <summary>Stems of speech nouns that convey a feeling and claim nothing ("condolences").</summary>
    internal static FrozenSet<string> Courtesies { get; } = new[] { "condolence", "congratulation", "greeting", "gratitude", "sympathy", "thanks", "invitation", "apology" }
        .Select(WordForms.StemAny).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Stems of nouns for texts that speak ("declaration", "report").</summary>
    internal static FrozenSet<string> Documents { get; } = Load("document-nouns.tsv", WordForms.StemAny);

    /// <summary>Stems of nouns that end the name of a place, a body or a work ("Street", "University"): what is called so is no person.</summary>
    internal static FrozenSet<string> ThingNouns { get; } = Load("thing-nouns.tsv", WordForms.StemAny);

    /// <summary>Stems of nouns for one of two that are at odds, or that are compared ("both sides", "each army").</summary>
    internal static FrozenSet<string> Parties { get; } = new[] { "side", "country", "army", "party", "government", "state", "nation", "ministry", "military" }
        .Select(WordForms.StemAny).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Stems of nouns for what armies and people have and are not ("drone", "hotel").</summary>
    internal static FrozenSet<string> Materials { get; } = Load("material-nouns.tsv", WordForms.StemAny);

    /// <summary>Stems of nouns, beside <see cref="Roles"/>, for those who can say something ("commission", "nation").</summary>
    internal static FrozenSet<string> SpeakingGroups { get; } = Load("speaking-groups.tsv", WordForms.StemAny);

    /// <summary>Nouns, in singular and plural, for those who speak for no state or body, wherever they live ("witness", "newspapers"). No stems: "authorities" have that of "authors", "protests" that of "protesters".</summary>
    internal static FrozenSet<string> PrivateSpeakers { get; } = Load("private-speakers.tsv", w => w).SelectMany(Numbers).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a word only says that something was said: "declared", and no declaration.</summary>
    public static bool IsPlainSaying(string word) =>
        PlainSaying.Contains(WordForms.StemAny(word)) && !word.EndsWith("ation", StringComparison.Ordinal) && !word.EndsWith("ment", StringComparison.Ordinal);

    /// <summary>Stems of the verbs that say no more than that somebody said something ("say", "mention").</summary>
    public static FrozenSet<string> PlainSaying { get; } = new[] { "say", "state", "tell", "claim", "comment", "mention", "remark", "report", "announce", "think", "write", "declare" }
        .Select(WordForms.StemAny).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Stems of nouns for people in numbers ("soldiers", "protesters"), any of which "how many people" may count.</summary>
    public static FrozenSet<string> People { get; } = Load("people-nouns.tsv", WordForms.StemAny);

    /// <summary>Stems of nouns that name what a person is ("minister", "spokeswoman").</summary>
    public static FrozenSet<string> Roles { get; } = Load("roles.tsv", WordForms.StemAny);

    /// <summary>Stems of words that lay an act of force, or the fault for one, at somebody's door ("attack", "shell", "blame").</summary>
    public static FrozenSet<string> Accusations { get; } = Load("accusations.tsv", WordForms.StemAny);

    /// <summary>Stems of words that say outright whose fault something is ("responsible", "blame").</summary>
    public static FrozenSet<string> Fault { get; } = new[] { "blame", "accuse", "responsible", "responsibility", "fault", "guilty", "guilt" }
        .Select(WordForms.StemAny).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Stems of words that any question about a conflict may hold: they tell one event from another no more than "what happened" does.</summary>
    internal static FrozenSet<string> ConflictTalk { get; } = new[]
    {
        "war", "fight", "fighting", "fought", "clash", "conflict", "violence", "battle", "skirmish", "flare", "outbreak", "tension", "incident", "shooting", "begin", "began", "begun", "start", "restart", "resume", "renew", "reignite", "rekindle", "end", "stop", "pause", "lull",
        "cause", "trigger", "spark", "open", "ceasefire", "truce", "peace", "side", "country", "army", "troop", "soldier", "force", "first", "shot", "shoot", "version", "account", "event", "party", "enemy", "bloodshed", "bloodletting", "prove", "proof", "evidence", "admit", "confirm", "hostility",
        "humanitarian", "border", "frontier", "answer", "respond", "response", "retaliate", "retaliation", "defend", "always", "never", "only", "keep", "really", "just",
    }.Select(WordForms.StemAny).ToFrozenSet(StringComparer.Ordinal);

    // The stemmer takes a doubled letter off the past alone ("add", but "ad" of "added"), so both count.
    private static FrozenSet<string> LoadVerbs(string resource) =>
        Load(resource, w => w).SelectMany(w => new[] { w, w.EndsWith('e') ? w + "d" : w + "ed" }).Select(WordForms.StemAny).ToFrozenSet(StringComparer.Ordinal);

    private static string[] Numbers(string noun) => noun switch
    {
        [.., 'm', 'a', 'n'] => [noun, noun[..^2] + "en"],
        [.., 's' or 'x' or 'h'] => [noun, noun + "es"],
        [.., 'y'] => [noun, noun[..^1] + "ies"],
        _ => [noun, noun + "s"],
    };

    /// <summary>The words of an embedded list as they stand.</summary>
    internal static FrozenSet<string> Load(string resource, Func<string, string> map)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The word list {resource} is not embedded.");
        using var reader = new StreamReader(stream);
        var words = new HashSet<string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                words.Add(map(line.Trim()));
        }

        return words.ToFrozenSet(StringComparer.Ordinal);
    }
}
