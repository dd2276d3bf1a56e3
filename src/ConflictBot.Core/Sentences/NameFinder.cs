using ConflictBot.Core.Articles;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;

namespace ConflictBot.Core.Sentences;

/// <summary>Finds what is written like a person's or a thing's name and stands in no gazetteer.</summary>
public static class NameFinder
{
    /// <summary>Runs of capitalised words outside the mentions; a sentence's first word alone is no name.</summary>
    public static IEnumerable<TextSpan> Find(string text, IReadOnlyList<Token> tokens, IReadOnlyList<EntityMention> mentions)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!IsNamePart(i))
                continue;
            var end = i + 1;
            while (GoesOn(end))
                end += IsNamePart(end) ? 1 : 2;
            if (end - i > 1 || !StartsSentence(text, tokens[i].Start))
                yield return new TextSpan(tokens[i].Start, tokens[end - 1].End);
            i = end - 1;
        }

        // "Pieter van Houten".
        bool GoesOn(int end) =>
            end < tokens.Count && text[tokens[end - 1].End..tokens[end].Start] is " " or "-" or ". " or "’"
            && (IsNamePart(end) || (tokens[end].Text is "van" or "von" or "der" or "den" or "de" or "du" or "da" or "di" or "al" or "bin" && end + 1 < tokens.Count && IsNamePart(end + 1)));

        bool IsNamePart(int i)
        {
            var token = tokens[i];
            return char.IsUpper(text[token.Start])
                && !StopWords.Contains(token.Text)
                && !mentions.Any(m => m.Span.Contains(token.Start))
                && !WordLists.Roles.Contains(WordForms.StemAny(token.Text))
                && !CalendarWords.Contains(token.Text)
                && token.Text is not ("prime" or "defender");
        }
    }

    private static bool StartsSentence(string text, int position)
    {
        for (var i = position - 1; i >= 0; i--)
        {
            if (char.IsLetterOrDigit(text[i]))
                return false;
        }

        return true;
    }
}
