using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace ConflictBot.Core.Evaluation;

/// <summary>What came of reading a question set: the set, or what is wrong with the file.</summary>
public abstract record QuestionSetReadResult
{
    private QuestionSetReadResult()
    {
    }

    public sealed record Accepted(QuestionSet Set) : QuestionSetReadResult;

    /// <param name="Reason">A sentence a person can act on.</param>
    public sealed record Rejected(string Reason) : QuestionSetReadResult;
}

/// <summary>Reads question sets from JSON lines; the properties of the first line tell the format.</summary>
public static class QuestionSetReader
{
    public static async Task<QuestionSetReadResult> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return Read(await File.ReadAllLinesAsync(path, cancellationToken));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new QuestionSetReadResult.Rejected($"{path} can't be read: {e.Message}");
        }
    }

    public static QuestionSetReadResult Read(IReadOnlyList<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var questions = new List<object>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
                continue;
            try
            {
                using var document = JsonDocument.Parse(lines[i]);
                questions.Add(ReadQuestion(document.RootElement, questions.Count));
            }
            catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
            {
                return new QuestionSetReadResult.Rejected($"Line {i + 1} is no question of a known format: {e.Message}");
            }
        }

        return questions switch
        {
            [] => new QuestionSetReadResult.Rejected("The file holds no question."),
            _ when TryCast<NewsQuestion>(questions) is { } news => new QuestionSetReadResult.Accepted(new QuestionSet.News(news)),
            _ when TryCast<SquadQuestion>(questions) is { } squad => new QuestionSetReadResult.Accepted(new QuestionSet.Squad(squad)),
            _ when TryCast<WikiQaQuestion>(questions) is { } wiki => new QuestionSetReadResult.Accepted(new QuestionSet.WikiQa(wiki)),
            _ when TryCast<SpeakerLabel>(questions) is { } labels => new QuestionSetReadResult.Accepted(new QuestionSet.Speakers(labels)),
            _ => new QuestionSetReadResult.Rejected("The file mixes questions of several formats."),
        };
    }

    private static ImmutableArray<T>? TryCast<T>(List<object> questions) => questions.TrueForAll(q => q is T) ? [.. questions.Cast<T>()] : null;

    private static object ReadQuestion(JsonElement line, int ordinal)
    {
        if (line.TryGetProperty("reported", out var reported))
            return new SpeakerLabel(Text(line, "doc"), Text(line, "text"), reported.GetBoolean() ? ReadSpeaker(line) : null);
        var question = Text(line, "question");
        var id = line.TryGetProperty("id", out var given) ? given.ToString() : $"line{ordinal + 1}";
        if (line.TryGetProperty("all_of", out var allOf))
        {
            return new NewsQuestion(
                id, question, Text(line, "kind"), line.GetProperty("answerable").GetBoolean(),
                [.. allOf.EnumerateArray().Select(g => g.EnumerateArray().Select(e => new ExpectedText(Text(e, "doc"), Text(e, "text"))).ToImmutableArray())],
                line.TryGetProperty("thread", out var thread) ? thread.GetString() : null);
        }

        if (line.TryGetProperty("sentences", out var sentences))
        {
            ImmutableArray<int> relevant = [.. line.GetProperty("relevant").EnumerateArray().Select(r => r.GetInt32())];
            var count = sentences.GetArrayLength();
            if (relevant.Any(r => r < 0 || r >= count))
                throw new FormatException("\"relevant\" names a sentence that is not there.");
            return new WikiQaQuestion(question, [.. sentences.EnumerateArray().Select(s => s.GetString() ?? "")], relevant);
        }

        return new SquadQuestion(
            id, question, line.GetProperty("answerable").GetBoolean(), Text(line, "article"), line.GetProperty("paragraph").GetInt32(),
            [.. line.GetProperty("answers").EnumerateArray().Select(a => a.GetString() ?? "")]);
    }

    private static LabelledSpeaker ReadSpeaker(JsonElement line) => new(
        [Text(line, "speaker"), .. Texts(line, "speakers")],
        Text(line, "kind") == "person",
        [Text(line, "verb"), .. Texts(line, "verbs")],
        OptionalText(line, "side"),
        OptionalText(line, "date") is { } date ? DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
        OptionalText(line, "via"));

    private static IEnumerable<string> Texts(JsonElement element, string name) =>
        element.TryGetProperty(name, out var list) ? list.EnumerateArray().Select(e => e.GetString() ?? throw new FormatException($"\"{name}\" holds a null.")) : [];

    private static string? OptionalText(JsonElement element, string name) => element.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static string Text(JsonElement element, string name) =>
        element.GetProperty(name).GetString() ?? throw new FormatException($"\"{name}\" is null.");
}
