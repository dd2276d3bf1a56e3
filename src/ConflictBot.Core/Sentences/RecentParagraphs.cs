using System.Collections.Concurrent;
using System.Collections.Immutable;
using ConflictBot.Core.Articles;

namespace ConflictBot.Core.Sentences;

/// <summary>Remembers the analysed sentences of the paragraphs asked for last, so many characters of them. Thread-safe.</summary>
/// <remarks>
/// In two generations: what is asked for again moves to the young one, and when that is full, it becomes the old one and the old one goes. So what is
/// asked for often stays, nothing is ever emptied at once, and no list has to be kept in order.
/// </remarks>
internal sealed class RecentParagraphs(int mostCharacters = RecentParagraphs.MostCharacters)
{
    /// <summary>How many characters a generation holds.</summary>
    public const int MostCharacters = 10_000_000;

    private readonly Lock _turning = new();
    private volatile Generation _young = new();
    private volatile Generation _old = new();

    public bool TryGet(Paragraph paragraph, out ImmutableArray<AnalyzedSentence> sentences)
    {
        if (_young.Paragraphs.TryGetValue(paragraph, out sentences))
            return true;
        if (!_old.Paragraphs.TryGetValue(paragraph, out sentences))
            return false;
        Add(paragraph, sentences);
        return true;
    }

    public void Add(Paragraph paragraph, ImmutableArray<AnalyzedSentence> sentences)
    {
        var young = _young;
        if (!young.Paragraphs.TryAdd(paragraph, sentences))
            return;
        if (Interlocked.Add(ref young.Characters, paragraph.Span.Length) < mostCharacters)
            return;
        lock (_turning)
        {
            if (young != _young)
                return;
            _old = young;
            _young = new Generation();
        }
    }

    private sealed class Generation
    {
        public int Characters;

        public ConcurrentDictionary<Paragraph, ImmutableArray<AnalyzedSentence>> Paragraphs { get; } = new(ReferenceEqualityComparer.Instance);
    }
}
