namespace ConflictBot.Core.Questions;

/// <summary>What kind of thing would answer the question.</summary>
public enum AnswerType
{
    /// <summary>Anything the question's words point at ("What did Azerbaijan threaten to attack?").</summary>
    What,

    /// <summary>A person, or whoever did something.</summary>
    Who,

    /// <summary>What somebody or something is called ("What are the names of the villages?").</summary>
    Name,

    /// <summary>What somebody is: the words that stand with a name ("Who is James Appathurai?").</summary>
    WhoIs,

    /// <summary>A number of something.</summary>
    HowMany,

    /// <summary>A date or a time.</summary>
    When,

    /// <summary>A length of time, or of a thing ("How long is the border?").</summary>
    HowLong,

    /// <summary>A place.</summary>
    Where,

    /// <summary>Somebody's words.</summary>
    Said,

    /// <summary>Somebody's stand on a matter.</summary>
    Position,

    Why,

    How,

    /// <summary>The members of a list.</summary>
    Which,

    YesNo,

    /// <summary>What a thing is ("What is the Shusha Declaration?").</summary>
    Definition,

    /// <summary>Something each side tells differently: who started, who attacked, who is to blame.</summary>
    BothSides,

    /// <summary>Bare words, no sentence.</summary>
    Keywords,
}
