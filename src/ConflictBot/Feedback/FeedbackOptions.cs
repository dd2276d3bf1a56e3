using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace ConflictBot.Feedback;

/// <summary>What is kept of users' feedback, and for how long.</summary>
internal sealed class FeedbackOptions : IValidatableObject
{
    public const string Section = "Feedback";

    /// <summary>How many days feedback is kept, 0 to 3,650; 0: until it is deleted by hand.</summary>
    public int RetentionDays { get; set; } = 365;

    /// <summary>The longest comment kept, in characters, 0 to 4,000; a longer one is cut, and 0 keeps none.</summary>
    public int MaxCommentLength { get; set; } = 1000;

    /// <summary>How large all feedback may grow, in megabytes, 1 to 10,240; beyond it, new feedback is refused and what was acknowledged stays.</summary>
    public int MaxMegabytes { get; set; } = 64;

    // By hand: the generated validator drops the message of a range, and with it the section's name.
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (RetentionDays is < 0 or > 3650)
            yield return new ValidationResult("Feedback:RetentionDays must be a number from 0 to 3650; 0 keeps feedback until it is deleted by hand.", [nameof(RetentionDays)]);
        if (MaxCommentLength is < 0 or > 4000)
            yield return new ValidationResult("Feedback:MaxCommentLength must be a number from 0 to 4000.", [nameof(MaxCommentLength)]);
        if (MaxMegabytes is < 1 or > 10240)
            yield return new ValidationResult("Feedback:MaxMegabytes must be a number from 1 to 10240.", [nameof(MaxMegabytes)]);
    }
}

[OptionsValidator]
internal sealed partial class FeedbackOptionsValidator : IValidateOptions<FeedbackOptions>;
