using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ConflictBot.Core.Answers;

namespace ConflictBot.Channels.DirectLine;

/// <summary>What a client has not seen yet.</summary>
/// <param name="Activities">In order, as JSON in UTF-8.</param>
/// <param name="Watermark">Where to go on from: the number of the last activity.</param>
/// <param name="More">Ends when there is more than this.</param>
internal readonly record struct ActivityBatch(IReadOnlyList<byte[]> Activities, long Watermark, Task More);

/// <summary>A conversation: its last activities, the messages that wait for an answer, and the connections that watch it. Safe for many threads.</summary>
/// <param name="id">Its name.</param>
/// <param name="site">The address its client reached us at, for the links in answers.</param>
/// <param name="options">The bounds.</param>
/// <param name="time">The clock.</param>
internal sealed class DirectLineConversation(string id, Uri site, DirectLineOptions options, TimeProvider time)
{
    // A question takes three activities: its echo, that the bot types, the answer.
    private const int ActivitiesPerQuestion = 3;

    // A client sends again what it heard nothing of, which is its last messages.
    private const int RememberedMessages = 16;
    private const int LongestClientId = 128;

    private readonly Lock _gate = new();
    private readonly Queue<Kept> _log = new();
    private readonly Queue<WaitingMessage> _waiting = new();
    private readonly LinkedList<CancellationTokenSource> _sockets = new();
    private readonly Dictionary<string, Answered> _answers = new(StringComparer.Ordinal);
    private readonly Queue<string> _answerNames = new();
    private readonly Dictionary<string, string> _taken = new(StringComparer.Ordinal);
    private readonly Queue<string> _takenNames = new();
    private int _bytes;
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _last;
    private bool _answering;
    private bool _greeted;
    private bool _closed;

    public string Id => id;

    public Uri Site => site;

    /// <summary>Whether a client is connected.</summary>
    public bool IsWatched
    {
        get
        {
            lock (_gate)
                return _sockets.Count > 0;
        }
    }

    /// <summary>True the first time, so that the bot greets once.</summary>
    public bool TryGreet()
    {
        lock (_gate)
            return !_greeted && (_greeted = true);
    }

    /// <summary>Adds an activity, completes its envelope, and wakes whoever watches.</summary>
    /// <param name="activity">What to say; its sender is the bot unless it names one.</param>
    /// <param name="transient">Means nothing once something follows it, such as that the bot is typing.</param>
    /// <returns>The activity's id.</returns>
    public string Append(JsonObject activity, bool transient = false)
    {
        lock (_gate)
            return AppendLocked(activity, transient);
    }

    /// <summary>Takes a user's message: echoes it, and puts it in line for an answer.</summary>
    /// <param name="message">The message.</param>
    /// <param name="startAnswering">Where true, nobody is answering yet, and the caller must see to it.</param>
    /// <returns>The echo's id, that of the first where the client sends a message again; null where too many messages wait already.</returns>
    public string? Accept(IncomingActivity message, out bool startAnswering)
    {
        lock (_gate)
        {
            startAnswering = false;
            var clientId = message.ClientActivityId is { Length: > 0 and <= LongestClientId } named ? named : null;
            if (clientId is not null && _taken.TryGetValue(clientId, out var before))
                return before;
            if (_closed || _waiting.Count >= options.MaxQueuedMessages)
                return null;
            var activityId = AppendLocked(Activities.Echo(message), transient: false);
            if (clientId is not null)
                RememberTaken(clientId, activityId);
            _waiting.Enqueue(new WaitingMessage(message, activityId));
            DirectLineBot.Waiting.Enter();
            startAnswering = !_answering;
            _answering = true;
            return activityId;
        }
    }

    /// <summary>The next message to answer, in the order they came; null where none waits, and the answering is over.</summary>
    public WaitingMessage? Next()
    {
        lock (_gate)
        {
            _answering = !_closed && _waiting.Count > 0;
            return _answering ? _waiting.Dequeue() : null;
        }
    }

    /// <summary>Keeps an answer, so that the user may say something of it.</summary>
    /// <param name="name">What the user's vote names it by.</param>
    /// <param name="answer">The answer; the oldest kept makes room for it.</param>
    public void Remember(string name, Answer answer)
    {
        lock (_gate)
        {
            if (_answers.TryAdd(name, new Answered(answer, Vote: null)))
                _answerNames.Enqueue(name);
            if (_answerNames.Count > Math.Max(1, options.MaxActivities / ActivitiesPerQuestion))
                _answers.Remove(_answerNames.Dequeue());
        }
    }

