using System.Text;
using AngleSharp.Dom;
using ConflictBot.Core.Articles;

namespace ConflictBot.Corpus.Reading;

/// <summary>Writes out the text of an element, a block a paragraph, as a browser would show it.</summary>
/// <remarks>White space collapses as CSS Text 3 section 4.1 has it for <c>white-space: normal</c>; a no-break space stays. The parser nests no deeper than 512 elements.</remarks>
internal static class HtmlText
{
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "div", "section", "article", "main", "header", "body", "html", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "figure",
        "figcaption", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "address", "hr", "center", "details", "summary", "hgroup", "fieldset",
    };

    /// <summary>The text with the title first, and its blocks.</summary>
    /// <param name="root">What to write out.</param>
    /// <param name="title">The title; null where the page has none.</param>
    /// <param name="heading">The element that shows the title, which is not written a second time.</param>
    /// <param name="byName">Whether to leave out what only its class or id calls furniture.</param>
    public static (string Text, List<TextBlock> Blocks) Extract(IElement root, string? title, IElement? heading, bool byName)
    {
        var writer = new Writer();
        if (!string.IsNullOrWhiteSpace(title))
            writer.WriteBlock(title, BlockKind.Heading);
        Walk(root, e => ReferenceEquals(e, heading) || HtmlMainContent.IsFurniture(e) || (byName && HtmlMainContent.IsNamedFurniture(e)), writer);
        return writer.Finish();
    }

    /// <summary>An element's text on one line.</summary>
    public static string Inline(IElement element)
    {
        var text = new StringBuilder();
        foreach (var c in element.TextContent)
            AppendCollapsed(text, c);
        return text.ToString().Trim();
    }

    private static void Walk(IElement root, Func<IElement, bool> isLeftOut, Writer writer)
    {
        var pending = new Stack<(INode Node, bool Leaving)>();
        pending.Push((root, false));
        while (pending.TryPop(out var step))
        {
            if (step.Node is IText text)
            {
                writer.Append(text.Data);
                continue;
            }

            if (step.Node is not IElement element)
                continue;
            if (step.Leaving)
            {
                writer.Leave(element);
                continue;
            }

            if (!ReferenceEquals(element, root) && isLeftOut(element))
            {
                if (Blocks.Contains(element.LocalName))
                    writer.EndBlock();
                continue;
            }

            if (element.LocalName == "br")
            {
                writer.Break();
                continue;
            }

            if (Blocks.Contains(element.LocalName))
            {
                writer.Enter(element);
                pending.Push((element, true));
            }

            // By index: to find a node's sibling, AngleSharp looks through all of them.
            for (var i = element.ChildNodes.Length - 1; i >= 0; i--)
                pending.Push((element.ChildNodes[i], false));
        }
    }

    private static void AppendCollapsed(StringBuilder text, char c)
    {
        if (c is not (' ' or '\t' or '\n' or '\r' or '\f'))
            text.Append(c);
        else if (text.Length > 0 && text[^1] is not (' ' or '\n'))
            text.Append(' ');
    }

    private sealed class Writer
    {
        private readonly StringBuilder _text = new();
        private readonly StringBuilder _block = new();
        private readonly List<TextBlock> _blocks = [];
        private readonly Stack<BlockKind> _kinds = new([BlockKind.Unknown]);
        private int _captions;

        public void Append(string data)
        {
            foreach (var c in data)
                AppendCollapsed(_block, c);
        }

        // One line break stays in its block; two are a paragraph's end.
        public void Break()
        {
            while (_block.Length > 0 && _block[^1] == ' ')
                _block.Length--;
            if (_block.Length > 0 && _block[^1] == '\n')
                EndBlock();
            else if (_block.Length > 0)
                _block.Append('\n');
        }

        public void Enter(IElement element)
        {
            EndBlock();
            _captions += element.LocalName == "figcaption" ? 1 : 0;
            _kinds.Push(element.LocalName switch
            {
                "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => BlockKind.Heading,
                "p" or "li" or "blockquote" or "td" or "dd" or "pre" => BlockKind.Prose,
                _ => BlockKind.Unknown,
            });
        }

        public void Leave(IElement element)
        {
            EndBlock();
            _captions -= element.LocalName == "figcaption" ? 1 : 0;
            _kinds.Pop();
        }

        public void EndBlock()
        {
            var block = _block.ToString();
            _block.Clear();
            WriteBlock(block, _captions > 0 ? BlockKind.NotBody : _kinds.Peek());
        }

        public void WriteBlock(string block, BlockKind kind)
        {
            block = block.Trim();
            if (block.Length == 0)
                return;
            if (_text.Length > 0)
                _text.Append("\n\n");
            _blocks.Add(new TextBlock(new TextSpan(_text.Length, _text.Length + block.Length), kind, kind == BlockKind.NotBody ? "image caption" : null));
            _text.Append(block);
        }

        public (string Text, List<TextBlock> Blocks) Finish()
        {
            EndBlock();
            return (_text.ToString(), _blocks);
        }
    }
}
