namespace ConflictBot.Core.Answers;

/// <summary>A user's turn in, the bot's turn out. Channels and the terminal see the bot through this.</summary>
public interface IQuestionAnswerer
{
    /// <summary>Answers, or says why not. Whatever the words are, it does not throw for them.</summary>
    Task<AskResult> AskAsync(AskRequest request, CancellationToken cancellationToken);
}
