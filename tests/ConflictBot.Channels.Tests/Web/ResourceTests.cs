using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using ConflictBot.Channels.Tests.Hosting;
using ConflictBot.Channels.Web;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Language;
using ConflictBot.TestSupport.Neutrality;

namespace ConflictBot.Channels.Tests.Web;

/// <summary>What the pages say stands in resources: all of it, and nothing else.</summary>
public sealed partial class ResourceTests
{
    private const BindingFlags Members = BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static TheoryData<string> Translations => [.. Enum.GetValues<QuestionLanguage>().Where(l => l != QuestionLanguage.English).Select(l => Wording.In(l).Tag)];

    private static readonly string UiTextSource = File.ReadAllText(Repository.PathTo("src", "ConflictBot.Channels", "Web", "UiText.cs"));

    [Fact]
    public void Every_string_that_the_pages_ask_for_is_there()
    {
        foreach (var property in typeof(UiText).GetProperties(Members))
            ((string)property.GetValue(null)!).ShouldNotBeNullOrWhiteSpace(property.Name);
        var strings = StringsOf(UiText.Resources);
        foreach (Match name in NameInCode().Matches(UiTextSource))
            strings.ShouldContainKey(name.Groups["name"].Value);
    }

    [Fact]
    public void Every_string_that_is_there_is_asked_for()
    {
        var properties = typeof(UiText).GetProperties(Members).Select(p => p.Name);
        var named = NameInCode().Matches(UiTextSource).Select(m => m.Groups["name"].Value);
        StringsOf(UiText.Resources).Keys.Order(StringComparer.Ordinal).ShouldBe(properties.Concat(named).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_string_is_shown_somewhere()
    {
        var sources = Directory.EnumerateFiles(Repository.PathTo("src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && Path.GetFileName(f) != "UiText.cs")
            .Select(File.ReadAllText);
        var used = sources.SelectMany(s => Use().Matches(s)).Select(m => m.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        typeof(UiText).GetMembers(Members).Where(m => m is PropertyInfo or MethodInfo { IsSpecialName: false })
            .Select(m => m.Name).Where(n => !used.Contains(n) && UsesInItself(n) == 0).ShouldBeEmpty();
    }

    [Fact]
    public void Every_hole_of_a_string_is_filled()
    {
        foreach (var method in typeof(UiText).GetMethods(Members).Where(m => !m.IsSpecialName))
        {
            foreach (var count in new[] { 1, 2, 1_234 })
            {
                var values = method.GetParameters().Select(p => p.ParameterType == typeof(int) ? count : p.ParameterType == typeof(double) ? (object)(1.0 / count) : "«words»").ToArray();
                var text = (string)method.Invoke(null, values)!;
                text.ShouldNotBeNullOrWhiteSpace(method.Name);
                text.ShouldNotContain("{");
            }
        }
    }

    [Fact]
    public void The_pages_on_privacy_and_terms_show_every_section_they_have()
    {
        var keys = StringsOf(LegalPages.Resources).Keys.Select(k => LegalKey().Match(k)).ToArray();
        keys.ShouldAllBe(m => m.Success);
        var parts = keys.ToLookup(m => m.Groups["page"].Value + m.Groups["part"].Value, m => int.Parse(m.Groups["number"].Value, CultureInfo.InvariantCulture));
        parts.Select(p => p.Key).ShouldBe(["PrivacyHeading", "PrivacyText", "TermsHeading", "TermsText"], ignoreOrder: true);
        foreach (var numbers in parts)
            numbers.Order().ShouldBe(Enumerable.Range(1, parts[numbers.Key.Replace("Text", "Heading", StringComparison.Ordinal)].Count()));
    }

    [Theory]
    [MemberData(nameof(Translations))]
    public void Every_string_stands_in_every_language(string tag)
    {
        var (english, strings) = (StringsOf(UiText.Resources), StringsOf(UiText.Resources, tag));
        strings.Keys.Order(StringComparer.Ordinal).ShouldBe(english.Keys.Order(StringComparer.Ordinal));
        strings[nameof(UiText.PageLanguage)].ShouldBe(tag);
        foreach (var (name, text) in strings)
        {
            text.ShouldNotBeNullOrWhiteSpace(name);
            Holes(text).ShouldBe(Holes(english[name]), name);
            text.Count(c => c == '\n').ShouldBe(english[name].Count(c => c == '\n'), name);
            LoadedWords.All.Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty(name);
        }
    }

    [Fact]
    public async Task The_scripts_say_only_what_the_page_gives_them()
    {
        using var folder = new WebChatFolder();
        await using var host = await WebHost.StartAsync(new() { ["Web:WebChatDirectory"] = folder.Path });
        var pages = await host.Client.GetStringAsync(new Uri("/", UriKind.Relative)) + await host.Client.GetStringAsync(new Uri("/?q=What%20did%20NATO%20say%3F", UriKind.Relative));
        foreach (var file in Directory.GetFiles(Repository.PathTo("src", "ConflictBot", "wwwroot"), "*.js"))
        {
            var script = Comment().Replace(await File.ReadAllTextAsync(file), "");
            foreach (Match given in Given().Matches(script))
                pages.ShouldContain($"data-{given.Groups["name"].Value}=\"");
            // What a person would read begins with a capital and has several words.
            Sentence().Matches(script).Select(m => m.Value).ShouldBeEmpty(Path.GetFileName(file));
        }
    }

    private static int UsesInItself(string name) =>
        Regex.Count(UiTextSource, $@"[(, ]{name}[),]", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))
        + Regex.Count(UiTextSource, $@"[^.\w]{name}\((?!int|double|string|\))", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static IEnumerable<string> Holes(string text) => Hole().Matches(text).Select(m => m.Value).Order(StringComparer.Ordinal);

    private static Dictionary<string, string> StringsOf(ResourceManager resources, string tag = "") =>
        resources.GetResourceSet(CultureInfo.GetCultureInfo(tag), createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>()
            .ToDictionary(e => (string)e.Key, e => (string)e.Value!, StringComparer.Ordinal);

    [GeneratedRegex(@"(?:Text|Format)\(""(?<name>\w+)""", RegexOptions.None, 1000)]
    private static partial Regex NameInCode();

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.None, 1000)]
    private static partial Regex Hole();

    [GeneratedRegex(@"\bUiText\.(?<name>\w+)", RegexOptions.None, 1000)]
    private static partial Regex Use();

    [GeneratedRegex(@"^(?<page>[A-Z][a-z]+)(?<number>[0-9]+)(?<part>Heading|Text)$", RegexOptions.None, 1000)]
    private static partial Regex LegalKey();

    [GeneratedRegex(@"\.dataset\.(?<name>\w+)", RegexOptions.None, 1000)]
    private static partial Regex Given();

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"[""'`][A-Z][a-z]+ [a-z]+[^""'`]*[""'`]", RegexOptions.None, 1000)]
    private static partial Regex Sentence();
}
