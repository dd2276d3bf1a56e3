using ConflictBot.Core.Articles;

namespace ConflictBot.Corpus.Reading;

internal enum BlockRole
{
    Body,
    Heading,
    Title,
    Byline,
    Dateline,
    Omitted,
}

/// <summary>The blocks of a text with what each was found to be so far; body until something speaks against it.</summary>
internal sealed class Outline
{
    private readonly IReadOnlyList<TextBlock> _blocks;
    private readonly string[] _texts;
    private readonly BlockRole[] _roles;
    private readonly string?[] _reasons;

    public Outline(string text, IReadOnlyList<TextBlock> blocks)
    {
        Text = text;
        _blocks = blocks;
        _texts = [.. blocks.Select(b => Bare(b.Span.In(text)))];
        _roles = new BlockRole[blocks.Count];
        _reasons = new string?[blocks.Count];
    }

    public string Text { get; }

    public int Count => _blocks.Count;

    /// <summary>A block's words on one line, without the marks of Markdown emphasis around them.</summary>
    public string this[int i] => _texts[i];

    /// <summary>The title's block before all others, so that its sentences are counted first.</summary>
    public IEnumerable<int> TitleFirst => Enumerable.Range(0, Count).OrderBy(i => _roles[i] == BlockRole.Title ? 0 : 1);

    public TextSpan Span(int i) => _blocks[i].Span;

    public BlockKind Kind(int i) => _blocks[i].Kind;

    public string? GivenReason(int i) => _blocks[i].Reason;

    public BlockRole Role(int i) => _roles[i];

    public string OmittedReason(int i) => _reasons[i] ?? throw new InvalidOperationException($"Block {i} is not omitted.");

    public string? TextOf(BlockRole role) => Array.IndexOf(_roles, role) is var i and >= 0 ? _texts[i] : null;

    public void Set(int i, BlockRole role) => _roles[i] = role;

    public void Omit(int i, string reason)
    {
        _roles[i] = BlockRole.Omitted;
        _reasons[i] = reason;
    }

    private static string Bare(string block)
    {
        var line = block.AsSpan().IndexOfAny('\n', '\r') < 0 ? block : string.Join(' ', block.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line[0] is not ('*' or '_') || line.Trim('*', '_', ' ') is not { Length: > 0 } bare ? line : bare;
    }

    public bool OnlyOmittedAfter(int i) => Array.TrueForAll(_roles[(i + 1)..], r => r != BlockRole.Body);

    /// <summary>Whether no body block longer than <paramref name="length"/> follows.</summary>
    public bool OnlyShortAfter(int i, int length)
    {
        for (var after = i + 1; after < Count; after++)
        {
            if (_roles[after] == BlockRole.Body && _texts[after].Length > length)
                return false;
        }

        return true;
    }
}
