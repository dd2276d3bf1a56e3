namespace ConflictBot.Core.Answers;

/// <summary>What tells whether two sentences are two parties' accounts of what a question asks; each from 0 to 1 unless said otherwise. The names are those of <c>dispute-weights.tsv</c>.</summary>
public enum DisputeFeature
{
    /// <summary>Always 1: what a pair has to outweigh to be a dispute at all.</summary>
    Bias,

    /// <summary>The confidence that the more likely of the two answers, and the less likely.</summary>
    LikelierAnswers,
    UnlikelierAnswers,

    /// <summary>The ranking's score of the better and of the worse, over the best sentence's, from −1.</summary>
    BetterScore,
    WorseScore,

    /// <summary>The share of the question's weight that both sentences speak of themselves, by the one that speaks of less.</summary>
    BothCover,

    /// <summary>The same, of the sentences and what stands around them.</summary>
    BothCoverAround,

    /// <summary>A name of the question that one of them does not speak of, nor what stands around it.</summary>
    NameMissing,

    /// <summary>The weight over 6 of the question's rarest word, names left out, of which neither speaks, nor what stands around them.</summary>
    WordMissing,

    /// <summary>One of them speaks of another time than asked for.</summary>
    OtherTime,

    /// <summary>They stand in one paragraph.</summary>
    SameParagraph,

    /// <summary>They stand in one article: 1 where they are neighbours, 1/2 with one sentence between, and so on.</summary>
    Nearness,

    /// <summary>They stand right beside each other.</summary>
    Neighbours,

    /// <summary>Two bodies of the same kind say them ("one's Defence Ministry", "the other's Defence Ministry").</summary>
    LikeBodies,

    /// <summary>They stand in two articles.</summary>
    TwoArticles,

    /// <summary>The share of words, the question's and function words left out, that the shorter has in common with the other.</summary>
    SharedWords,

    /// <summary>One of them contradicts something ("denies", "rejects"), or is said to answer or to contend.</summary>
    Contradicts,

    /// <summary>One of them says that something is not so.</summary>
    Negates,

    /// <summary>One of them, or what stands right before it, says that accounts differ ("tell another story", "the two cannot agree").</summary>
    TellsOfADispute,

    /// <summary>The later one opens with a word of contrast ("but", "meanwhile", "for its part").</summary>
    Contrasts,

    /// <summary>Both lay an act of force at somebody's door.</summary>
    BothAccuse,

    /// <summary>Each lays it at the other's door.</summary>
    BlameEachOther,

    /// <summary>One lays it at the other's door.</summary>
    OneBlamesTheOther,

    /// <summary>One of them tells outright whose fault it is.</summary>
    NamesFault,

    /// <summary>Both speak of the time asked for.</summary>
    SameTime,

    /// <summary>One of them is the best sentence that answers.</summary>
    IsBest,

    /// <summary>The best sentence that answers is nobody's words.</summary>
    BestIsNobodys,

    /// <summary>Both give numbers of what is counted, and these differ: how surely the less likely of the two answers.</summary>
    NumbersDiffer,

    /// <summary>A number is asked for, and there are no two that differ.</summary>
    NumbersDoNot,

    /// <summary>By its words the question asks for what the sides tell differently.</summary>
    AsksBothSides,

    /// <summary>It asks whether something is so.</summary>
    AsksWhether,

    /// <summary>It asks why.</summary>
    AsksWhy,

    /// <summary>It asks for a person, a date, a length of time, a place or a definition, which are seldom disputed.</summary>
    AsksPlainFact,

    /// <summary>It names one state.</summary>
    NamesOneState,

    /// <summary>It names two.</summary>
    NamesTwoStates,
}
