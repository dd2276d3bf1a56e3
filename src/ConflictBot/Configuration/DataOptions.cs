using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace ConflictBot.Configuration;

/// <summary>Where articles are kept.</summary>
internal sealed class DataOptions
{
    public const string Section = "Data";

    /// <summary>The folder that <c>ingest</c> adds articles to; null: <c>ConflictBot</c> in the user's local application data.</summary>
    [MaxLength(4096, ErrorMessage = "Data:Directory is longer than any path: 1 to 4096 characters are allowed, or null for the user's local application data.")]
    public string? Directory { get; set; }

    /// <summary>Whether the five articles that come with the bot are among those it answers from.</summary>
    public bool Seeds { get; set; } = true;

    /// <summary>The folder in force, in full. A relative one is taken from the folder the user stands in.</summary>
    public string FullDirectory => Path.GetFullPath(string.IsNullOrWhiteSpace(Directory)
        ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "ConflictBot")
        : Directory);
}

[OptionsValidator]
internal sealed partial class DataOptionsValidator : IValidateOptions<DataOptions>;
