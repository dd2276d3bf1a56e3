using ConflictBot.Core.Articles;

namespace ConflictBot.Core.Sentences;

/// <summary>Finds quotations by their marks.</summary>
public static class QuotedText
{
    /// <summary>The spans between quotation marks, marks left out; an unclosed quotation runs to the end.</summary>
    public static IEnumerable<TextSpan> In(string text)
    {
        var open = -1;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '“' or '«' or '„' or '‘' when open < 0:
                case '"' when open < 0:
                    open = i + 1;
                    break;
                case '”' or '»' or '"' when open >= 0:
                case '’' when open > 0 && text[open - 1] == '‘' && !IsApostrophe(text, i):
                    yield return new TextSpan(open, i);
                    open = -1;
                    break;
                default:
                    break;
            }
        }

        if (open >= 0 && open < text.Length)
            yield return new TextSpan(open, text.Length);
    }

    private static bool IsApostrophe(string text, int i) => i + 1 < text.Length && char.IsLetter(text[i + 1]);
}
