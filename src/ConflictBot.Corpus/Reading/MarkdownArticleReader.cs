using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using ConflictBot.Core.Articles;
using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;

namespace ConflictBot.Corpus.Reading;

/// <summary>Reads a Markdown file as one article. Its text is the file's own, marks included, so that offsets are into the file; YAML front matter is metadata.</summary>
public sealed partial class MarkdownArticleReader : IArticleReader
{
    /// <summary>More quotation or list marks in one line, or further indented, is no article: nesting costs the parser the square of its depth.</summary>
    private const int MostMarks = 64;

    private const int DeepestIndent = 256;

    private static readonly MarkdownPipeline Pipeline = BlocksOnly();

    public bool CanRead(string path) =>
        Path.GetExtension(path) is var ext && (ext.Equals(".md", StringComparison.OrdinalIgnoreCase) || ext.Equals(".markdown", StringComparison.OrdinalIgnoreCase));

    public async IAsyncEnumerable<ArticleReadResult> ReadAsync(
        string path, Func<ArticleId, ArticleMetadata?> metadata, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        yield return await SingleArticleFile.ReadAsync(path, metadata, Read, cancellationToken);
    }

    private static (Article? Article, string? Reason) Read(ArticleId id, string text, ArticleMetadata? known)
    {
        if (IsTooDeep(text))
            return (null, "The Markdown is nested too deeply.");
        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException e)
        {
            // Markdig refuses what is nested too deeply.
            return (null, $"The Markdown can't be read: {e.Message}");
        }

        var front = document.OfType<YamlFrontMatterBlock>().FirstOrDefault();
        var metadata = front is null ? known : KnownMetadata.Merge(known, FrontMatter.Parse(front.Lines.ToString()));
        var blocks = new List<TextBlock>();
        foreach (var leaf in document.Descendants<LeafBlock>())
        {
            if (Block(text, leaf) is { } block && (blocks.Count == 0 || block.Span.Start >= blocks[^1].Span.End))
                blocks.Add(block);
        }

        return (ArticleOutliner.Outline(id, text, blocks, metadata), null);
    }

    private static TextBlock? Block(string text, LeafBlock leaf) => leaf switch
    {
        HeadingBlock heading => Trimmed(text, Content(heading), BlockKind.Heading),
        ParagraphBlock paragraph when ImagesOnly.IsMatch(Source(text, paragraph.Span)) => Trimmed(text, paragraph.Span, BlockKind.NotBody, "image"),
        // In a list or quotation a line is prose, however short; at the top level it may be a byline or a date.
        ParagraphBlock paragraph => Trimmed(text, paragraph.Span, BlockKind.Prose),
        ThematicBreakBlock => Trimmed(text, leaf.Span, BlockKind.NotBody, "separator line"),
        YamlFrontMatterBlock => Trimmed(text, leaf.Span, BlockKind.NotBody, "metadata"),
        HtmlBlock or CodeBlock or LinkReferenceDefinition => Trimmed(text, leaf.Span, BlockKind.NotBody, "markup"),
        _ => null,
    };

    // Without the "##" before and the underline below.
    private static SourceSpan Content(HeadingBlock heading) =>
        heading.Inline is { FirstChild: { } first, LastChild: { } last } ? new SourceSpan(first.Span.Start, last.Span.End) : heading.Span;

    // The marks inside a paragraph stay in its text, so that only blocks are parsed: that is linear whatever the text holds.
    private static MarkdownPipeline BlocksOnly()
    {
        var builder = new MarkdownPipelineBuilder().UseYamlFrontMatter().UsePreciseSourceLocation();
        builder.InlineParsers.Clear();
        builder.InlineParsers.Add(new LiteralInlineParser());
        return builder.Build();
    }

    private static bool IsTooDeep(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var marks = 0;
            var i = 0;
            for (; i < line.Length && (line[i] is ' ' or '\t' or '>' || (line[i] is '-' or '*' or '+' && i + 1 < line.Length && line[i + 1] is ' ' or '\t')); i++)
                marks += line[i] is ' ' or '\t' ? 0 : 1;
            if (marks > MostMarks || (i > DeepestIndent && i < line.Length))
                return true;
        }

        return false;
    }

    private static string Source(string text, SourceSpan span) => text[Math.Max(0, span.Start)..Math.Min(text.Length, span.End + 1)];

    [GeneratedRegex(@"^(\[?!\[[^\]]{0,500}\]\([^)]{0,500}\)(\]\([^)]{0,500}\))?\s*){1,20}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ImagesOnly { get; }

    private static TextBlock? Trimmed(string text, SourceSpan span, BlockKind kind, string? reason = null)
    {
        var (start, end) = (Math.Max(0, span.Start), Math.Min(text.Length, span.End + 1));
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return end > start ? new TextBlock(new TextSpan(start, end), kind, reason) : null;
    }
}
