using ConflictBot.Core.Retrieval;
using ConflictBot.Corpus.Memory.Segments;

namespace ConflictBot.Corpus.Memory.Searching;

/// <summary>What a query's dates do to a passage.</summary>
internal readonly struct DateRule
{
    private readonly int _from;
    private readonly int _to;
    private readonly bool _filters;

    public DateRule(DateConstraint? dates)
    {
        // Everything but the undated overlaps the widest range; without dates nobody asks.
        _from = dates?.Range.From.DayNumber ?? int.MinValue;
        _to = dates?.Range.To.DayNumber ?? int.MaxValue;
        _filters = dates is { Boost: null };
        Boost = dates?.Boost ?? 0;
    }

    /// <summary>What a passage inside the range gets; 0 for a filter.</summary>
    public float Boost { get; }

    public bool LeavesOut(Segment segment, int document) => _filters && !Overlaps(segment, document);

    public float BoostOf(Segment segment, int document) => Boost > 0 && Overlaps(segment, document) ? Boost : 0;

    private bool Overlaps(Segment segment, int document) => segment.PublishedFrom[document] <= _to && segment.PublishedTo[document] >= _from;
}
