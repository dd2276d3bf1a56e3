using ConflictBot.Core.Language;

namespace ConflictBot.Core.Conversations;

/// <summary>What a user means that is not a question about the articles.</summary>
public enum SmallTalkKind
{
    None,
    Greeting,
    Thanks,
    Help,
    Goodbye,
    More,
    Sources,
    WhyThisAnswer,

    /// <summary>A bare "why?": of what the last answer says, or of why there was none.</summary>
    Why,

    /// <summary>"Who said that?": of the last answer's words.</summary>
    WhoSaid,
}

/// <summary>Tells conversation from questions: only where the whole turn is nothing else.</summary>
public static class SmallTalk
{
    private const int MostWords = 9;

    private static readonly string[] Greetings =
        ["hi", "hello", "hey", "hiya", "good morning", "good afternoon", "good evening", "greetings", "how are you", "hi there", "hello there", "hey there", "barev", "salam", "merhaba", "hello bot", "hi bot", "start", "how are you doing", "whats up", "what's up"];

    private static readonly string[] Thanking =
        ["thanks", "thank you", "thx", "ty", "cheers", "many thanks", "thanks a lot", "thank you very much", "thanks so much", "thank you so much", "great thanks", "ok thanks", "okay thanks", "great", "ok", "okay", "nice", "perfect", "cool", "got it", "good answer", "well done"];

    private static readonly string[] Helping =
        [
            "help", "help me", "what can you do", "what can i ask", "what can i ask you", "what do you know", "who are you", "what are you", "how do you work", "how does this work",
            "how do i use this", "what is this", "what should i ask", "what questions can i ask", "can you help me", "please help", "i need help", "what are your sources", "what articles do you have",
            "which articles do you have", "what articles do you know", "list articles", "list the articles", "who made you", "are you a bot", "are you human", "are you an ai", "about", "menu", "commands", "instructions",
        ];

    private static readonly string[] Leaving = ["bye", "goodbye", "good bye", "see you", "see you later", "good night", "quit", "exit", "cya"];

    private static readonly string[] AskingForMore =
        ["more", "show more", "tell me more", "more please", "anything else", "what else", "any more", "more results", "more excerpts", "next", "continue", "go on", "else"];

    private static readonly string[] AskingForSources =
        ["sources", "source", "show sources", "show me the sources", "what is the source", "what's the source", "what are the sources", "where is that from", "where does this come from", "where did you get that", "which article", "which articles", "citation", "citations", "references"];

    private static readonly string[] AskingWhy =
        ["why this answer", "why that answer", "why did you say that", "why do you say that", "explain", "explain this answer", "how do you know", "how do you know that", "explain your answer", "why these excerpts"];

    private static readonly string[] AskingWhyBare = ["why", "but why", "and why", "why so", "why is that", "why was that", "how come", "y"];

    private static readonly string[] AskingWhoSaid =
        ["who said that", "who said it", "who said so", "who said this", "who says that", "who says so", "who says this", "who claims that", "who claims this", "who claimed that", "says who", "according to whom", "according to who", "who told that", "who reported that", "who reported it", "who is saying that", "who announced that", "who announced it", "who announced this", "whose words are those", "whose claim is that", "whose words"];

    private static readonly HashSet<string> Polite = new(StringComparer.Ordinal) { "please", "pls", "bot", "conflictbot", "there", "dear", "sir", "madam", "oh", "so", "well", "and", "then", "again", "everyone", "all" };

    public static SmallTalkKind Of(string turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var words = Tokenizer.Tokenize(turn.Replace('’', '\'')).Select(t => t.Text).ToList();
        if (words.Count is 0 or > MostWords)
            return SmallTalkKind.None;
        var kind = Exactly(words);
        if (kind != SmallTalkKind.None)
            return kind;
        var bare = words.Where(w => !Polite.Contains(w)).ToList();
        kind = bare.Count > 0 && bare.Count < words.Count ? Exactly(bare) : SmallTalkKind.None;
        if (kind != SmallTalkKind.None)
            return kind;

        // "Hello, thank you": nothing but phrases of the kind, one after the other.
        for (var split = 1; split < words.Count; split++)
        {
            var first = Exactly(words[..split]);
            if (first is SmallTalkKind.Greeting or SmallTalkKind.Thanks && Exactly(words[split..]) is var second and not SmallTalkKind.None)
                return second is SmallTalkKind.Greeting ? first : second;
        }

        return SmallTalkKind.None;
    }

    private static SmallTalkKind Exactly(List<string> words)
    {
        var turn = string.Join(' ', words);
        if (Has(Greetings))
            return SmallTalkKind.Greeting;
        if (Has(Thanking))
            return SmallTalkKind.Thanks;
        if (Has(Helping))
            return SmallTalkKind.Help;
        if (Has(Leaving))
            return SmallTalkKind.Goodbye;
        if (Has(AskingForMore))
            return SmallTalkKind.More;
        if (Has(AskingForSources))
            return SmallTalkKind.Sources;
        if (Has(AskingWhyBare))
            return SmallTalkKind.Why;
        if (Has(AskingWhoSaid))
            return SmallTalkKind.WhoSaid;
        return Has(AskingWhy) ? SmallTalkKind.WhyThisAnswer : SmallTalkKind.None;

        bool Has(string[] phrases) => phrases.Contains(turn, StringComparer.Ordinal);
    }
}
