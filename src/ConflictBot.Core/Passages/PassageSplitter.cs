using System.Collections.Immutable;
using ConflictBot.Core.Articles;

namespace ConflictBot.Core.Passages;

/// <summary>Cuts an article into passages: a paragraph each, or windows of three sentences, overlapping by one, where a paragraph is longer.</summary>
/// <param name="entitiesIn">Ids of the gazetteer's entries that a text names, distinct, in ordinal order.</param>
public sealed class PassageSplitter(Func<string, ImmutableArray<string>> entitiesIn)
{
    /// <summary>The most sentences a passage holds.</summary>
    public const int WindowSentences = 3;

    /// <summary>The article's passages, <c>result[i].Id.Ordinal == i</c>; headings are context and make no passage, blank paragraphs neither; the title makes one.</summary>
    public ImmutableArray<Passage> Split(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var passages = ImmutableArray.CreateBuilder<Passage>();
        foreach (var paragraph in article.TitleAndBody.Where(p => !p.IsHeading && !p.IsBlank))
        {
            var first = 0;
            while (true)
            {
                var count = Math.Min(WindowSentences, paragraph.Sentences.Length - first);
                var span = new TextSpan(paragraph.Sentences[first].Span.Start, paragraph.Sentences[first + count - 1].Span.End);
                passages.Add(new Passage
                {
                    Id = new PassageId(article.Id, passages.Count),
                    Article = article,
                    Paragraph = paragraph,
                    FirstSentence = first,
                    SentenceCount = count,
                    Entities = entitiesIn(span.In(article.Text)),
                });
                if (first + count >= paragraph.Sentences.Length)
                    break;
                first += WindowSentences - 1;
            }
        }

        return passages.ToImmutable();
    }
}
