using System.Collections.Concurrent;
using ConflictBot.Core.Language;

namespace ConflictBot.Core.Sentences;

/// <summary>The words of sentences, each kept once with its stem: texts repeat their words, and a stem costs far more than looking it up. Thread-safe.</summary>
internal sealed class WordPool
{
    // About 15 MB. Beyond it words come from damaged or hostile texts, and are stemmed anew.
    private const int Most = 100_000;

    private readonly ConcurrentDictionary<string, PooledWord> _words = new(StringComparer.Ordinal);
    private int _count;

    /// <param name="folded">A folded word.</param>
    public PooledWord Of(string folded)
    {
        if (_words.TryGetValue(folded, out var known))
            return known;
        var word = new PooledWord(folded, WordForms.StemAny(folded));
        if (Volatile.Read(ref _count) < Most && _words.TryAdd(folded, word))
            Interlocked.Increment(ref _count);
        return word;
    }
}

/// <param name="Text">The folded word.</param>
/// <param name="Stem">Its stem, a stop word's too.</param>
internal sealed record PooledWord(string Text, string Stem);
