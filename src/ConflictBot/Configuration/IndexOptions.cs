using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace ConflictBot.Configuration;

/// <summary>Which engine searches.</summary>
internal sealed class IndexOptions
{
    public const string Section = "Index";

    public const string Auto = "auto";
    public const string Memory = "memory";
    public const string Lucene = "lucene";

    /// <summary><c>auto</c> (Lucene where it is compiled in, else memory), <c>memory</c> or <c>lucene</c>.</summary>
    [Required(ErrorMessage = "Index:Engine must be one of: auto, memory, lucene.")]
    [AllowedValues(Auto, Memory, Lucene, ErrorMessage = "Index:Engine must be one of: auto, memory, lucene.")]
    public string Engine { get; set; } = Auto;
}

[OptionsValidator]
internal sealed partial class IndexOptionsValidator : IValidateOptions<IndexOptions>;
