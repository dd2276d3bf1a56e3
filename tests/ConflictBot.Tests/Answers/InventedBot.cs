using ConflictBot.Core.Answers;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Conversations;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Passages;
using ConflictBot.Corpus.Memory;

namespace ConflictBot.Tests.Answers;

/// <summary>The bot over articles that a test makes up.</summary>
internal sealed class InventedBot
{
    private readonly QuestionAnswerer _answerer;

    private InventedBot(QuestionAnswerer answerer) => _answerer = answerer;

    public static async Task<InventedBot> OverAsync(params Article[] articles)
    {
        var splitter = new PassageSplitter(new AliasMatcher(Gazetteer.Default).EntityIds);
        var library = new ArticleLibrary();
        var index = new MemoryPassageIndex();
        foreach (var article in articles)
        {
            var passages = splitter.Split(article);
            library.Replace(article, passages);
            await index.ReplaceArticleAsync(article.Id, passages, CancellationToken.None);
        }

        return new InventedBot(new QuestionAnswerer(index, library, Gazetteer.Default, TimeProvider.System));
    }

    public Task<AskResult> AskAsync(string question) => AskAsync(question, ConversationState.Empty);

    public Task<AskResult> AskAsync(string question, ConversationState conversation) =>
        _answerer.AskAsync(new AskRequest(question, conversation), CancellationToken.None);
}
