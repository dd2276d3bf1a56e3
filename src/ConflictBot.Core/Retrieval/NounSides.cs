using System.Collections.Frozen;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Retrieval;

/// <summary>Whose a noun is in a sentence: "Azerbaijani soldiers", "soldiers of Armenia", "Armenia said 49 of its soldiers".</summary>
internal static class NounSides
{
    private const int OwnerWithin = 4;
    private const int SentWithin = 5;
    private const int TitleWithin = 3;
    private const int SenderWithin = 3;
    private const int OnWithin = 2;

    private static readonly FrozenSet<string> Sending = new[] { "deploy", "send", "sent", "dispatch", "lose", "lost", "withdraw", "withdrew", "station" }.Select(WordForms.StemAny).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the noun stands there as the side's own, and whether it stands there as another state's.</summary>
    public static (bool Own, bool Other) Of(QuestionUnit noun, string sideId, AnalyzedSentence sentence)
    {
        var (own, other) = (false, false);
        for (var i = 0; i < sentence.Tokens.Length; i++)
        {
            if (!IsNoun(noun, sentence.Stems[i]) || OwnerOf(i, sentence) is not { } owner)
                continue;
            own |= owner == sideId || IsSharedWith(sideId, i, sentence) || HasCounterpart(sideId, i, sentence);
            other |= owner != sideId;
        }

        return (own, other);
    }

    /// <summary>"Armenian and Azerbaijani soldiers": they are both's.</summary>
    private static bool IsSharedWith(string sideId, int noun, AnalyzedSentence sentence)
    {
        for (var i = noun - 1; i >= Math.Max(0, noun - OwnerWithin) && sentence.Tokens[i].Text is not ("the" or "a" or "by" or "from" or "with" or "against"); i--)
        {
            if (sentence.Tokens[i].Text is "and" && i > 0 && StateAt(sentence, i - 1) == sideId && i + 1 < sentence.Tokens.Length && StateAt(sentence, i + 1) is not null)
                return true;
        }

        return false;
    }

    /// <summary>"Defence Minister Jane Doe told her Ruritanian counterpart John Roe": he is a defence minister too.</summary>
    private static bool HasCounterpart(string sideId, int noun, AnalyzedSentence sentence) =>
        RoleOf(noun, sentence) >= 0 && Enumerable.Range(noun, sentence.Tokens.Length - noun).Any(i => sentence.Tokens[i].Text is "counterpart" or "counterparts" && (OwnerOf(i, sentence) == sideId || IsSharedWith(sideId, i, sentence)));

    /// <summary>The state whose the noun at a token is, by the words before and after it; null where none says.</summary>
    public static string? OwnerOf(int token, AnalyzedSentence sentence)
    {
        for (var i = token - 1; i >= Math.Max(0, token - OwnerWithin); i--)
        {
            if (sentence.Tokens[i].Text is "its" or "their" or "his" or "our")
                return StateBefore(sentence, i);
            // "…, stands by its neighbour Ruritania, Defence Minister Jane Doe said": another clause.
            if (sentence.Text.AsSpan(sentence.Tokens[i].End, sentence.Tokens[i + 1].Start - sentence.Tokens[i].End).ContainsAny(",;:") && RoleOf(token, sentence) >= 0)
                break;
            if (StateAt(sentence, i) is { } state)
                return state;
            if (sentence.Tokens[i].Text is "the" or "a" or "and" or "by" or "from" or "with" or "against")
                break;
        }

        if ((HeldBy(token, sentence) ?? SentBy(token, sentence)) is { } other)
            return other;
        if (OnTheSideOf(token, sentence) is { } on)
            return on;
        var isOf = token + 2 < sentence.Tokens.Length && (sentence.Tokens[token + 1].Text is "of" or "from" || (sentence.Tokens[token + 1].Text == "in" && WordLists.People.Contains(sentence.Stems[token])));
        return isOf ? StateAt(sentence, token + 2) : null;
    }

    /// <summary>"Nine dead on the Ruritanian side".</summary>
    private static string? OnTheSideOf(int token, AnalyzedSentence sentence)
    {
        var on = Enumerable.Range(token + 1, OnWithin).FirstOrDefault(i => i + 3 < sentence.Tokens.Length && sentence.Tokens[i].Text == "on" && sentence.Tokens[i + 1].Text == "the" && sentence.Tokens[i + 3].Text == "side", -1);
        return on < 0 ? null : StateAt(sentence, on + 2);
    }

    /// <summary>"Defence Minister Jane Doe": her state's minister, and its defence.</summary>
    private static string? HeldBy(int token, AnalyzedSentence sentence)
    {
        var role = RoleOf(token, sentence);
        return role >= 0 && role + 1 < sentence.Tokens.Length ? sentence.Mentions.FirstOrDefault(m => m.Entry.Kind == EntityKind.Person && m.Span.Contains(sentence.Tokens[role + 1].Start))?.Entry.Side : null;
    }

    /// <summary>The office that a word is, or stands in: "minister" of "defence"; −1 where it is of none.</summary>
    private static int RoleOf(int token, AnalyzedSentence sentence) =>
        Enumerable.Range(token, TitleWithin).Where(i => i < sentence.Tokens.Length && WordLists.Roles.Contains(sentence.Stems[i])).DefaultIfEmpty(-1).First();

    /// <summary>"Russia has deployed nearly 2,000 peacekeepers": they are the sender's.</summary>
    private static string? SentBy(int token, AnalyzedSentence sentence)
    {
        if (!WordLists.People.Contains(sentence.Stems[token]))
            return null;
        for (var verb = token - 1; verb >= Math.Max(0, token - SentWithin); verb--)
        {
            if (!Sending.Contains(sentence.Stems[verb]))
                continue;
            for (var i = verb - 1; i >= Math.Max(0, verb - SenderWithin); i--)
            {
                if (StateAt(sentence, i) is { } sender)
                    return sender;
                // "Ruritania said that it had lost nine men".
                if (sentence.Tokens[i].Text is "it" or "they")
                    return StateBefore(sentence, i);
            }
        }

        return null;
    }

    /// <summary>The state whose a noun is, or, where the words around it do not say, the last one named before it; null where there is none.</summary>
    public static string? NearestState(int token, AnalyzedSentence sentence) => OwnerOf(token, sentence) ?? StateBefore(sentence, token);

    private static bool IsNoun(QuestionUnit noun, string stem) =>
        stem == noun.Stem || noun.Synonyms.Any(s => s.Key == stem && s.Value >= 0.5);

    /// <summary>The state that a token names or belongs to; null where there is none.</summary>
    public static string? StateAt(AnalyzedSentence sentence, int token)
    {
        foreach (var mention in sentence.Mentions)
        {
            if (mention.Span.Contains(sentence.Tokens[token].Start))
                return mention.Entry.Kind == EntityKind.State ? mention.Entry.Id : mention.StandsFor?.Id ?? mention.Entry.Side;
        }

        return null;
    }

    private static string? StateBefore(AnalyzedSentence sentence, int token)
    {
        for (var i = token - 1; i >= 0; i--)
        {
            // "Protested an incursion by their troops into its territory": it is not theirs.
            if (StateAt(sentence, i) is { } state && !(i > 0 && sentence.Tokens[i - 1].Text == "by"))
                return state;
        }

        return null;
    }
}
