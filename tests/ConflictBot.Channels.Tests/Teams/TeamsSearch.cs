using System.Text.Json.Nodes;
using ConflictBot.Channels.Teams;
using ConflictBot.Channels.Tests.BotFramework;

namespace ConflictBot.Channels.Tests.Teams;

/// <summary>Searches as the message extension's users do.</summary>
internal static class TeamsSearch
{
    public static JsonObject Invoke(string query, string conversation = "c-1") => Sample.Activity("invoke", channel: TeamsChannel.Id, conversation: conversation)
        .With("name", MessageExtension.InvokeName)
        .With("value", new JsonObject
        {
            ["commandId"] = MessageExtension.CommandId,
            ["parameters"] = new JsonArray(new JsonObject { ["name"] = MessageExtension.ParameterName, ["value"] = query }),
        });
}
