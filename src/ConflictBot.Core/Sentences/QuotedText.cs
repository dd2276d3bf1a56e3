using ConflictBot.Core.Articles;

namespace ConflictBot.Core.Sentences;

/// <summary>Finds quotations by their marks.</summary>
public static class QuotedText
{
    /// <summary>The spans between quotation marks, marks left out; an unclosed quotation runs to the end.</summary>
    /// <param name="text">A sentence.</param>
    /// <param name="continues">Whether it starts inside a quotation that an earlier sentence opened.</param>
    public static IEnumerable<TextSpan> In(string text, bool continues = false)
    {
        var open = continues ? 0 : -1;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                // A paragraph of a long quotation opens with its marks again.
                case '“' or '«' or '„' or '‘' when open < 0 || (continues && open == 0 && i == 0):
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

    /// <summary>Whether a quotation is open after this much of a paragraph, and closed in the rest of it. A mark that is never closed opens nothing: texts are damaged.</summary>
    public static bool IsOpenAfter(ReadOnlySpan<char> before, ReadOnlySpan<char> rest)
    {
        const string Marks = "“”«»\"";
        var isOpen = false;
        foreach (var c in before)
            isOpen = c is '"' ? !isOpen : c is '“' or '«' || (c is not ('”' or '»') && isOpen);
        if (!isOpen)
            return false;
        var next = rest.IndexOfAny(Marks);
        return next >= 0 && rest[next] is ('”' or '»' or '"');
    }

    private static bool IsApostrophe(string text, int i) => i + 1 < text.Length && char.IsLetter(text[i + 1]);
}
