using System.Collections.Immutable;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Questions;

/// <summary>Whose words a question asks for: "according to Ruritania", "what did the minister say", "how many soldiers did Ruritania say were hurt".</summary>
internal static class AskedSpeaker
{
    // "Did the Ruritanian Ministry of Foreign Affairs say".
    private const int SpeakerWithin = 7;

    // "What four issues of law do …".
    private const int MostWordsOfAMatter = 5;

    // "Ruritania's president".
    private const int BehindAPossessive = 3;

    /// <summary>Who "according to …" names, or the subject of a question for somebody's words: the first thing after the auxiliary.</summary>
    public static (GazetteerEntry? Entry, QuestionUnit? Word) Of(string question, List<Token> tokens, ImmutableArray<QuestionUnit> units, AnswerType type, int asking)
    {
        var from = -1;
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (tokens[i].Text == "according" && tokens[i + 1].Text == "to")
                from = tokens[i + 1].End;
        }

        if (from < 0 && type is not (AnswerType.Said or AnswerType.Position or AnswerType.BothSides) && asking >= 0)
            from = AsideOfSaying(tokens, asking);
        var anyName = from >= 0 || type == AnswerType.Position || asking < 0;
        if (from < 0 && type is AnswerType.Said or AnswerType.Position)
            from = asking < 0 ? 0 : SpokenNounEnd(tokens, asking);
        if (from < 0)
            return (null, null);
        var at = units.ToList().FindIndex(u => u.Span.Start >= from && u.Entity is not { Kind: EntityKind.Event } && u.Role != UnitRole.Whose && (!anyName || u.IsName));
        if (at > 0 && units[at - 1].Role == UnitRole.Whose)
            at++;
        if (at < 0 || units[at].Role == UnitRole.Saying)
            return (null, null);
        var unit = WithTitle(units, at);
        if (unit.IsAdjective && unit.Modifies is { IsName: false } noun && SpeakerNames.IsBody(noun.Surface))
            return (unit.Entity, null);
        return unit.Entity is { } entity ? (unit.StandsFor ?? entity, null) : (null, unit);
    }

    /// <summary>Where the speaker of "how many soldiers did Ruritania say were …" begins: behind the auxiliary; −1 where nobody is said to say it.</summary>
    private static int AsideOfSaying(List<Token> tokens, int asking)
    {
        var auxiliary = tokens.FindIndex(asking + 1, t => t.Text is "did" or "does" or "do" or "has" or "have");
        if (auxiliary < 0)
            return -1;
        var saying = tokens.FindIndex(auxiliary + 1, t => t.Text is "say" or "claim" or "report" or "admit" or "announce" or "estimate" or "said" or "claimed" or "reported");
        return saying > auxiliary + 1 && saying - auxiliary <= SpeakerWithin && saying + 1 < tokens.Count ? tokens[auxiliary].End : -1;
    }

    /// <summary>The end of the question word, or of what stands between it and the speaker: "what warning did Ruritania give", "what issues do they say …".</summary>
    private static int SpokenNounEnd(List<Token> tokens, int asking)
    {
        var auxiliary = tokens.FindIndex(asking + 1, t => QuestionWords.IsAuxiliary(t.Text));
        return auxiliary > asking + 1 && auxiliary - asking <= MostWordsOfAMatter ? tokens[auxiliary].End : tokens[asking].End;
    }

    /// <summary>The person of "Ruritanian President Jane Doe" and "Ruritania's President Jane Doe"; else the unit itself.</summary>
    private static QuestionUnit WithTitle(ImmutableArray<QuestionUnit> units, int first)
    {
        for (var i = first; i < units.Length && (i == first || units[i].Span.Start - units[i - 1].Span.End is 1 or BehindAPossessive); i++)
        {
            if (units[i].Entity is { Kind: EntityKind.Person })
                return units[i];
            if (units[i] is { IsAdjective: false, Entity: not { Kind: EntityKind.State } } && !WordLists.Roles.Contains(units[i].Stem))
                break;
        }

        return units[first];
    }
}
