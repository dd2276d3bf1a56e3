using ConflictBot.Core.Language;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Questions;

/// <summary>Tells what kind of thing a question asks for, from its question words and the words around them.</summary>
internal static class AnswerTypeClassifier
{
    // "what is European Union law": a short question for what something is.
    private const int MostWordsOfADefinition = 6;

    /// <summary>The type, and the index of the word that asks (−1 where none does).</summary>
    public static (AnswerType Type, int At) Classify(string question, IReadOnlyList<Token> tokens, bool isOnlyAName)
    {
        // The tokenizer takes the "’s" of "who’s" for a possessive.
        var words = tokens.Select(t => QuestionWords.Interrogative(t.Text) is not null && HasApostrophe(t) ? t.Text + "'s" : t.Text).ToArray();
        bool HasApostrophe(Token token) => question.AsSpan(token.Start, Math.Min(question.Length, token.End + 1) - token.Start).ContainsAny('\'', '’');
        var stems = words.Select(WordForms.StemAny).ToArray();
        var at = Asking(question, tokens, words);
        if (ContestedQuestion.IsByItsWords(words, stems, at))
            return (AnswerType.BothSides, at);
        if (StanceWords.AskFor(words, stems, at))
            return (AnswerType.Position, at);
        if (at < 0 && words.Length > 1 && words[0] is "name" or "identify" && AsksForSomebody(words, stems, words[1] == "the" ? 1 : 0))
            return (AnswerType.Who, 0);
        if (at < 0 && words.Length > 1 && words[0] is "name" or "list" && IsPluralThing(words))
            return (AnswerType.Name, 0);
        if (at < 0)
            return (Asks.IsAfterIntroduction(question, tokens) ? AnswerType.YesNo : WithoutInterrogative(words, stems), -1);
        if (AsksForAName(words, at))
            return (AnswerType.Name, at);
        if (QuestionWords.Interrogative(words[at]) == "what" && (words[^1] is "cost" or "weigh" or "earn" || HeadOfPhrase(words, at) is "majority" or "margin"))
            return (AnswerType.HowMany, at);
        if (words.Any(w => w is "percent" or "percentage") || string.Join(' ', words).Contains("per cent", StringComparison.Ordinal))
            return (AnswerType.HowMany, at);
        var next = at + 1 < words.Length ? words[at + 1] : "";
        return (QuestionWords.Interrogative(words[at]) switch
        {
            "who" => IsDefinition(words, at) && isOnlyAName ? AnswerType.WhoIs : AnswerType.Who,
            "when" => AnswerType.When,
            "where" => AnswerType.Where,
            "why" => AnswerType.Why,
            "which" => What(words, stems, at, AnswerType.Which, isOnlyAName),
            "how" => next switch
            {
                "many" or "much" or "large" or "big" or "high" or "far" or "old" or "tall" => AnswerType.HowMany,
                "long" => AnswerType.HowLong,
                "come" => AnswerType.Why,
                _ => AnswerType.How,
            },
            _ => What(words, stems, at, AnswerType.What, isOnlyAName),
        }, at);
    }

    /// <summary>The first question word, or −1; "of the men who signed up, how many …" asks with the second.</summary>
    private static int Asking(string question, IReadOnlyList<Token> tokens, string[] words)
    {
        var first = Enumerable.Range(0, words.Length).FirstOrDefault(i => QuestionWords.Interrogative(words[i]) is not null && !ReportedWords.OpenAt(tokens, i), -1);
        if (!Asks.OpensWithClause(words) && (first < 1 || words[0] is not ("of" or "among" or "out" or "after" or "for" or "given" or "considering" or "in" or "at" or "from") || words[first] is not ("who" or "which" or "when" or "where")))
            return first;
        var second = Array.FindIndex(words, first + 1, w => QuestionWords.Interrogative(w) is not null);
        return second > 0 && question.AsSpan(tokens[second - 1].End, tokens[second].Start - tokens[second - 1].End).Contains(',') ? second : first;
    }

