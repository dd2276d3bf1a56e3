namespace ConflictBot.Core.Retrieval;

/// <summary>What is measured of a candidate sentence; each from 0 to 1 unless said otherwise. The names are those of <c>ranking-weights.tsv</c>.</summary>
public enum SentenceFeature
{
    /// <summary>The share of the question's weight that the sentence covers by the same words and names.</summary>
    Exact,

    /// <summary>What synonyms cover beyond that.</summary>
    Synonym,

    /// <summary>What the sentences before, the heading and the rest of the paragraph cover of the remainder.</summary>
    Context,

    /// <summary>What the title covers of the remainder.</summary>
    TitleContext,

    /// <summary>What the other sentences found in the article cover of what neither the sentence nor its context covers.</summary>
    ArticleContext,

    /// <summary>The share of neighbouring question words that stand near each other in the sentence, in order.</summary>
    Order,

    /// <summary>How close together the covered words stand.</summary>
    Proximity,

    /// <summary>The share of the question's weight that stands within one clause (see <see cref="Nearness"/>).</summary>
    Densest,

    /// <summary>The share of the question's weight that stands around what may be the answer.</summary>
    NearAnswer,

    /// <summary>The share of the question's neighbouring words that stand side by side in the sentence, function words too (see <see cref="WordPairs"/>).</summary>
    Pairs,

    /// <summary>The same, where neither is a function word.</summary>
    ContentPairs,

    /// <summary>The same of three words in a row.</summary>
    Triples,

    /// <summary>The share of the question's names that the sentence names.</summary>
    Names,

    /// <summary>The share of the question's names that neither the sentence nor its context names.</summary>
    NamesMissing,

    /// <summary>Whether the words asked for ("soldiers" of "how many soldiers") stand there.</summary>
    Focus,

    /// <summary>From −1 (speaks of another time) to 1 (of the time asked for); 0 where the question gives none.</summary>
    Time,

    /// <summary>Whether what the answer's type asks for stands there: a number, a person, a date, a place, words of the speaker, a reason …</summary>
    TypeNumber,
    TypePerson,

    /// <summary>Where the question asks who holds a role: whether somebody is named right beside the role's word.</summary>
    TypeHolder,
    TypeRole,
    TypeDate,
    TypePlace,
    TypeSaid,

    /// <summary>For a question for somebody's words: the share of the sentence that stands between quotation marks.</summary>
    Quoted,
    TypeReason,
    TypeManner,
    TypeList,
    TypeDefinition,

    /// <summary>The adjective's side agrees ("Azerbaijani soldiers" asked for and found).</summary>
    SideAgrees,

    /// <summary>The adjective's side differs ("Armenian soldiers" asked for, "Azerbaijani soldiers" found).</summary>
    SideConflicts,

    /// <summary>The passage's score in the index, over the best one's.</summary>
    Index,

    /// <summary>The sentence is a headline.</summary>
    IsTitle,

    /// <summary>Shorter than eight words.</summary>
    Short,

    /// <summary>Words beyond thirty, over thirty, at most 1.</summary>
    Long,

    /// <summary>It opens with a pronoun, so that it needs the sentence before.</summary>
    OpensWithPronoun,

    /// <summary>The paragraph's first sentence.</summary>
    OpensParagraph,

    /// <summary>1 for the article's first paragraph, 1/2 for the second, 1/3 for the third: articles open with what matters.</summary>
    Early,
}
