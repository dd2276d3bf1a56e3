using System.Text.Encodings.Web;
using System.Text.Json;
using ConflictBot.Channels.BotFramework;
using ConflictBot.Channels.Rendering;
using ConflictBot.Channels.Tests.Hosting;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Language;

namespace ConflictBot.Channels.Tests.Rendering;

/// <summary>The reviewed renderings stand in Golden/; set UPDATE_GOLDEN=1 to write them anew, and review the difference.</summary>
public sealed class RendererGoldenTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Uri Site = new("https://bot.example/");

    public static TheoryData<string> Kinds => ["supported", "disputed", "none", "hostile", "russian", "armenian"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task Plain_text_is_as_reviewed(string kind) => CheckAsync($"{kind}.txt", PlainTextRenderer.Render(Sample(kind)));

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task Html_is_as_reviewed(string kind) => CheckAsync($"{kind}.html", HtmlAnswerRenderer.Render(Sample(kind), Site).ToString());

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task Web_chat_activity_is_as_reviewed(string kind) =>
        CheckAsync($"{kind}.json", WebChatActivityRenderer.Render(Sample(kind), Site, new Uri(Site, "/?q=what%3F"), copies: true).ToJsonString(Readable));

    [Theory]
    [MemberData(nameof(Kinds))]
    public Task Markdown_is_as_reviewed(string kind) =>
        CheckAsync($"{kind}.md", new MarkdownActivityRenderer().Render(Sample(kind), new Uri("https://bot.example/")).Single()!["text"]!.GetValue<string>());

    [Theory]
    [InlineData(QuestionLanguage.English, "passage")]
    [InlineData(QuestionLanguage.Turkish, "passage.tr")]
    public Task A_passage_to_insert_is_as_reviewed(QuestionLanguage language, string name) =>
        CheckAsync($"{name}.json", AnswerCards.Passage(SampleAnswers.Supported.Excerpts[1], new Uri("https://bot.example/"), language).ToJson().ToJsonString(Readable));

    private static Answer Sample(string kind) => kind switch
    {
        "supported" => SampleAnswers.Supported,
        "disputed" => SampleAnswers.Disputed,
        "none" => SampleAnswers.None,
        "russian" => SampleAnswers.Russian,
        "armenian" => SampleAnswers.Armenian,
        _ => SampleAnswers.HostileAnswer,
    };

    private static async Task CheckAsync(string name, string rendered)
    {
        var path = Repository.PathTo("tests", "ConflictBot.Channels.Tests", "Rendering", "Golden", name);
        rendered = rendered.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            await File.WriteAllTextAsync(path, rendered);
        rendered.ShouldBe((await File.ReadAllTextAsync(path)).ReplaceLineEndings("\n"));
    }
}
