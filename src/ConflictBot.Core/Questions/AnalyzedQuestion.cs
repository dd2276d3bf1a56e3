using System.Collections.Immutable;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;

namespace ConflictBot.Core.Questions;

/// <summary>A question, taken apart.</summary>
public sealed record AnalyzedQuestion
{
    /// <summary>The standalone question as it was analysed.</summary>
    public required string Text { get; init; }

    /// <summary>The language it was asked in; its text is English whatever that is.</summary>
    public QuestionLanguage Language { get; init; }

    public required AnswerType Type { get; init; }

    /// <summary>Everything an answer must be about, in the question's order.</summary>
    public required ImmutableArray<QuestionUnit> Units { get; init; }

    /// <summary>All its words in their order, function words too.</summary>
    public ImmutableArray<QuestionWord> Words { get; init; } = [];

    /// <summary>The words that name what is counted or asked for ("soldiers" of "how many Armenian soldiers"); may be empty.</summary>
    public ImmutableArray<QuestionUnit> Focus { get; init; } = [];

    /// <summary>Who has to be speaking ("according to …", "what did … say"); null where anyone may.</summary>
    public GazetteerEntry? Speaker { get; init; }

    /// <summary>Who has to be speaking, where the question's word for it stands in no gazetteer ("the protesters", "Smith"); null otherwise.</summary>
    public QuestionUnit? SpeakerWord { get; init; }

    /// <summary>Whether somebody in particular has to be speaking.</summary>
    public bool HasSpeaker => Speaker is not null || SpeakerWord is not null;

    /// <summary>The id of the state that alone is asked what the sides tell differently ("Ruritania's version of …"); null elsewhere.</summary>
    public string? AccountOf { get; init; }

    /// <summary>When what is asked for happened; null where the question does not say.</summary>
    public DateRange? Dates { get; init; }

    /// <summary>The role whose holder is asked for ("who is the governor of …"); null otherwise.</summary>
    public QuestionUnit? Role { get; init; }

    /// <summary>What a number that answers has to measure; none where no number is asked for.</summary>
    public AskedMeasure Measure { get; init; }

    /// <summary>Whether it takes for granted that something was done: "why did he resign".</summary>
    public bool TakesAsDone { get; init; }

    public IEnumerable<QuestionUnit> Entities => Units.Where(u => u.Entity is not null);
}

/// <param name="Stem">The word's stem.</param>
/// <param name="IsFunctionWord">Whether it is a stop word, an auxiliary or a question word.</param>
public readonly record struct QuestionWord(string Stem, bool IsFunctionWord);

/// <summary>One thing a question is about: a content word, or an entity of the gazetteer.</summary>
/// <param name="Surface">The words as they stand in the question, after correction of their spelling.</param>
/// <param name="Span">Where they stand in the question.</param>
/// <param name="Stem">A word's stem; for an entity, its id.</param>
/// <param name="Entity">The entity; null for a word.</param>
/// <param name="Weight">How much it tells passages apart, above 0; compares only within one question.</param>
public sealed record QuestionUnit(string Surface, TextSpan Span, string Stem, GazetteerEntry? Entity, double Weight)
{
    public UnitRole Role { get; init; } = UnitRole.Content;

    /// <summary>Stems that mean about the same, with how nearly (0–1).</summary>
    public ImmutableArray<KeyValuePair<string, double>> Synonyms { get; init; } = [];

    /// <summary>Phrases that mean about the same, as the stems of their words, with how nearly (0–1).</summary>
    public ImmutableArray<KeyValuePair<ImmutableArray<string>, double>> SynonymPhrases { get; init; } = [];

    /// <summary>True where neither it nor anything that means the same stands in the articles.</summary>
    public bool Unknown { get; init; }

    /// <summary>True where it is written as a name ("World Cup") and stands in no gazetteer.</summary>
    public bool IsName { get; init; }

    /// <summary>The stems of an entity's own words, stop words left out; empty for a word. Kept, since every sentence near is asked for them.</summary>
    public ImmutableArray<string> NameStems { get; } = Entity is null
        ? []
        : [.. Tokenizer.Tokenize(Surface).Where(t => !StopWords.Contains(t.Text)).Select(t => WordForms.StemAny(t.Text))];

    /// <summary>Of a state's body ("Ruritanian General Staff"), by each of its names that begins with the state's, the stems of the rest; empty for all else.</summary>
    public ImmutableArray<ImmutableArray<string>> Bodies { get; } = Entity is { Kind: EntityKind.Organisation, Side: { } side } && WithoutState(Surface, side) is { IsEmpty: false } body
        ? [body, .. Entity.Aliases.Select(a => WithoutState(a.Text, side)).Where(b => !b.IsEmpty)]
        : [];

    /// <summary>Of a state that the articles do not name, asked about as the place where something happened ("in Georgia"): ids of the places in it that they do; empty elsewhere.</summary>
    public ImmutableArray<string> PlacesInIt { get; init; } = [];

    /// <summary>True for an adjective made of the entity's name ("Armenian").</summary>
    public bool IsAdjective { get; init; }

    /// <summary>The state or body that a capital or seat may stand for ("Baku"); null otherwise.</summary>
    public GazetteerEntry? StandsFor { get; init; }

    /// <summary>The entity is used as an adjective on the word after it ("Armenian soldiers").</summary>
    public QuestionUnit? Modifies { get; init; }

    private static ImmutableArray<string> WithoutState(string name, string side) =>
        Tokenizer.Tokenize(name) is [var first, _, ..] words && IsOfState(first.Text, side) ? [.. words.Skip(1).Select(w => WordForms.StemAny(w.Text))] : [];

    private static bool IsOfState(string word, string id) => word.Length > 2 && id.StartsWith("state." + word[..2], StringComparison.Ordinal);
}

/// <summary>What a unit does in its question.</summary>
public enum UnitRole
{
    Content,

    /// <summary>It names what is counted or asked for.</summary>
    Focus,

    /// <summary>It comes from the question before: what a follow-up is about.</summary>
    Topic,

    /// <summary>A word of saying, in a question for somebody's words.</summary>
    Saying,

    /// <summary>It tells whose somebody named is: "Aliyev's adviser Jane Doe". An article that names her may call him otherwise.</summary>
    Whose,
}
