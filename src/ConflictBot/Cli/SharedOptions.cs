using System.CommandLine;
using ConflictBot.Configuration;

namespace ConflictBot.Cli;

/// <summary>Options that several verbs have.</summary>
internal static class SharedOptions
{
    /// <summary>The setting that <c>--engine</c> stands for.</summary>
    public const string EngineKey = $"{IndexOptions.Section}:{nameof(IndexOptions.Engine)}";

    public static Option<string?> Articles() => new("--articles")
    {
        Description = "Answer from this folder, file or .jsonl alone, in place of the seeds and the data folder.",
        HelpName = "PATH",
    };

    public static Option<string?> Engine()
    {
        var option = new Option<string?>("--engine") { Description = "The engine that searches.", HelpName = "auto|memory|lucene" };
        option.AcceptOnlyFromAmong(IndexOptions.Auto, IndexOptions.Memory, IndexOptions.Lucene);
        return option;
    }
}
