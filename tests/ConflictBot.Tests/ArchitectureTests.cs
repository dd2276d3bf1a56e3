using System.Reflection;
using ConflictBot.Channels.Rendering;
using ConflictBot.Core.Answers;
using ConflictBot.Corpus.Memory;

namespace ConflictBot.Tests;

/// <summary>Arrows point one way: the executable to Channels and Corpus, both to Core; Channels and Corpus never see each other.</summary>
public sealed class ArchitectureTests
{
    private static readonly Assembly Core = typeof(QuestionAnswerer).Assembly;
    private static readonly Assembly Corpus = typeof(MemoryPassageIndex).Assembly;
    private static readonly Assembly Channels = typeof(PlainTextRenderer).Assembly;

    [Fact]
    public void Core_sees_nothing_but_the_framework() =>
        References(Core).ShouldAllBe(name => name.StartsWith("System.", StringComparison.Ordinal) || name == "System" || name == "netstandard" || name == "mscorlib");

    [Fact]
    public void Corpus_and_Channels_do_not_see_each_other()
    {
        References(Corpus).ShouldNotContain(Channels.GetName().Name!);
        References(Channels).ShouldNotContain(Corpus.GetName().Name!);
    }

    [Fact]
    public void Neither_sees_the_executable()
    {
        var executable = typeof(ConflictBotBuilder).Assembly.GetName().Name!;
        foreach (var assembly in new[] { Core, Corpus, Channels })
            References(assembly).ShouldNotContain(executable);
    }

    [Fact]
    public void Corpus_sees_no_web_framework() =>
        References(Corpus).ShouldAllBe(name => !name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));

    private static string[] References(Assembly assembly) => [.. assembly.GetReferencedAssemblies().Select(r => r.Name!)];
}
