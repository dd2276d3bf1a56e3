namespace ConflictBot.Core.Passages;

/// <summary>The punctuation that sentences end with, open with and are wrapped in, across the quoting styles of news text.</summary>
internal static class SentenceMarks
{
    /// <summary>Full stop, question and exclamation mark, ellipsis, and the Armenian and CJK full stops.</summary>
    public static bool IsTerminator(char c) => c is '.' or '!' or '?' or '…' or '։' or '。' or '？' or '！' or '‼' or '⁇' or '⁈' or '⁉';

    public static bool IsCloser(char c) => c is '”' or '’' or '"' or '\'' or ')' or ']' or '»' or '›' or '}';

    /// <summary>“ also closes a German or Russian „quotation“, but what follows it then is white space, which no opener precedes.</summary>
    public static bool IsOpener(char c) => c is '“' or '‘' or '"' or '\'' or '(' or '[' or '«' or '‹' or '„' or '‚' or '{';

    public static bool IsDash(char c) => c is '-' or '–' or '—' or '―';

    public static bool IsHyphen(char c) => c is '-' or '‐' or '‑';

    public static bool IsApostrophe(char c) => c is '\'' or '’';
}
