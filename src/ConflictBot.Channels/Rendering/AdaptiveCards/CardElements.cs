using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace ConflictBot.Channels.Rendering.AdaptiveCards;

/// <summary>An element of an Adaptive Card's body. Adaptive Cards 1.5 schema, section Elements and Containers.</summary>
public abstract record CardElement
{
    private protected CardElement()
    {
    }

    /// <summary>Whether a line is drawn above it.</summary>
    public bool Separator { get; init; }

    internal JsonObject ToJson()
    {
        var json = Body();
        if (Separator)
            json["separator"] = true;
        return json;
    }

    private protected abstract JsonObject Body();

    private protected static JsonArray ToJson(ImmutableArray<CardElement> elements) => new([.. elements.Select(e => (JsonNode)e.ToJson())]);
}

/// <summary>A line of the bot's own words.</summary>
/// <param name="Text">Hosts read Markdown in it: it holds nothing that an article or a user wrote.</param>
public sealed record CardText(string Text) : CardElement
{
    /// <summary>Whether it is a heading, for the eye and for screen readers.</summary>
    public bool IsHeading { get; init; }

    private protected override JsonObject Body()
    {
        var json = new JsonObject { ["type"] = "TextBlock", ["text"] = Text, ["wrap"] = true };
        if (!IsHeading)
            return json;
        json["weight"] = "Bolder";
        json["style"] = "heading";
        return json;
    }
}

/// <summary>Text in which nothing is markup: what articles and users wrote goes here.</summary>
public sealed record CardRichText(ImmutableArray<CardTextRun> Runs) : CardElement
{
    public CardRichText(CardTextRun run)
        : this(ImmutableArray.Create(run))
    {
    }

    private protected override JsonObject Body() =>
        new() { ["type"] = "RichTextBlock", ["inlines"] = new JsonArray([.. Runs.SelectMany(r => r.ToJson())]) };
}

/// <summary>A run of <see cref="CardRichText"/>.</summary>
/// <param name="Text">Shown as it is.</param>
public sealed record CardTextRun(string Text)
{
    public bool Bold { get; init; }

    public bool Subtle { get; init; }

    public bool Small { get; init; }

    /// <summary>Usually one run; more where the text holds what hosts replace even here: <c>{{DATE(…)}}</c>, whose braces are parted.</summary>
    internal IEnumerable<JsonNode> ToJson()
    {
        var from = 0;
        for (var at = Text.IndexOf("{{", StringComparison.Ordinal); at >= 0; at = Text.IndexOf("{{", at + 1, StringComparison.Ordinal))
        {
            yield return Run(Text[from..(at + 1)]);
            from = at + 1;
        }

        yield return Run(Text[from..]);
    }

    private JsonObject Run(string text)
    {
        var json = new JsonObject { ["type"] = "TextRun", ["text"] = text };
        if (Bold)
            json["weight"] = "Bolder";
        if (Subtle)
            json["isSubtle"] = true;
        if (Small)
            json["size"] = "Small";
        return json;
    }
}

/// <summary>Elements one below the other.</summary>
public sealed record CardContainer(ImmutableArray<CardElement> Items) : CardElement
{
    /// <summary>Whether it stands on a ground of its own.</summary>
    public bool Emphasised { get; init; }

    private protected override JsonObject Body()
    {
        var json = new JsonObject { ["type"] = "Container", ["items"] = ToJson(Items) };
        if (Emphasised)
            json["style"] = "emphasis";
        return json;
    }
}

/// <summary>Columns side by side, each as wide as the others.</summary>
public sealed record CardColumns(ImmutableArray<ImmutableArray<CardElement>> Columns) : CardElement
{
    private protected override JsonObject Body() => new()
    {
        ["type"] = "ColumnSet",
        ["columns"] = new JsonArray([.. Columns.Select(items => (JsonNode)new JsonObject
        {
            ["type"] = "Column",
            ["width"] = "stretch",
            ["items"] = ToJson(items),
        })]),
    };
}

/// <summary>Buttons in a row within the body. A row that is too long for its width is cut, and so are the titles in it.</summary>
public sealed record CardActionSet(ImmutableArray<CardAction> Actions) : CardElement
{
    private protected override JsonObject Body() => new() { ["type"] = "ActionSet", ["actions"] = new JsonArray([.. Actions.Select(a => (JsonNode)a.ToJson())]) };
}
