using ConflictBot.Core.Answers;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Passages;
using ConflictBot.Core.Retrieval;
using ConflictBot.Corpus.Memory;

namespace ConflictBot;

/// <summary>Makes answerers: the one place that knows what they are made of.</summary>
internal sealed class AnswererFactory(Gazetteer gazetteer, PassageSplitter splitter, TimeProvider time)
{
    public QuestionAnswerer Create(IPassageIndex index, ArticleLibrary library) => new(index, library, gazetteer, time);

    /// <summary>An answerer over one article alone, in an index of its own.</summary>
    public async Task<QuestionAnswerer> OverAsync(Article article, CancellationToken cancellationToken)
    {
        var passages = splitter.Split(article);
        var library = new ArticleLibrary();
        library.Replace(article, passages);
        var index = new MemoryPassageIndex();
        await index.ReplaceArticleAsync(article.Id, passages, cancellationToken);
        return Create(index, library);
    }
}
