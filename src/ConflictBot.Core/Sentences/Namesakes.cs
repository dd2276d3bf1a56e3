using ConflictBot.Core.Articles;
using ConflictBot.Core.Gazetteers;

namespace ConflictBot.Core.Sentences;

/// <summary>Tells from the rest of an article that a surname alone is not the known person's: "Doe said", where the article names "Jane Doe, the mayor" and never the minister John Doe.</summary>
internal static class Namesakes
{
    // A given name, a father's name and a title fit in so many characters.
    private const int Around = 48;

    /// <summary>Whether the article names somebody else by that surname in full, and never the known person.</summary>
    /// <param name="article">The article.</param>
    /// <param name="mention">A person's mention, by the surname alone.</param>
    /// <param name="surname">As printed.</param>
    /// <param name="matcher">Reads the full names.</param>
    public static bool IsSomebodyElse(Article article, EntityMention mention, string surname, AliasMatcher matcher)
    {
        var others = false;
        var text = article.Text;
        for (var at = text.IndexOf(surname, StringComparison.Ordinal); at >= 0; at = text.IndexOf(surname, at + surname.Length, StringComparison.Ordinal))
        {
            var end = at + surname.Length;
            if (!FollowsCapital(text, at) || (end < text.Length && char.IsLetter(text[end])))
                continue;
            var window = text[Math.Max(0, at - Around)..end];
            var known = matcher.Match(window).FirstOrDefault(m => m.Span.End == window.Length);
            if (known is not null && known.Entry.Id == mention.Entry.Id && known.Span.Length > surname.Length)
                return false;
            others |= known is null;
        }

        return others;
    }

    private static bool FollowsCapital(string text, int at)
    {
        if (at < 2 || text[at - 1] != ' ' || !char.IsLower(text[at - 2]))
            return false;
        var start = at - 2;
        while (start > 0 && char.IsLetter(text[start - 1]))
            start--;
        return char.IsUpper(text[start]);
    }
}
