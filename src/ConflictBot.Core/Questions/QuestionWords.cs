using System.Collections.Frozen;

namespace ConflictBot.Core.Questions;

/// <summary>The words that make a question a question, and those that say nothing of its subject.</summary>
internal static class QuestionWords
{
    private static readonly FrozenDictionary<string, string> Interrogatives = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["who"] = "who", ["whom"] = "who", ["whose"] = "who", ["what"] = "what", ["when"] = "when", ["where"] = "where", ["why"] = "why", ["how"] = "how",
        ["which"] = "which", ["wat"] = "what", ["wht"] = "what", ["whats"] = "what", ["whos"] = "who", ["wich"] = "which", ["wen"] = "when", ["wher"] = "where",
        ["hwo"] = "how", ["y"] = "why", ["what's"] = "what", ["who's"] = "who", ["what’s"] = "what", ["who’s"] = "who",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Auxiliaries = new[]
    {
        "is", "are", "was", "were", "am", "be", "been", "being", "do", "does", "did", "has", "have", "had", "can", "could", "will", "would", "should", "shall",
        "may", "might", "must", "didn't", "doesn't", "isn't", "wasn't", "weren't", "hasn't", "haven't", "don't", "didn’t", "doesn’t", "isn’t", "wasn’t",
        "weren’t", "hasn’t", "haven’t", "don’t", "didnt", "doesnt", "isnt", "wasnt",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Light = new[]
    {
        "tell", "please", "pls", "plz", "article", "articles", "news", "question", "know", "happen", "happened", "happening", "thing", "things", "kind", "kinds",
        "type", "types", "sort", "sorts", "exactly", "really", "actually", "currently", "according", "give", "show", "find", "list", "name", "explain", "describe",
        "info", "information", "details", "detail", "got", "get", "gets", "getting", "make", "made", "take", "took", "taken", "part", "long", "many", "much",
        "number", "amount", "total", "quote", "quotes", "regarding", "concerning", "like", "let", "ok", "okay", "also", "else", "more", "some", "any",
        "there", "time", "times", "day", "date", "year", "month", "ever", "so", "thx", "thanks", "hi", "hello", "hey", "go", "goes", "went", "gone", "going", "become", "became", "taking", "ignore", "instructions", "previous", "answer", "just", "now", "during", "ago", "u", "whether", "term",
        "against", "between", "before", "after", "both", "other", "others", "over", "under", "above", "below", "not", "without", "within", "into", "than", "up",
        "down", "out", "off", "again", "further", "still", "yet", "even", "only", "own", "same", "such", "too", "very", "because", "while", "until", "through",
        "upon", "via", "per", "among", "amid", "versus", "vs", "towards", "toward", "since", "across", "along", "around", "nor", "about", "each", "all", "every",
        "anyone", "anybody", "someone", "somebody", "everyone", "everybody", "anything", "something", "everything", "true", "already", "future", "topic", "context",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static string? Interrogative(string word) => Interrogatives.GetValueOrDefault(word);

    public static bool IsAuxiliary(string word) => Auxiliaries.Contains(word);

    public static bool IsLight(string word) => Light.Contains(word);

    /// <summary>Whether a word only holds a question together.</summary>
    public static bool IsFunctionWord(string word) => Language.StopWords.Contains(word) || IsAuxiliary(word) || Interrogative(word) is not null;

    /// <summary>Whether a word says something of a question's subject.</summary>
    public static bool IsContent(string word) => !IsFunctionWord(word) && !IsLight(word);
}
