using System.Runtime.InteropServices;
using ConflictBot.Core.Articles;
using ConflictBot.Corpus.Memory.Postings;

namespace ConflictBot.Corpus.Memory.Segments;

/// <summary>Makes one segment of several, leaving out what was deleted in them.</summary>
internal sealed class SegmentMerger
{
    private readonly IReadOnlyList<SegmentView> _views;
    private readonly int[][] _newNumbers;
    private readonly int _documents;

    private SegmentMerger(IReadOnlyList<SegmentView> views)
    {
        _views = views;
        _newNumbers = new int[views.Count][];
        for (var i = 0; i < views.Count; i++)
        {
            var view = views[i];
            var numbers = _newNumbers[i] = new int[view.Segment.Count];
            for (var document = 0; document < numbers.Length; document++)
                numbers[document] = view.IsDeleted(document) ? -1 : _documents++;
        }
    }

    public static Segment Merge(IReadOnlyList<SegmentView> views) => new SegmentMerger(views).Merge();

    private Segment Merge()
    {
        var bodyLengths = Gather(s => s.BodyLengths);
        var titleLengths = Gather(s => s.TitleLengths);
        var (articles, starts, articleOf) = GatherArticles();
        return new Segment
        {
            Articles = articles,
            ArticleStarts = starts,
            ArticleOf = articleOf,
            Ordinals = Gather(s => s.Ordinals),
            BodyLengths = bodyLengths,
            TitleLengths = titleLengths,
            PublishedFrom = Gather(s => s.PublishedFrom),
            PublishedTo = Gather(s => s.PublishedTo),
            Body = MergeField(FieldKind.Body, new PostingsWriter(_documents, bodyLengths, withPositions: true), withPositions: true),
            Title = MergeField(FieldKind.Title, new PostingsWriter(_documents, titleLengths, withPositions: false), withPositions: false),
            Entities = MergeField(FieldKind.Entities, new PostingsWriter(_documents, null, withPositions: false), withPositions: false),
        };
    }

    private int[] Gather(Func<Segment, int[]> column)
    {
        var gathered = new int[_documents];
        for (var i = 0; i < _views.Count; i++)
        {
            var values = column(_views[i].Segment);
            var numbers = _newNumbers[i];
            for (var document = 0; document < numbers.Length; document++)
            {
                if (numbers[document] >= 0)
                    gathered[numbers[document]] = values[document];
            }
        }

        return gathered;
    }

    private (ArticleId[] Articles, int[] Starts, int[] ArticleOf) GatherArticles()
    {
        var articles = new List<ArticleId>();
        var starts = new List<int>();
        var articleOf = new int[_documents];
        for (var i = 0; i < _views.Count; i++)
        {
            var segment = _views[i].Segment;
            for (var article = 0; article < segment.Articles.Length; article++)
            {
                // An article is deleted whole or not at all.
                var first = _newNumbers[i][segment.ArticleStarts[article]];
                if (first < 0)
                    continue;
                articleOf.AsSpan(first, segment.ArticleStarts[article + 1] - segment.ArticleStarts[article]).Fill(articles.Count);
                articles.Add(segment.Articles[article]);
                starts.Add(first);
            }
        }

        starts.Add(_documents);
        return ([.. articles], [.. starts], articleOf);
    }

    private PostingsField MergeField(FieldKind kind, PostingsWriter writer, bool withPositions)
    {
        var fields = _views.Select(v => v.Segment.Field(kind)).ToArray();
        var (terms, numbers) = Unite(fields);
        for (var term = 0; term < terms.Count; term++)
        {
            for (var i = 0; i < fields.Length; i++)
            {
                // 0 says "not there", so that a fresh array says it of every term.
                if (numbers[i][term] > 0)
                    Copy(writer, fields[i], numbers[i][term] - 1, _newNumbers[i], withPositions);
            }

            writer.EndTerm(terms[term]);
        }

        return writer.Finish();
    }

    /// <summary>Every field's terms, and for each field one more than the number it gives each of them.</summary>
    private static (List<string> Terms, int[][] Numbers) Unite(PostingsField[] fields)
    {
        var largest = fields.Max(f => f.Terms.Count);
        var united = new Dictionary<string, int>(largest + (largest / 2), StringComparer.Ordinal);
        var terms = new List<string>(largest);
        var numbers = new int[fields.Length][];
        for (var i = 0; i < fields.Length; i++)
        {
            var unitedNumbers = new int[fields[i].Terms.Count];
            foreach (var (term, number) in fields[i].Terms)
            {
                ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(united, term, out var known);
                if (!known)
                {
                    place = terms.Count;
                    terms.Add(term);
                }

                unitedNumbers[number] = place;
            }

            numbers[i] = unitedNumbers;
        }

        return (terms, [.. numbers.Select(unitedNumbers => Invert(unitedNumbers, terms.Count))]);
    }

    private static int[] Invert(int[] places, int count)
    {
        var numbers = new int[count];
        for (var number = 0; number < places.Length; number++)
            numbers[places[number]] = number + 1;
        return numbers;
    }

    private static void Copy(PostingsWriter writer, PostingsField field, int term, int[] newNumbers, bool withPositions)
    {
        var postings = new PostingsReader(field, term);
        while (postings.MoveNext())
        {
            var positions = withPositions ? postings.TakePositions() : [];
            var document = newNumbers[postings.Document];
            if (document >= 0)
                writer.Add(document, postings.Frequency, positions);
        }
    }
}
