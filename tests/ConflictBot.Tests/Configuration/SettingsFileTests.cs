using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using ConflictBot.Configuration;

namespace ConflictBot.Tests.Configuration;

public sealed class SettingsFileTests
{
    private static readonly JsonSerializerOptions Names = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Every options class there is, with the section it is read from.</summary>
    public static TheoryData<Type, string> Options
    {
        get
        {
            var data = new TheoryData<Type, string> { { typeof(ServerOptions), "" } };
            var types = typeof(ServerOptions).Assembly.GetTypes().Concat(ChannelAssembly().GetTypes());
            foreach (var type in types.Where(t => t.Name.EndsWith("Options", StringComparison.Ordinal)))
            {
                if (type.GetField("Section", BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)?.GetRawConstantValue() is string section)
                    data.Add(type, section);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void Every_option_stands_in_the_settings_file_with_its_default(Type type, string section)
    {
        using var file = Read();
        var node = section.Length == 0 ? file.RootElement : file.RootElement.GetProperty(section);
        var defaults = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties().Where(p => p.CanWrite))
        {
            node.TryGetProperty(property.Name, out var value).ShouldBeTrue($"{section}:{property.Name} is not documented in appsettings.json.");
            JsonSerializer.Deserialize(value, property.PropertyType, Names).ShouldBe(property.GetValue(defaults), $"{section}:{property.Name}");
        }
    }

    [Fact]
    public void The_settings_file_holds_nothing_that_no_option_reads()
    {
        using var file = Read();
        var known = Options.ToDictionary(row => (string)row[1], row => (Type)row[0], StringComparer.Ordinal);
        foreach (var member in file.RootElement.EnumerateObject().Where(m => m.Name is not "Logging"))
        {
            if (!known.TryGetValue(member.Name, out var type))
            {
                known[""].GetProperty(member.Name).ShouldNotBeNull(member.Name);
                continue;
            }

            foreach (var option in member.Value.EnumerateObject())
                type.GetProperty(option.Name).ShouldNotBeNull($"{member.Name}:{option.Name}");
        }
    }

    [Fact]
    public void Every_option_is_explained_by_a_comment_above_it()
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "appsettings.json"));
        for (var i = 1; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (line.StartsWith('"') && !line.EndsWith('{') && !line.Contains("LogLevel", StringComparison.Ordinal) && !IsLogLevel(line))
                lines[i - 1].Trim().ShouldStartWith("//", customMessage: line);
        }

        static bool IsLogLevel(string line) => line.StartsWith("\"Default\"", StringComparison.Ordinal)
            || line.StartsWith("\"Microsoft\"", StringComparison.Ordinal) || line.StartsWith("\"System\"", StringComparison.Ordinal);
    }

    private static Assembly ChannelAssembly() => Assembly.Load("ConflictBot.Channels");

    private static JsonDocument Read() => JsonDocument.Parse(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "appsettings.json")),
        new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
}
