using ConflictBot.Core.Passages;
using ConflictBot.Core.Retrieval;
using ConflictBot.Corpus.Memory.Segments;

namespace ConflictBot.Corpus.Memory.Searching;

/// <summary>The best hits so far: a heap with the worst on top. A higher score is better, then a lower passage id.</summary>
internal sealed class TopHits(int limit)
{
    private readonly Entry[] _heap = new Entry[limit];

    public int Count { get; private set; }

    /// <summary>The score a passage must reach to be kept; 0 while there is room.</summary>
    public float Threshold { get; private set; }

    public void Offer(Segment segment, int document, float score)
    {
        var entry = new Entry(score, document, segment);
        if (Count < _heap.Length)
        {
            _heap[Count++] = entry;
            SiftUp(Count - 1);
        }
        else if (IsWorse(_heap[0], entry))
        {
            _heap[0] = entry;
            SiftDown();
        }

        if (Count == _heap.Length)
            Threshold = _heap[0].Score;
    }

    /// <summary>The hits, best first; the heap is spent afterwards.</summary>
    public PassageHit[] Drain()
    {
        var hits = new PassageHit[Count];
        while (Count > 0)
        {
            var worst = _heap[0];
            hits[Count - 1] = new PassageHit(worst.Id, Math.Max(worst.Score, float.Epsilon));
            _heap[0] = _heap[--Count];
            SiftDown();
        }

        return hits;
    }

    private static bool IsWorse(in Entry left, in Entry right) =>
        left.Score < right.Score || (left.Score == right.Score && left.Id.CompareTo(right.Id) > 0);

    private void SiftUp(int at)
    {
        while (at > 0 && IsWorse(_heap[at], _heap[(at - 1) / 2]))
        {
            (_heap[at], _heap[(at - 1) / 2]) = (_heap[(at - 1) / 2], _heap[at]);
            at = (at - 1) / 2;
        }
    }

    private void SiftDown()
    {
        for (var at = 0; ;)
        {
            var worst = at;
            for (var child = (2 * at) + 1; child <= (2 * at) + 2 && child < Count; child++)
            {
                if (IsWorse(_heap[child], _heap[worst]))
                    worst = child;
            }

            if (worst == at)
                return;
            (_heap[at], _heap[worst]) = (_heap[worst], _heap[at]);
            at = worst;
        }
    }

    private readonly record struct Entry(float Score, int Document, Segment Segment)
    {
        public PassageId Id => Segment.IdOf(Document);
    }
}