    private static AnswerType What(string[] words, string[] stems, int at, AnswerType otherwise, bool isOnlyAName)
    {
        var asked = words.Skip(at + 1).FirstOrDefault(w => !QuestionWords.IsAuxiliary(w) && !StopWords.Contains(w)) ?? "";
        var isRight = at + 1 < words.Length && words[at + 1] == asked;
        if ((isRight || IsDefinition(words, at)) && (IsQuantityNoun(asked) || IsQuantityNoun(HeadOfPhrase(words, at))) && (IsDefinition(words, at) || (asked != "area" && HeadOfPhrase(words, at) != "area")))
            return AnswerType.HowMany;
        if (isRight && asked is "hour" or "weekday" or "year" or "date" or "day" or "month" or "time" or "century" or "decade" or "moment")
            return AnswerType.When;
        if (isRight && asked is "country" or "city" or "region" or "place" or "town" or "province" or "village" or "district" or "location" or "area" && otherwise == AnswerType.What)
            return AnswerType.Where;
        if (isRight && AsksForSomebody(words, stems, at))
            return AnswerType.Who;
        if (asked is "caused" || Causes(words, at) || IsReason(asked) || IsReason(HeadOfPhrase(words, at)))
            return AnswerType.Why;
        if (isRight && WordLists.SpeechNouns.Contains(stems[at + 1]) && words.Skip(at + 2).Any(w => w is "give" or "gave" or "given" or "make" or "made" or "issue" or "issued" or "deliver" or "send" or "sent" or "offer"))
            return AnswerType.Said;
        // "What weapons did …", "what kind of weapons did …".
        var thing = at + 2 < words.Length && words[at + 1] is "kind" or "kinds" or "sort" or "sorts" or "type" or "types" && words[at + 2] == "of" ? at + 3 : at + 1;
        var asksOfAThing = thing + 1 < words.Length && (thing > at + 1 || words[thing] == asked) && QuestionWords.IsAuxiliary(words[thing + 1]) && !WordLists.SpeechNouns.Contains(stems[thing]);
        if (otherwise == AnswerType.What && !asksOfAThing && words.Zip(stems).Skip(at + 1).Any(w => WordLists.ReportingVerbs.Contains(w.Second) && !IsNounOfSaying(w.First)) && words.Skip(at + 1).Any(w => w is "did" or "does" or "do" or "has" or "have" or "had"))
            return AnswerType.Said;
        if (otherwise == AnswerType.What && !IsDefinition(words, at) && words.Skip(at + 1).Any(w => w is "said" or "says" or "say" or "claimed" or "claims" or "told"))
            return AnswerType.Said;
        var isOfADeed = asked.EndsWith("ed", StringComparison.Ordinal) || asked.EndsWith("ing", StringComparison.Ordinal);
        return otherwise == AnswerType.What && IsDefinition(words, at) && !isOfADeed && (isOnlyAName || words.Length - at <= MostWordsOfADefinition) ? AnswerType.Definition : otherwise;
    }

    /// <summary>"What does the declaration provide for" asks for nobody's words.</summary>
    private static bool IsNounOfSaying(string word) => word.EndsWith("ation", StringComparison.Ordinal) || word.EndsWith("ations", StringComparison.Ordinal) || word is "statement" or "statements" or "announcement" or "announcements" or "agreement" or "agreements";

    /// <summary>"what was the name of …", "what are the two names of …", "what is … called".</summary>
    private static bool AsksForAName(string[] words, int at) =>
        QuestionWords.Interrogative(words[at]) == "what" && (HeadOfPhrase(words, at) is "name" or "names" || (IsDefinition(words, at) && words[^1] is "called" or "named"));

