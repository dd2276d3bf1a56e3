using ConflictBot.Corpus.Memory.Segments;

namespace ConflictBot.Corpus.Memory;

/// <summary>What the index holds at one moment. Immutable: a search works on the one it started with.</summary>
internal sealed class IndexSnapshot
{
    public static readonly IndexSnapshot Empty = new([]);

    public IndexSnapshot(SegmentView[] views)
    {
        Views = views;
        foreach (var view in views)
        {
            Documents += view.LiveDocuments;
            Articles += view.LiveArticles;
            BodyWords += view.BodyWords;
            TitleWords += view.TitleWords;
        }
    }

    public SegmentView[] Views { get; }

    public long Documents { get; }

    public int Articles { get; }

    public long BodyWords { get; }

    public long TitleWords { get; }
}
