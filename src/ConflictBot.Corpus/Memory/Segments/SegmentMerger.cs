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
        // Terms are written where they are first met: all of the first segment's, then what the second adds to them, and so on.
        for (var first = 0; first < fields.Length; first++)
        {
            foreach (var (term, number) in fields[first].Terms)
            {
                if (fields.AsSpan(..first).ContainsTerm(term))
                    continue;
                Copy(writer, fields[first], number, _newNumbers[first], withPositions);
                for (var other = first + 1; other < fields.Length; other++)
                {
                    if (fields[other].Find(term) is >= 0 and var same)
                        Copy(writer, fields[other], same, _newNumbers[other], withPositions);
                }

                writer.EndTerm(term);
            }
        }

        return writer.Finish();
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

file static class FieldSpanExtensions
{
    public static bool ContainsTerm(this Span<PostingsField> fields, string term)
    {
        foreach (var field in fields)
        {
            if (field.Terms.ContainsKey(term))
                return true;
        }

        return false;
    }
}
