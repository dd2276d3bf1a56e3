using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace ConflictBot.Configuration;

/// <summary>Names the bot knows beside those that come with it.</summary>
internal sealed class GazetteerOptions
{
    public const string Section = "Gazetteer";

    /// <summary>A file of further names, in the form of the bot's own; null for none. A relative path is taken from the folder the user stands in.</summary>
    [MaxLength(4096, ErrorMessage = "Gazetteer:File is longer than any path: 1 to 4096 characters are allowed, or null for no file.")]
    public string? File { get; set; }
}

[OptionsValidator]
internal sealed partial class GazetteerOptionsValidator : IValidateOptions<GazetteerOptions>;
