using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ConflictBot.Core.Articles;

namespace ConflictBot.Corpus.Reading;

/// <summary>Finds, in an article's text, its title, byline, dateline, headings and body, and sets aside what is none of them.</summary>
/// <remarks>
/// Each block of the text becomes exactly one of: the title, the byline, the dateline, a paragraph, or omitted text with its reason.
/// When in doubt a block is body.
/// </remarks>
public static partial class ArticleOutliner
{
    /// <summary>A title, an author's line and a date stand within this many blocks of the text's start …</summary>
    private const int HeadBlocks = 8;

    /// <summary>… or, but for the title, of its end.</summary>
    private const int TailBlocks = 10;

    private const int LongestTitle = 300;
    private const int LongestHeading = 80;
    private const int LongestHeadingInWords = 11;

    /// <summary>Outlines a plain text.</summary>
    /// <param name="id">The article's id.</param>
    /// <param name="text">The text, kept as it is.</param>
    /// <param name="known">What is known of it; where that is silent, the text's own byline and dateline speak.</param>
    public static Article Outline(ArticleId id, string text, ArticleMetadata? known)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Outline(id, text, ParagraphFinder.Find(text), known);
    }

    internal static Article Outline(ArticleId id, string text, IReadOnlyList<TextBlock> blocks, ArticleMetadata? known)
    {
        var roles = new Outline(text, blocks);
        FindTitle(roles, known?.Title);
        SetAside(roles);
        FindByline(roles, known?.Author);
        FindDateline(roles);
        SetAsideTail(roles);
        FindHeadings(roles);
        return Build(id, roles, known);
    }

    private static void FindTitle(Outline outline, string? knownTitle)
    {
        var head = Math.Min(HeadBlocks, outline.Count);
        for (var i = 0; knownTitle is not null && i < head; i++)
        {
            if (SameTitle(outline[i], knownTitle))
            {
                outline.Set(i, BlockRole.Title);
                return;
            }
        }

        for (var i = 0; i < head; i++)
        {
            if (IsNoTitle(outline, i))
                continue;
            if (i + 1 < outline.Count && IsPageTitleOf(outline[i], outline[i + 1]))
                outline.Omit(i, "repeated title");
            else if (IsTitle(outline, i))
                outline.Set(i, BlockRole.Title);
            else
                return;
            if (outline.Role(i) == BlockRole.Title)
                return;
        }
    }

    private static bool IsNoTitle(Outline outline, int i) =>
        outline.Kind(i) == BlockKind.NotBody || Boilerplate.Reason(MediaLabel.Replace(outline[i], "")) is not null || BylineParser.IsByline(outline[i]) || SaysWhen(outline[i]);

    private static bool SaysWhen(string block) => DatelineParser.IsDateline(block) || DatelineParser.IsMonth(block);

    private static bool IsTitle(Outline outline, int i)
    {
        if (outline.Kind(i) == BlockKind.Heading)
            return true;
        if (outline.Kind(i) == BlockKind.Prose || outline[i].Length > LongestTitle || i + 1 >= outline.Count)
            return false;
        // A headline that ends like a sentence is told from a first paragraph by what follows: itself, or the author's line.
        var next = outline[i + 1];
        return outline[i][^1] is not ('.' or ',' or ';' or ':') || SameTitle(outline[i], next) || BylineParser.IsByline(next) || SaysWhen(next);
    }

    // "Headline | Outlet" above "Headline".
    private static bool IsPageTitleOf(string pageTitle, string title) =>
        pageTitle.Length > title.Length && title.Length > 10 && pageTitle.StartsWith(title, StringComparison.OrdinalIgnoreCase)
        && pageTitle.AsSpan(title.Length).TrimStart() is ['|' or '-' or '–' or '—' or '»' or '·' or ':', ..];

    private static bool SameTitle(string block, string title) => string.Equals(Plain(block), Plain(title), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string title) => White.Replace(MediaLabel.Replace(title, ""), " ").Replace('’', '\'').TrimEnd('.', ' ').TrimStart();

    private static void SetAside(Outline outline)
    {
        var title = outline.TextOf(BlockRole.Title);
        for (var i = 0; i < outline.Count; i++)
        {
            if (outline.Role(i) != BlockRole.Body)
                continue;
            if (outline.Kind(i) == BlockKind.NotBody)
                outline.Omit(i, outline.GivenReason(i) ?? "markup");
            else if (title is not null && SameTitle(outline[i], title))
                outline.Omit(i, "repeated title");
            else if (!SaysWhen(outline[i]) && Boilerplate.Reason(outline[i]) is { } reason)
                outline.Omit(i, reason);
        }
    }

    private static void FindByline(Outline outline, string? author)
    {
        for (var i = 0; i < outline.Count; i++)
        {
            if (outline.Role(i) != BlockRole.Body || !NearAnEnd(outline, i))
                continue;
            var names = author is not null && string.Equals(outline[i], author, StringComparison.OrdinalIgnoreCase);
            if (!names && !BylineParser.IsByline(outline[i]))
                continue;
            if (outline.TextOf(BlockRole.Byline) is null)
                outline.Set(i, BlockRole.Byline);
            else
                outline.Omit(i, "byline");
        }

        author ??= outline.TextOf(BlockRole.Byline) is { } byline ? BylineParser.Author(byline) : null;
        for (var i = Math.Max(0, outline.Count - TailBlocks); author is { Length: > 4 } && i < outline.Count; i++)
        {
            if (outline.Role(i) == BlockRole.Body && outline.OnlyOmittedAfter(i) && Boilerplate.IsBlurbOf(author, outline[i]))
                outline.Omit(i, "author note");
        }
    }

    private static void FindDateline(Outline outline)
    {
        var title = Enumerable.Range(0, Math.Min(HeadBlocks, outline.Count)).FirstOrDefault(i => outline.Role(i) == BlockRole.Title, -1);
        var datelines = Enumerable.Range(0, outline.Count)
            .Where(i => outline.Role(i) == BlockRole.Body && NearAnEnd(outline, i)
                && (DatelineParser.IsDateline(outline[i]) || (i < HeadBlocks && (DatelineParser.IsMonth(outline[i]) || (title >= 0 && i > title && DatelineParser.IsUnderHeadline(outline[i])))))).ToList();
        // Of two dates in an article's head, the one above its title is the page's: the day it was looked at.
        var own = title >= 0 && datelines.Exists(i => i > title && i < HeadBlocks) ? datelines.Find(i => i > title) : datelines.FirstOrDefault(-1);
        foreach (var i in datelines)
        {
            if (i == own)
                outline.Set(i, BlockRole.Dateline);
            else
                outline.Omit(i, "dateline");
        }
    }

    // Among the first or last blocks; in the middle of a longer text a date or a name may be a heading or an entry in a list.
    private static bool NearAnEnd(Outline outline, int i)
    {
        var prose = 0;
        for (var before = 0; before < i && i < HeadBlocks; before++)
            prose += outline.Role(before) == BlockRole.Body && outline[before].Length > LongestTitle / 2 ? 1 : 0;
        return (i < HeadBlocks && prose == 0) || i >= outline.Count - TailBlocks && outline.OnlyShortAfter(i, LongestTitle / 2);
    }

    private static void SetAsideTail(Outline outline)
    {
        for (var i = outline.Count - 1; i > 0; i--)
        {
            if (outline.Role(i) == BlockRole.Body)
            {
                var next = i + 1 < outline.Count && outline.Role(i + 1) == BlockRole.Omitted ? outline.OmittedReason(i + 1) : null;
                if (Boilerplate.TailReason(outline[i], next) is not { } reason)
                    return;
                outline.Omit(i, reason);
            }
        }
    }

    private static void FindHeadings(Outline outline)
    {
        var nextIsProse = false;
        for (var i = outline.Count - 1; i >= 0; i--)
        {
            if (outline.Role(i) != BlockRole.Body)
                continue;
            var heading = outline.Kind(i) == BlockKind.Heading || (outline.Kind(i) == BlockKind.Unknown && nextIsProse && LooksLikeHeading(outline[i]));
            if (heading)
                outline.Set(i, BlockRole.Heading);
            nextIsProse = !heading && (outline[i].Length > LongestHeading || ParagraphFinder.EndsSentence(outline[i], new TextSpan(0, outline[i].Length)));
        }
    }

    private static bool LooksLikeHeading(string block)
    {
        if (block.Length > LongestHeading || !(char.IsUpper(block[0]) || char.IsDigit(block[0])))
            return false;
        if (!char.IsLetterOrDigit(block[^1]) && block[^1] is not ('?' or ')'))
            return false;
        return block.AsSpan().Count(' ') < LongestHeadingInWords && !Colon.IsMatch(block);
    }

    private static Article Build(ArticleId id, Outline outline, ArticleMetadata? known)
    {
        var sentence = 0;
        Paragraph? title = null;
        TextSpan? byline = null, dateline = null;
        var paragraphs = ImmutableArray.CreateBuilder<Paragraph>();
        var omitted = ImmutableArray.CreateBuilder<OmittedText>();
        foreach (var i in outline.TitleFirst)
        {
            var span = outline.Span(i);
            switch (outline.Role(i))
            {
                case BlockRole.Title:
                    var label = MediaLabel.Match(span.In(outline.Text));
                    if (label.Success && label.Index > 0)
                    {
                        omitted.Add(new OmittedText(new TextSpan(span.Start + label.Index + label.Length - label.Value.TrimStart().Length, span.End), "media label"));
                        span = new TextSpan(span.Start, span.Start + label.Index);
                    }

                    title = ParagraphBuilder.Build(outline.Text, span, -1, 0, isHeading: false, ref sentence);
                    break;
                case BlockRole.Byline:
                    byline = span;
                    break;
                case BlockRole.Dateline:
                    dateline = span;
                    break;
                case BlockRole.Omitted:
                    omitted.Add(new OmittedText(span, outline.OmittedReason(i)));
                    break;
                default:
                    // An agency's place and date are no words of the report: its first sentence starts behind them.
                    if (dateline is null && outline.TextOf(BlockRole.Dateline) is null && paragraphs.All(p => p.IsHeading) && DatelineParser.OpeningLength(span.In(outline.Text)) is > 0 and var opening)
                    {
                        dateline = new TextSpan(span.Start, span.Start + span.In(outline.Text).AsSpan(0, opening).TrimEnd().Length);
                        span = new TextSpan(span.Start + opening, span.End);
                    }

                    paragraphs.Add(ParagraphBuilder.Build(outline.Text, span, paragraphs.Count, 0, outline.Role(i) == BlockRole.Heading, ref sentence));
                    break;
            }
        }

        return new Article
        {
            Id = id,
            Text = outline.Text,
            Title = title,
            Byline = byline,
            Dateline = dateline,
            Paragraphs = paragraphs.ToImmutable(),
            Omitted = [.. omitted.OrderBy(o => o.Span.Start)],
            Metadata = StatedMetadata.Complete(known, outline.TextOf(BlockRole.Byline), outline.TextOf(BlockRole.Dateline) ?? dateline?.In(outline.Text)),
        };
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex White { get; }

    // "Headline [PHOTO]", "Headline (VIDEO)".
    [GeneratedRegex(@"\s*[\[(](photos?|videos?|audio|updated?|photo/video|infographics?|exclusive)[\])]$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MediaLabel { get; }

    // "Armenia: 49" is a fact in a list, not a heading.
    [GeneratedRegex(@":\s*\S", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Colon { get; }
}
