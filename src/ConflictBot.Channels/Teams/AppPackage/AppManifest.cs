using System.Text.Json.Nodes;

namespace ConflictBot.Channels.Teams.AppPackage;

/// <summary>The Teams app manifest, schema version 1.19.</summary>
internal static class AppManifest
{
    public const string SchemaVersion = "1.19";
    public const string Schema = $"https://developer.microsoft.com/en-us/json-schemas/teams/v{SchemaVersion}/MicrosoftTeams.schema.json";
    public const string ColorIcon = "color.png";
    public const string OutlineIcon = "outline.png";

    private static readonly string[] Scopes = ["personal", "team", "groupChat"];

    /// <param name="options">Without problems.</param>
    public static JsonObject Of(AppPackageOptions options)
    {
        var home = $"https://{options.Domain.ToLowerInvariant()}/";
        var bot = Id(options.BotId ?? options.AppId);
        return new JsonObject
        {
            ["$schema"] = Schema,
            ["manifestVersion"] = SchemaVersion,
            ["version"] = options.Version,
            ["id"] = Id(options.AppId),
            ["developer"] = new JsonObject
            {
                ["name"] = options.Name,
                ["websiteUrl"] = options.Website ?? home,
                ["privacyUrl"] = options.Privacy ?? $"{home}privacy",
                ["termsOfUseUrl"] = options.Terms ?? $"{home}terms",
            },
            ["name"] = new JsonObject { ["short"] = options.Name, ["full"] = $"{options.Name}: answers in quotes from news articles" },
            ["description"] = new JsonObject
            {
                ["short"] = "Answers about the Armenia–Azerbaijan conflict, in quotes from news articles.",
                ["full"] = """
                    Ask about the Armenia–Azerbaijan conflict and get the sentences of news articles that answer, word for word, each with outlet, date and speaker. Where sources differ, their claims stand side by side. Where the articles are silent, so is the bot: it writes no facts of its own, takes no side and knows no live news.

                    In a chat with the bot, just ask. In a channel or a group chat, mention it. In any message, the search command finds a passage and inserts it as a card.
                    """,
            },
            ["icons"] = new JsonObject { ["color"] = ColorIcon, ["outline"] = OutlineIcon },
            ["accentColor"] = AppIcons.AccentColor,
            ["defaultInstallScope"] = "personal",
            ["bots"] = new JsonArray(new JsonObject
            {
                ["botId"] = bot,
                ["scopes"] = Strings(Scopes),
                ["supportsFiles"] = false,
                ["isNotificationOnly"] = false,
                ["commandLists"] = new JsonArray(new JsonObject
                {
                    ["scopes"] = Strings(Scopes),
                    ["commands"] = new JsonArray(
                        Command("help", "What the bot knows and what can be asked"),
                        Command("more", "More excerpts on the last question"),
                        Command("sources", "The articles behind the last answer"),
                        Command("why this answer?", "How the last answer came about")),
                }),
            }),
            ["composeExtensions"] = new JsonArray(new JsonObject
            {
                ["botId"] = bot,
                ["canUpdateConfiguration"] = false,
                ["commands"] = new JsonArray(new JsonObject
                {
                    ["id"] = MessageExtension.CommandId,
                    ["type"] = "query",
                    ["title"] = "Search passages",
                    ["description"] = "Find a passage in the articles and insert it with its citation",
                    ["initialRun"] = true,
                    ["context"] = Strings(["compose", "commandBox"]),
                    ["parameters"] = new JsonArray(new JsonObject
                    {
                        ["name"] = MessageExtension.ParameterName,
                        ["title"] = "Words or a question",
                        ["description"] = "What the passage should speak of",
                        ["inputType"] = "text",
                    }),
                }),
            }),
            ["validDomains"] = Strings([options.Domain.ToLowerInvariant()]),
        };
    }

    private static string Id(string guid) => Guid.ParseExact(guid, "D").ToString("D");

    private static JsonObject Command(string title, string description) => new() { ["title"] = title, ["description"] = description };

    private static JsonArray Strings(IEnumerable<string> values) => new([.. values.Select(v => (JsonNode)v)]);
}
