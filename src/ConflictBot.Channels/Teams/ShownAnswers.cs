using System.Collections.Immutable;
using ConflictBot.Core.Answers;

namespace ConflictBot.Channels.Teams;

/// <summary>Which answer a message was, so that a thumb pressed below an old answer is not taken for the last one. Bounded; the oldest go first. Thread-safe.</summary>
/// <param name="capacity">How many messages are remembered, at least 1.</param>
public sealed class ShownAnswers(int capacity = ShownAnswers.DefaultCapacity)
{
    public const int DefaultCapacity = 5_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Conversation, string Message), ShownAnswer> _answers = [];
    private readonly Queue<(string Conversation, string Message)> _order = new();

    /// <summary>Remembers an answer under the id that the channel gave its message.</summary>
    public void Add(string conversation, string message, Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var shown = new ShownAnswer(answer.Resolved, [.. answer.Claims.Select(c => c.Citation.Quote)]);
        lock (_lock)
        {
            if (_answers.TryAdd((conversation, message), shown))
                _order.Enqueue((conversation, message));
            while (_order.Count > capacity)
                _answers.Remove(_order.Dequeue());
        }
    }

    /// <summary>The answer, or null where it is not remembered.</summary>
    public ShownAnswer? Find(string conversation, string message)
    {
        lock (_lock)
            return _answers.GetValueOrDefault((conversation, message));
    }
}

/// <summary>What was asked and which quotes were shown.</summary>
public sealed record ShownAnswer(string Question, ImmutableArray<string> Excerpts)
{
    /// <summary>An answer that is not remembered: its question is not guessed.</summary>
    public static readonly ShownAnswer Forgotten = new("", []);
}
