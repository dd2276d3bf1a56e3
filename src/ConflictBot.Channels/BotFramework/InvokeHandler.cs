using System.Text.Json.Nodes;

namespace ConflictBot.Channels.BotFramework;

/// <summary>Answers the invokes of one name. Register one per name; the last registered counts.</summary>
/// <param name="Name">As activities have it: <c>composeExtension/query</c>.</param>
/// <param name="HandleAsync">The answer, for the activity and the site's address. Channels wait five seconds for some invokes.</param>
public sealed record InvokeHandler(string Name, Func<ReceivedActivity, Uri, CancellationToken, ValueTask<InvokeReply>> HandleAsync);

/// <summary>What an invoke is answered, in the response to its request.</summary>
/// <param name="Status">An HTTP status, 200 to 599.</param>
/// <param name="Body">JSON; null for none.</param>
public sealed record InvokeReply(int Status, JsonNode? Body = null);
