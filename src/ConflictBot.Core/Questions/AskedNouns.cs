using ConflictBot.Core.Language;

namespace ConflictBot.Core.Questions;

/// <summary>The words counted or asked for: "wounded soldiers" of "how many wounded soldiers were there", "weapons" of "which weapons did Ruritania buy".</summary>
internal static class AskedNouns
{
    /// <summary>The index of the first token behind the noun phrase right after "how many" or "which"; −1 where nothing of the kind is asked for.</summary>
    public static int EndIn(List<Token> tokens, AnswerType type, int asking)
    {
        if (type is not (AnswerType.HowMany or AnswerType.Which or AnswerType.Where or AnswerType.What or AnswerType.Who or AnswerType.When or AnswerType.HowLong) || asking < 0)
            return -1;
        var i = asking + 1;
        if (i < tokens.Count && (tokens[i].Text is "many" or "much" or "of" || (type == AnswerType.HowMany && tokens[i].Text is "big" or "large")))
            i++;
        if (i + 1 < tokens.Count && tokens[i].Text is "kind" or "kinds" or "sort" or "sorts" or "type" or "types" && tokens[i + 1].Text == "of")
            i += 2;
        // "How many of the mayor's goats".
        while (type == AnswerType.HowMany && i > asking + 1 && i < tokens.Count && tokens[i].Text is "of" or "the" or "these" or "those" or "its" or "their" or "his" or "her")
            i++;
        if (type == AnswerType.HowMany && i < tokens.Count && QuestionWords.IsAuxiliary(tokens[i].Text))
        {
            while (i < tokens.Count && (QuestionWords.IsAuxiliary(tokens[i].Text) || tokens[i].Text is "the" or "a"))
                i++;
            // "What was the number of soldiers killed".
            if (i + 2 < tokens.Count && tokens[i].Text is "number" or "total" or "count" or "toll" or "figure" && tokens[i + 1].Text is "of" or "for")
                i += tokens[i + 2].Text is "the" or "its" or "their" ? 3 : 2;
        }
        else if (type is AnswerType.What or AnswerType.Who or AnswerType.When or AnswerType.HowLong && i < tokens.Count
            && (QuestionWords.IsAuxiliary(tokens[i].Text) || StopWords.Contains(tokens[i].Text)))
        {
            return -1;
        }
        else if (type is AnswerType.Who or AnswerType.When or AnswerType.HowLong || (type == AnswerType.Where && tokens[asking].Text == "where"))
        {
            return -1;
        }

        var end = i;
        while (end < tokens.Count && !StopWords.Contains(tokens[end].Text) && !QuestionWords.IsAuxiliary(tokens[end].Text) && !(end > i && (LooksLikeVerb(tokens[end].Text) || tokens[end].Text is "near" or "outside" or "inside" or "around" or "round")))
            end++;
        return end;
    }

    public static bool LooksLikeVerb(string word) =>
        word.EndsWith("ed", StringComparison.Ordinal) || (IrregularForms.Lemma(word) != word && !word.EndsWith("men", StringComparison.Ordinal) && word is not ("people" or "children")) || word is "got" or "get" or "take" or "took" or "did";
}
