using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace ConflictBot.Feedback;

/// <summary>What is kept of users' feedback, and for how long.</summary>
internal sealed class FeedbackOptions
{
    public const string Section = "Feedback";

    /// <summary>How many days feedback is kept, 0 to 3,650; 0: until it is deleted by hand.</summary>
    [Range(0, 3650, ErrorMessage = "Feedback:RetentionDays must be a number from 0 to 3650; 0 keeps feedback until it is deleted by hand.")]
    public int RetentionDays { get; set; } = 365;

    /// <summary>The longest comment kept, in characters, 0 to 4,000; a longer one is cut, and 0 keeps none.</summary>
    [Range(0, 4000, ErrorMessage = "Feedback:MaxCommentLength must be a number from 0 to 4000.")]
    public int MaxCommentLength { get; set; } = 1000;

    /// <summary>How large all feedback may grow, in megabytes, 1 to 10,240; beyond it, new feedback is refused and what was acknowledged stays.</summary>
    [Range(1, 10240, ErrorMessage = "Feedback:MaxMegabytes must be a number from 1 to 10240.")]
    public int MaxMegabytes { get; set; } = 64;
}

[OptionsValidator]
internal sealed partial class FeedbackOptionsValidator : IValidateOptions<FeedbackOptions>;
