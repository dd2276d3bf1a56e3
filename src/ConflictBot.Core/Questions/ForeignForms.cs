using ConflictBot.Core.Language;

namespace ConflictBot.Core.Questions;

/// <summary>What the form of a foreign word says of its part in the question: its case, its mood, whether it looks like a verb.</summary>
internal static class ForeignForms
{
    private static readonly string[] RussianVerbs =
        ["лся", "лас", "лос", "лис", "ется", "ится", "утся", "ются", "атся", "ятся", "ает", "яет", "ует", "еет", "ают", "яют", "уют", "еют", "ил", "ал", "ял", "ел", "ул", "ила", "ала", "яла", "ела", "ула", "или", "али", "яли", "ели", "ули"];

    private static readonly string[] TurkicVerbs =
        ["di", "du", "ti", "tu", "dilar", "diler", "dular", "tilar", "tiler", "mis", "mus", "misler", "mislar", "iyor", "uyor", "iyorlar", "yib", "ib", "ub", "ibler", "iblar", "ublar", "dilmi", "acak", "ecek", "acaq"];

    private static readonly string[] ArmenianVerbs = ["ec", "ecin", "acav", "acan", "vec", "vecin", "vel", "recin", "rec"];

    /// <summary>Whether an English noun is somebody who acts, rather than a thing something is done to.</summary>
    public static bool IsActor(string noun) => noun.EndsWith("ministry", StringComparison.OrdinalIgnoreCase) || noun.EndsWith("minister", StringComparison.OrdinalIgnoreCase)
        || noun is "army" or "military" or "troops" or "soldiers" or "forces" or "armed forces" or "president" or "government" or "parliament" or "police" or "officials" or "authorities" or "side" or "sides" or "leaders" or "people"
            or "spokesman" or "spokeswoman" or "governor" or "general staff" or "commander" or "general" or "officer" or "protesters" or "residents" or "separatists" or "volunteers" or "ambassador" or "secretary" or "head" or "chairman"
            or "representative" or "security council" or "citizen" or "men" or "riot police" or "journalist" or "air force" or "embassy" or "delegation" or "press service" or "media" or "countries" or "leadership" or "opposition";

    public static bool IsLocative(string ending, QuestionLanguage language) => language switch
    {
        QuestionLanguage.Turkish or QuestionLanguage.Azerbaijani => ending is "da" or "de" or "ta" or "te" or "nda" or "nde" or "inda" or "inde" or "unda" or "unde" or "larinda" or "lerinde" or "larda" or "lerde" or "sinda" or "sinde"
            or "daki" or "deki" or "taki" or "teki" or "indaki" or "indeki" or "undaki" or "sindaki" or "sindeki" or "lardaki" or "lerdeki" or "larindaki" or "lerindeki",
        QuestionLanguage.Armenian => ending is "um" or "nerum" or "erum",
        _ => false,
    };

    public static bool IsGenitive(string ending, QuestionLanguage language) =>
        (language is QuestionLanguage.Turkish or QuestionLanguage.Azerbaijani) && (ending.EndsWith("nin", StringComparison.Ordinal) || ending.EndsWith("nun", StringComparison.Ordinal) || ending is "larin" or "lerin");

    public static bool IsAblative(string ending, QuestionLanguage language) => language switch
    {
        QuestionLanguage.Turkish or QuestionLanguage.Azerbaijani => ending is "dan" or "den" or "tan" or "ten" or "ndan" or "nden" or "lardan" or "lerden" or "larindan" or "lerinden" or "sindan" or "sinden" or "indan" or "inden" or "undan" or "unden",
        QuestionLanguage.Armenian => ending is "ic" or "neric" or "eric",
        _ => false,
    };

    /// <summary>A case of a noun that has no owner's ending, so it does not belong to the noun before it: "taraflardan", not "topraklarından".</summary>
    public static bool IsBareCase(string ending, QuestionLanguage language) => IsDative(ending, language)
        || ((language is QuestionLanguage.Turkish or QuestionLanguage.Azerbaijani) && (ending is "da" or "de" or "ta" or "te" or "larda" or "lerde" or "dan" or "den" or "tan" or "ten" or "lardan" or "lerden"));

    /// <summary>A bare dative; after an owner's ending ("ordusuna") the noun belongs to the word before it.</summary>
    public static bool IsDative(string ending, QuestionLanguage language) =>
        (language is QuestionLanguage.Turkish or QuestionLanguage.Azerbaijani) && (ending is "a" or "e" or "ya" or "ye" or "lara" or "lere");

    /// <summary>Whether a verb stands in the infinitive, or in the Armenian participle of the same form.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="text">As it is written: Russian tells "говорить" from "говорит" by a letter that keys leave out.</param>
    /// <param name="language">The question's language.</param>
    public static bool IsInfinitive(string key, string text, QuestionLanguage language) => language switch
    {
        QuestionLanguage.Russian => Array.Exists(["ть", "ти", "ться", "чь"], e => text.EndsWith(e, StringComparison.OrdinalIgnoreCase)),
        QuestionLanguage.Turkish or QuestionLanguage.Azerbaijani => Array.Exists(["mak", "mek", "maq", "maya", "meye", "mayi", "meyi", "mesini", "masini", "mege", "maga", "maqla", "mekle"], e => key.EndsWith(e, StringComparison.Ordinal)),
        _ => key.EndsWith("el", StringComparison.Ordinal) || key.EndsWith("al", StringComparison.Ordinal) || key.EndsWith("elu", StringComparison.Ordinal) || key.EndsWith("alu", StringComparison.Ordinal),
    };

    /// <summary>Whether a word that no list has ends as verbs do, and so is not what something is done to.</summary>
    public static bool LooksLikeVerb(string key, QuestionLanguage language) => key.Length > 4 && Array.Exists(
        language switch { QuestionLanguage.Russian => RussianVerbs, QuestionLanguage.Armenian => ArmenianVerbs, _ => TurkicVerbs },
        e => key.Length > e.Length + 1 && key.EndsWith(e, StringComparison.Ordinal));

    /// <summary>Whether a pronoun names an owner where a noun follows: "его области", "onun bölgesi".</summary>
    public static bool IsOwner(string key, QuestionLanguage language) => language switch
    {
        QuestionLanguage.Russian => key is "его" or "ее" or "их",
        QuestionLanguage.Armenian => key is "nra" or "nranc",
        _ => key is "onun" or "onlarin",
    };

    /// <summary>Whether a pronoun only points at the noun that follows: "bu çatışmalarda", "этого соглашения".</summary>
    public static bool IsDemonstrative(string key, QuestionLanguage language) => language switch
    {
        QuestionLanguage.Russian => key is "это" or "етого" or "етом",
        QuestionLanguage.Armenian => false,
        _ => key is "bu" or "o" or "su" or "hemin",
    };
}
