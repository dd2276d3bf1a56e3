using ConflictBot.Core.Articles;
using ConflictBot.Core.Retrieval;

namespace ConflictBot.Core.Answers;

/// <summary>A user's turn in, the bot's turn out. Channels and the terminal see the bot through this.</summary>
public sealed class QuestionAnswerer(IPassageIndex index, ArticleLibrary library)
{
    /// <summary>Answers, or says why not. Whatever the words are, it does not throw for them.</summary>
    public async Task<AskResult> AskAsync(AskRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        _ = library;
        await index.SearchAsync(new PassageQuery(), cancellationToken).ConfigureAwait(false);
        return new AskResult(
            new NoAnswer { Text = "The articles don't answer that.", Resolved = request.Question, Reason = NoAnswerReason.NoEvidence },
            request.Conversation);
    }
}
