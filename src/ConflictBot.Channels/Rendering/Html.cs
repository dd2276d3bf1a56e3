using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace ConflictBot.Channels.Rendering;

/// <summary>Builds HTML in which every hole of an interpolated string is encoded: markup comes only from literals, and from other <see cref="Html"/>.</summary>
public sealed class Html
{
    // Letters of every script stay readable in the page's source; what HTML gives a meaning to is always encoded.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _text = new();

    /// <summary>Appends literal markup with encoded values: <c>html.Add($"&lt;p&gt;{words}&lt;/p&gt;")</c>. Attribute values must stand in double quotes.</summary>
    public Html Add([InterpolatedStringHandlerArgument("")] Handler markup)
    {
        _ = markup;
        return this;
    }

    /// <summary>A constant of ours that is no markup to be encoded, such as a script.</summary>
    internal static Html Constant([System.Diagnostics.CodeAnalysis.ConstantExpected] string constant)
    {
        var html = new Html();
        html._text.Append(constant);
        return html;
    }

    public override string ToString() => _text.ToString();

    /// <summary>What the compiler turns an interpolated string into.</summary>
    [InterpolatedStringHandler]
    public readonly struct Handler
    {
        private readonly StringBuilder _text;

        public Handler(int literalLength, int formattedCount, Html html)
        {
            _ = formattedCount;
            ArgumentNullException.ThrowIfNull(html);
            _text = html._text;
            _text.EnsureCapacity(_text.Length + literalLength);
        }

        public void AppendLiteral(string markup) => _text.Append(markup);

        public void AppendFormatted(string? words)
        {
            if (!string.IsNullOrEmpty(words))
                _text.Append(Encoder.Encode(words));
        }

        public void AppendFormatted(int number) => _text.Append(FormattableString.Invariant($"{number}"));

        public void AppendFormatted(Html? markup) => _text.Append(markup?._text);
    }
}
