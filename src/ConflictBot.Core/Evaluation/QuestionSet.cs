using System.Collections.Immutable;

namespace ConflictBot.Core.Evaluation;

/// <summary>Questions with what a right answer is, in one of three formats; or sentences with who says them.</summary>
public abstract record QuestionSet
{
    private QuestionSet()
    {
    }

    /// <summary>The format's name in reports.</summary>
    public abstract string Format { get; }

    public abstract int Count { get; }

    /// <summary>Questions about news articles, answered in full: evidence that must be shown, refusals, disputes, conversations.</summary>
    public sealed record News(ImmutableArray<NewsQuestion> Questions) : QuestionSet
    {
        public override string Format => "news";

        public override int Count => Questions.Length;
    }

    /// <summary>Questions of SQuAD 2.0 (Rajpurkar, Jia, Liang 2018): the paragraph and the answer's words are known.</summary>
    public sealed record Squad(ImmutableArray<SquadQuestion> Questions) : QuestionSet
    {
        public override string Format => "squad";

        public override int Count => Questions.Length;
    }

    /// <summary>Questions of WikiQA (Yang, Yih, Meek 2015): each comes with its own sentences, some of them relevant.</summary>
    public sealed record WikiQa(ImmutableArray<WikiQaQuestion> Questions) : QuestionSet
    {
        public override string Format => "wikiqa";

        public override int Count => Questions.Length;
    }

    /// <summary>Every sentence of some articles' bodies, with who says it: no questions, but measured like them.</summary>
    public sealed record Speakers(ImmutableArray<SpeakerLabel> Labels) : QuestionSet
    {
        public override string Format => "speakers";

        public override int Count => Labels.Length;
    }
}

/// <param name="Id">Names the question.</param>
/// <param name="Question">What is asked.</param>
/// <param name="Kind">What it asks for; <c>contested</c> and <c>followup</c> have measures of their own.</param>
/// <param name="Answerable">False: the right answer is none.</param>
/// <param name="AllOf">Every group must be shown; a group is shown by any one of its pieces of evidence.</param>
/// <param name="Thread">Questions with the same thread are asked in one conversation, in order; null for a question of its own.</param>
public sealed record NewsQuestion(string Id, string Question, string Kind, bool Answerable, ImmutableArray<ImmutableArray<ExpectedText>> AllOf, string? Thread)
{
    /// <summary>The kind whose right answer shows differing claims as such.</summary>
    public const string Contested = "contested";

    /// <summary>The kind that only its conversation makes a whole question.</summary>
    public const string FollowUp = "followup";
}

/// <summary>A piece of an article's text, the article named by how its id begins.</summary>
public readonly record struct ExpectedText(string Document, string Text);

/// <param name="Id">Names the question.</param>
/// <param name="Question">What is asked.</param>
/// <param name="Answerable">Whether its paragraph answers it.</param>
/// <param name="Article">The id of the article it was asked about.</param>
/// <param name="Paragraph">The 0-based paragraph it was asked about.</param>
/// <param name="Answers">The words that answer, in some variants; empty where there are none.</param>
public sealed record SquadQuestion(string Id, string Question, bool Answerable, string Article, int Paragraph, ImmutableArray<string> Answers);

/// <param name="Question">What is asked.</param>
/// <param name="Sentences">The sentences to rank.</param>
/// <param name="Relevant">The 0-based places of those that answer.</param>
public sealed record WikiQaQuestion(string Question, ImmutableArray<string> Sentences, ImmutableArray<int> Relevant);

/// <summary>Who says a sentence, or one of the things said in it, as a reader labelled it.</summary>
/// <param name="Document">How its article's id begins.</param>
/// <param name="Text">A piece of the sentence that stands once in the article; of one that reports several, a piece of this one's clause.</param>
/// <param name="Said">Who says it and how; null where it reports nobody.</param>
public sealed record SpeakerLabel(string Document, string Text, LabelledSpeaker? Said);

/// <param name="Names">The speaker in full, in the article's words, the best name first.</param>
/// <param name="IsPerson">Whether it is a person, who may be named with a title, or by the family name.</param>
/// <param name="Verbs">The reporting verb as printed, then others of the same speaker.</param>
/// <param name="Side">The state or body spoken for, or null.</param>
/// <param name="Date">The day it was said, where the sentence tells it.</param>
/// <param name="Via">Who passed it on, or null.</param>
public sealed record LabelledSpeaker(ImmutableArray<string> Names, bool IsPerson, ImmutableArray<string> Verbs, string? Side, DateOnly? Date, string? Via);