    /// <summary>"What general measure", "what proclamation officially ended": no role.</summary>
    private static bool IsRole(string[] words, string[] stems, int at) =>
        WordLists.Roles.Contains(stems[at]) && !words[at].EndsWith("ly", StringComparison.Ordinal)
        && !(words[at] == "general" && at + 1 < words.Length && !QuestionWords.IsAuxiliary(words[at + 1]) && !StopWords.Contains(words[at + 1]) && !AskedNouns.LooksLikeVerb(words[at + 1]));

    /// <summary>"which general", "what French king": a role, or one with an adjective before it; "which countries mediated" asks for no mediator.</summary>
    private static bool AsksForSomebody(string[] words, string[] stems, int at) =>
        Enumerable.Range(at + 1, Math.Min(2, words.Length - at - 1)).TakeWhile(i => !QuestionWords.IsAuxiliary(words[i]) && !(i > at + 1 && (words[i].EndsWith("ed", StringComparison.Ordinal) || words[i - 1].EndsWith('s'))))
            .Any(i => stems[i] == "person" || IsRole(words, stems, i));

    /// <summary>"Name the four villages that …".</summary>
    private static bool IsPluralThing(string[] words) => HeadOfPhrase(words, 0) is [.., 's'] head && WordLists.ThingNouns.Contains(WordForms.StemAny(head));

    private static AnswerType WithoutInterrogative(string[] words, string[] stems)
    {
        if (words.Length > 0 && QuestionWords.IsAuxiliary(words[0]))
            return AnswerType.YesNo;
        if (words.Length > 1 && words[^1] is "date" or "when" && !words.Contains("to"))
            return AnswerType.When;
        if (words.Any(w => w is "number" or "numbers" or "toll" or "tolls" or "casualties" or "count" or "counts") || (words.Length > 1 && words[^1] is "figure" or "figures" or "total") || (words.Length > 1 && IsQuantityNoun(words[0]) && words[1] is "of" or "in"))
            return AnswerType.HowMany;
        return words.Any(w => w is "quote" or "quotes" or "statement" or "statements") || stems.Contains("said") || words.Contains("said")
            ? AnswerType.Said : AnswerType.Keywords;
    }

    /// <summary>"cost" of "what was the human cost of …": the last word before one that only joins.</summary>
    private static string HeadOfPhrase(string[] words, int at)
    {
        var first = at + 1;
        while (first < words.Length && (QuestionWords.IsAuxiliary(words[first]) || words[first] is "the" or "a" or "an"))
            first++;
        var end = first;
        while (end < words.Length && !StopWords.Contains(words[end]) && !QuestionWords.IsAuxiliary(words[end]))
            end++;
        return end > first ? words[end - 1] : "";
    }

    /// <summary>"who is …", "what was …".</summary>
    private static bool IsDefinition(string[] words, int at) =>
        words[at].Contains('\'') || words[at].Contains('’') || words[at] is "whos" or "whats"
        || (at + 1 < words.Length && words[at + 1] is "is" or "are" or "was" or "were");

    /// <summary>"what might have caused …".</summary>
    private static bool Causes(string[] words, int at) =>
        words.Skip(at + 1).SkipWhile(w => QuestionWords.IsAuxiliary(w) || w is "perhaps" or "possibly" or "probably" or "actually").FirstOrDefault() is "cause" or "caused" or "causes" or "prompted" or "triggered";

    /// <summary>The words that ask why, and are not asked about.</summary>
    public static bool IsReason(string word) => word is "reason" or "reasons" or "cause" or "causes" or "grounds" or "motive" or "motives" or "purpose" or "rationale" or "pretext" or "justification";

    private static bool IsQuantityNoun(string word) =>
        word is "population" or "price" or "cost" or "size" or "length" or "area" or "height" or "number" or "toll" or "percentage" or "proportion" or "share"
            or "amount" or "distance" or "age" or "budget" or "gdp" or "temperature" or "speed" or "weight" or "rate" or "pay" or "salary" or "wage" or "pension" or "revenue" or "debt" or "income" or "fatalities" or "casualties" or "losses" or "turnout" or "output" or "value" or "volume" or "capacity";
}
