using System.Runtime.InteropServices;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Language;
using ConflictBot.Core.Passages;
using ConflictBot.Corpus.Memory.Postings;

namespace ConflictBot.Corpus.Memory.Segments;

/// <summary>Makes a segment of one article's passages.</summary>
internal sealed class SegmentBuilder
{
    private readonly List<Token> _tokens = [];
    private readonly Dictionary<string, string?> _terms = new(StringComparer.Ordinal);

    /// <param name="id">The article.</param>
    /// <param name="passages">Its passages, at least one.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Segment Build(ArticleId id, IReadOnlyList<Passage> passages, CancellationToken cancellationToken)
    {
        var ordered = passages.OrderBy(p => p.Id.Ordinal).ToArray();
        var body = new FieldBuilder();
        var title = new FieldBuilder();
        var entities = new FieldBuilder();
        string? lastTitle = null;
        for (var document = 0; document < ordered.Length; document++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var passage = ordered[document];
            AddText(body, document, passage.Body);
            if (passage.Title == lastTitle)
            {
                title.RepeatPrevious(document);
            }
            else
            {
                lastTitle = passage.Title;
                AddText(title, document, lastTitle);
            }

            foreach (var entity in passage.Entities)
                entities.Add(document, entity, 0);
        }

        var bodyLengths = body.Lengths(ordered.Length);
        var titleLengths = title.Lengths(ordered.Length);
        var published = Array.ConvertAll(ordered, p => p.Published);
        return new Segment
        {
            Articles = [id],
            ArticleStarts = [0, ordered.Length],
            ArticleOf = new int[ordered.Length],
            Ordinals = Array.ConvertAll(ordered, p => p.Id.Ordinal),
            BodyLengths = bodyLengths,
            TitleLengths = titleLengths,
            PublishedFrom = Array.ConvertAll(published, r => r?.From.DayNumber ?? int.MaxValue),
            PublishedTo = Array.ConvertAll(published, r => r?.To.DayNumber ?? int.MinValue),
            Body = body.Build(new PostingsWriter(ordered.Length, bodyLengths, withPositions: true), withPositions: true),
            Title = title.Build(new PostingsWriter(ordered.Length, titleLengths, withPositions: false), withPositions: false),
            Entities = entities.Build(new PostingsWriter(ordered.Length, null, withPositions: false), withPositions: false),
        };
    }

    private void AddText(FieldBuilder field, int document, string text)
    {
        _tokens.Clear();
        Tokenizer.Tokenize(text, _tokens);
        for (var position = 0; position < _tokens.Count; position++)
        {
            // A stop word keeps its place, so that words around it are not taken for neighbours.
            if (TermOf(_tokens[position].Text) is { } term)
                field.Add(document, term, position);
        }
    }

    private string? TermOf(string word)
    {
        ref var term = ref CollectionsMarshal.GetValueRefOrAddDefault(_terms, word, out var known);
        if (!known)
            term = TextAnalyzer.Term(word);
        return term;
    }

    /// <summary>Collects the occurrences of a field in reading order, then sorts them by term.</summary>
    private sealed class FieldBuilder
    {
        private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
        private readonly List<string> _names = [];
        private readonly List<Occurrence> _occurrences = [];
        private int _previousStart;

        public void Add(int document, string term, int position)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, term, out var known);
            if (!known)
            {
                number = _names.Count;
                _names.Add(term);
            }

            if (_occurrences.Count > 0 && _occurrences[^1].Document != document)
                _previousStart = _occurrences.Count;
            _occurrences.Add(new Occurrence(number, document, position));
        }

        /// <summary>Gives a passage what the one before it has.</summary>
        public void RepeatPrevious(int document)
        {
            if (_occurrences.Count == 0 || _occurrences[^1].Document != document - 1)
                return;
            var (from, to) = (_previousStart, _occurrences.Count);
            _previousStart = to;
            for (var i = from; i < to; i++)
                _occurrences.Add(_occurrences[i] with { Document = document });
        }

        public int[] Lengths(int documents)
        {
            var lengths = new int[documents];
            foreach (var occurrence in _occurrences)
                lengths[occurrence.Document]++;
            return lengths;
        }

        public PostingsField Build(PostingsWriter writer, bool withPositions)
        {
            var starts = new int[_names.Count + 1];
            foreach (var occurrence in _occurrences)
                starts[occurrence.Term + 1]++;
            for (var i = 1; i < starts.Length; i++)
                starts[i] += starts[i - 1];
            var next = starts[..^1];
            var sorted = new Occurrence[_occurrences.Count];
            foreach (var occurrence in _occurrences)
                sorted[next[occurrence.Term]++] = occurrence;
            var positions = new GrowingArray<byte>();
            for (var term = 0; term < _names.Count; term++)
            {
                WriteTerm(writer, sorted.AsSpan(starts[term]..starts[term + 1]), withPositions, positions);
                writer.EndTerm(_names[term]);
            }

            return writer.Finish();
        }

        private static void WriteTerm(PostingsWriter writer, ReadOnlySpan<Occurrence> occurrences, bool withPositions, GrowingArray<byte> positions)
        {
            for (var i = 0; i < occurrences.Length;)
            {
                var document = occurrences[i].Document;
                var (frequency, previous) = (0, 0);
                positions.Clear();
                for (; i < occurrences.Length && occurrences[i].Document == document; i++, frequency++)
                {
                    if (withPositions)
                        VarInt.Write(positions, (uint)(occurrences[i].Position - previous));
                    previous = occurrences[i].Position;
                }

                writer.Add(document, frequency, positions.Span);
            }
        }

        private readonly record struct Occurrence(int Term, int Document, int Position);
    }
}
