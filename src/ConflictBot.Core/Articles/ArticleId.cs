namespace ConflictBot.Core.Articles;

/// <summary>Names an article: its file's name without extension, or its <c>id</c> in a JSON-lines file. Compared ordinally.</summary>
public readonly record struct ArticleId : IComparable<ArticleId>
{
    /// <summary>The longest id accepted, in UTF-16 code units.</summary>
    public const int MaxLength = 200;

    private readonly string? _value;

    /// <exception cref="ArgumentException">The value is blank, too long, or holds a control character.</exception>
    public ArticleId(string value)
    {
        if (!IsValid(value))
            throw new ArgumentException($"An article id is 1 to {MaxLength} characters, none of them a control character.", nameof(value));
        _value = value;
    }

    public string Value => _value ?? "";

    public static bool IsValid(string? value) =>
        !string.IsNullOrWhiteSpace(value) && value.Length <= MaxLength && !value.Any(char.IsControl);

    public int CompareTo(ArticleId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
