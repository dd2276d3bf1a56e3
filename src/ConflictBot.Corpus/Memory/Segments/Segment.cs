using ConflictBot.Core.Articles;
using ConflictBot.Core.Passages;
using ConflictBot.Corpus.Memory.Postings;

namespace ConflictBot.Corpus.Memory.Segments;

/// <summary>
/// Some articles' passages, numbered from 0, and the lists that find them. Immutable; an article lies in it whole, in the order of its ordinals.
/// </summary>
internal sealed class Segment
{
    public required ArticleId[] Articles { get; init; }

    /// <summary>Each article's first passage, and one more for the end of the last.</summary>
    public required int[] ArticleStarts { get; init; }

    /// <summary>Each passage's article, as an index into <see cref="Articles"/>.</summary>
    public required int[] ArticleOf { get; init; }

    public required int[] Ordinals { get; init; }

    /// <summary>Each passage's length in words, stop words left out.</summary>
    public required int[] BodyLengths { get; init; }

    public required int[] TitleLengths { get; init; }

    /// <summary>
    /// The first day each passage may have been published, as <see cref="DateOnly.DayNumber"/>; <see cref="int.MaxValue"/> for the undated,
    /// which makes their range overlap no other.
    /// </summary>
    public required int[] PublishedFrom { get; init; }

    /// <summary>The last such day; <see cref="int.MinValue"/> for the undated.</summary>
    public required int[] PublishedTo { get; init; }

    public required PostingsField Body { get; init; }

    public required PostingsField Title { get; init; }

    public required PostingsField Entities { get; init; }

    public int Count => Ordinals.Length;

    public PassageId IdOf(int document) => new(Articles[ArticleOf[document]], Ordinals[document]);

    public PostingsField Field(FieldKind field) => field switch
    {
        FieldKind.Body => Body,
        FieldKind.Title => Title,
        FieldKind.Entities => Entities,
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };
}

internal enum FieldKind
{
    Body,
    Title,
    Entities,
}
