using System.Collections.Concurrent;
using ConflictBot.Corpus.Memory.Postings;

namespace ConflictBot.Corpus.Memory.Segments;

/// <summary>A segment as one snapshot sees it: less the articles removed since it was made. Immutable.</summary>
internal sealed class SegmentView
{
    private readonly ulong[]? _deleted;

    // What a term's list holds of deleted passages takes a walk to find out; a view is asked for the same common terms again and again.
    private readonly ConcurrentDictionary<(FieldKind Field, int Term), int> _deletedIn = new();

    public SegmentView(Segment segment)
    {
        Segment = segment;
        LiveDocuments = segment.Count;
        LiveArticles = segment.Articles.Length;
        BodyWords = segment.BodyLengths.Sum(l => (long)l);
        TitleWords = segment.TitleLengths.Sum(l => (long)l);
    }

    private SegmentView(SegmentView other, int article)
    {
        Segment = other.Segment;
        _deleted = other._deleted is null ? new ulong[(Segment.Count + 63) / 64] : [.. other._deleted];
        var (from, to) = (Segment.ArticleStarts[article], Segment.ArticleStarts[article + 1]);
        LiveDocuments = other.LiveDocuments - (to - from);
        LiveArticles = other.LiveArticles - 1;
        BodyWords = other.BodyWords;
        TitleWords = other.TitleWords;
        for (var document = from; document < to; document++)
        {
            _deleted[document >> 6] |= 1UL << document;
            BodyWords -= Segment.BodyLengths[document];
            TitleWords -= Segment.TitleLengths[document];
        }
    }

    public Segment Segment { get; }

    public int LiveDocuments { get; }

    public int LiveArticles { get; }

    /// <summary>The sum of the live passages' lengths.</summary>
    public long BodyWords { get; }

    public long TitleWords { get; }

    public bool IsDeleted(int document) => _deleted is not null && (_deleted[document >> 6] & (1UL << document)) != 0;

    /// <summary>The same segment with one more article gone.</summary>
    public SegmentView Without(int article) => new(this, article);

    /// <summary>How many live passages hold a term, exactly.</summary>
    public int LiveFrequency(FieldKind field, int term)
    {
        var held = Segment.Field(field).Entries[term].DocumentFrequency;
        return _deleted is null ? held : held - _deletedIn.GetOrAdd((field, term), static (key, view) => view.CountDeleted(key.Field, key.Term), this);
    }

    private int CountDeleted(FieldKind fieldKind, int term)
    {
        var field = Segment.Field(fieldKind);
        return field.Entries[term].BlockCount == 0 ? CountDeletedSparse(field, term) : CountDeletedDense(field, field.Entries[term]);
    }

    private int CountDeletedSparse(PostingsField field, int term)
    {
        var count = 0;
        var postings = new PostingsReader(field, term);
        while (postings.MoveNext())
            count += IsDeleted(postings.Document) ? 1 : 0;
        return count;
    }

    private int CountDeletedDense(PostingsField field, TermEntry entry)
    {
        var count = 0;
        for (var block = entry.Start; block < entry.Start + entry.BlockCount; block++)
        {
            var lows = field.Lows.AsSpan(field.BlockStarts[block]..field.BlockStarts[block + 1]);
            var first = field.BlockBases[block];
            if (!AnyDeleted(first, first + lows[^1]))
                continue;
            foreach (var low in lows)
                count += IsDeleted(first + low) ? 1 : 0;
        }

        return count;
    }

    private bool AnyDeleted(int first, int last) => _deleted.AsSpan((first >> 6)..((last >> 6) + 1)).ContainsAnyExcept(0UL);
}
