namespace ConflictBot.Core.Answers;

/// <summary>What tells whether a sentence answers a question at all; each from 0 to 1 unless said otherwise. The names are those of <c>confidence-weights.tsv</c>.</summary>
public enum ConfidenceFeature
{
    /// <summary>Always 1.</summary>
    Bias,

    /// <summary>The share of the question's weight that the sentence speaks of.</summary>
    Covered,

    /// <summary>The same, of the sentence and what stands around it.</summary>
    CoveredAround,

    /// <summary>The share of the question's words and names that stand in the sentence as they were asked.</summary>
    Exact,

    /// <summary>The share that the sentence speaks of, by whatever words.</summary>
    Spoken,

    /// <summary>How many it speaks of, over four, at most 1.</summary>
    Several,

    /// <summary>It speaks of everything the question is about.</summary>
    AllSpoken,

    /// <summary>The question is about more than names, and neither the sentence nor its context speaks of any of that.</summary>
    NamesAlone,

    /// <summary>The question is about more than names, and the sentence itself speaks of none of that. Of what somebody said the matter may stand around it.</summary>
    ContentElsewhere,

    /// <summary>The share of what the question is about beside names that is in no article.</summary>
    ContentUnknown,

    /// <summary>The weight of the heaviest thing that is not spoken of, over six.</summary>
    RarestMissing,

    /// <summary>A place or an organisation that the sentence itself does not name, only its context.</summary>
    PlaceElsewhere,

    /// <summary>The weight of the heaviest name that the sentence itself does not name, whatever stands around it, over six.</summary>
    RarestNameElsewhere,

    /// <summary>A state is asked about, and the sentence names another one instead.</summary>
    OtherState,

    /// <summary>A name is in no article.</summary>
    NameUnknown,

    /// <summary>Names of the articles that neither the sentence nor its context speaks of: their number, at most 2.</summary>
    NamesMissing,

    /// <summary>How many of those missing names the article has elsewhere, at most 2.</summary>
    NamesInArticle,

    /// <summary>What is counted or asked for is in no article.</summary>
    FocusUnknown,

    /// <summary>What is counted or asked for is not spoken of.</summary>
    FocusMissing,

    /// <summary>What is counted or asked for is not spoken of in the sentence itself, whatever stands around it.</summary>
    FocusElsewhere,

    /// <summary>Other words that are in no article: their number, at most 3.</summary>
    WordsUnknown,

    /// <summary>Other words of the articles that are not spoken of: their number, at most 4.</summary>
    WordsMissing,

    /// <summary>What sort of thing is asked for: articles have many numbers, and seldom give a reason.</summary>
    AsksHowMany,
    AsksWhen,
    AsksWhere,
    AsksWho,
    AsksWhy,
    AsksHow,
    AsksWhatWasSaid,
    AsksWhether,
    AsksWhat,
    AsksWhich,
    AsksForAName,

    /// <summary>A number is asked for: there is none of the kind.</summary>
    NoNumber,

    /// <summary>A number is asked for: there is one that may count something else.</summary>
    LooseNumber,

    /// <summary>A time is asked for: none is given.</summary>
    NoDate,

    /// <summary>A place is asked for: how surely none is given.</summary>
    NoPlace,

    /// <summary>A person is asked for: nobody is named or spoken of who might be meant.</summary>
    NoPerson,

    /// <summary>A name is asked for: none is given.</summary>
    NoName,

    /// <summary>Why, when, where, how or by whom something was done is asked: the sentence says that it was not.</summary>
    Denied,

    /// <summary>Why, when, where, how or by whom something was done is asked: the sentence says that it was called for, planned or threatened.</summary>
    Unreal,

    /// <summary>A role's holder is asked for: nobody is named beside it.</summary>
    NoHolder,

    /// <summary>A role's holder is asked for: somebody is named beside it.</summary>
    Holder,

    /// <summary>Somebody's words are asked for: neither theirs nor beside their name; 2 where a person's are.</summary>
    NotSaid,

    /// <summary>Somebody's words are asked for: the sentence names them and may tell what they said.</summary>
    MaybeSaid,

    /// <summary>A reason is asked for: how surely the sentence gives one.</summary>
    Reason,

    /// <summary>A manner is asked for: how surely the sentence gives one.</summary>
    Manner,

    /// <summary>The sentence speaks of the time asked for.</summary>
    SameTime,

    /// <summary>A year is asked for that stands neither in the sentence nor in the article's date.</summary>
    YearElsewhere,

    /// <summary>The sentence speaks of another time than asked for.</summary>
    OtherTime,

    /// <summary>It speaks of the other side's.</summary>
    OtherSide,

    /// <summary>Neighbouring words of the question stand side by side in it.</summary>
    Pairs,

    /// <summary>The share of what the question is about that stands within one clause.</summary>
    Densest,

    /// <summary>The share of what the question is about that stands around what may be the answer.</summary>
    NearAnswer,

    /// <summary>The ranking's score, over ten.</summary>
    Score,

    /// <summary>The logarithm of how many things the question is about, plus one.</summary>
    Length,
}