    /// <summary>The answer a vote is about; null where it is not of this conversation, or no longer kept, or the user said the same before.</summary>
    public Answer? Take(Vote vote)
    {
        lock (_gate)
        {
            if (!_answers.TryGetValue(vote.Answer, out var answered) || answered.Vote == vote.Helpful)
                return null;
            _answers[vote.Answer] = answered with { Vote = vote.Helpful };
            return answered.Answer;
        }
    }

    /// <summary>Takes a vote back that could not be kept, so that it can be given again.</summary>
    public void TakeBack(Vote vote)
    {
        lock (_gate)
        {
            if (_answers.TryGetValue(vote.Answer, out var answered))
                _answers[vote.Answer] = answered with { Vote = null };
        }
    }

    /// <summary>The activities after a watermark; all that are kept where the watermark is not of this conversation.</summary>
    /// <param name="after">The number of the last activity seen; 0 for none.</param>
    /// <param name="live">Whether the client watches as it happens; otherwise it is spared what no longer holds.</param>
    public ActivityBatch Read(long after, bool live)
    {
        lock (_gate)
        {
            var from = after > _last ? 0 : after;
            var unseen = new List<byte[]>();
            foreach (var kept in _log)
            {
                if (kept.Number > from && (live || !kept.Transient || kept.Number == _last))
                    unseen.Add(kept.Json);
            }

            return new ActivityBatch(unseen, _last, _more.Task);
        }
    }

    /// <summary>Registers a connection; the oldest makes room where there are too many. Its token ends when this one has to go.</summary>
    /// <remarks>Cancelled under the lock, which <see cref="Unwatch"/> takes before its caller disposes: so none is cancelled after it was disposed.</remarks>
    public CancellationTokenSource Watch(CancellationToken stopping)
    {
        var socket = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        lock (_gate)
        {
            if (_sockets.Count >= options.MaxSockets && _sockets.First is { } oldest)
            {
                _sockets.Remove(oldest);
                _ = oldest.Value.CancelAsync();
            }

            _sockets.AddLast(socket);
            if (_closed)
                _ = socket.CancelAsync();
        }

        return socket;
    }

    public void Unwatch(CancellationTokenSource socket)
    {
        lock (_gate)
            _sockets.Remove(socket);
    }

    /// <summary>Ends the conversation: what waits is dropped, and connections are closed.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            DirectLineBot.Waiting.Leave(_waiting.Count);
            _waiting.Clear();
            foreach (var socket in _sockets)
                _ = socket.CancelAsync();
        }
    }

    private string AppendLocked(JsonObject activity, bool transient)
    {
        var number = ++_last;
        var activityId = string.Create(CultureInfo.InvariantCulture, $"{id}|{number:D7}");
        activity["id"] = activityId;
        activity["timestamp"] = time.GetUtcNow().UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        activity["channelId"] = DirectLineBot.Channel;
        activity["conversation"] = new JsonObject { ["id"] = id };
        activity["from"] ??= Activities.Bot();
        var json = JsonSerializer.SerializeToUtf8Bytes(activity);
        _log.Enqueue(new Kept(number, json, transient));
        _bytes += json.Length;
        while (_log.Count > options.MaxActivities || (_bytes > options.MaxConversationBytes && _log.Count > 1))
            _bytes -= _log.Dequeue().Json.Length;
        _more.TrySetResult();
        _more = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return activityId;
    }

    private void RememberTaken(string clientId, string activityId)
    {
        _taken[clientId] = activityId;
        _takenNames.Enqueue(clientId);
        if (_takenNames.Count > RememberedMessages)
            _taken.Remove(_takenNames.Dequeue());
    }

    private sealed record Answered(Answer Answer, bool? Vote);

    private readonly record struct Kept(long Number, byte[] Json, bool Transient);
}

/// <summary>A message that waits for its answer.</summary>
/// <param name="Message">What the user said.</param>
/// <param name="Id">The id its echo got, which the answer replies to.</param>
internal sealed record WaitingMessage(IncomingActivity Message, string Id);
