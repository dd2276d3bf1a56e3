using System.Globalization;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace ConflictBot.Corpus.LuceneNet;

/// <summary>Drops what a reader does not see as a letter: soft hyphens, joiners, diacritics written as characters of their own, Armenian stress marks.</summary>
/// <remarks>Lucene has no filter for these short of ICU; the core chain drops them too, and the two must make the same terms.</remarks>
internal sealed class InvisibleMarksFilter : TokenFilter
{
    private readonly ICharTermAttribute _term;

    public InvisibleMarksFilter(TokenStream input)
        : base(input) => _term = AddAttribute<ICharTermAttribute>();

    public override bool IncrementToken()
    {
        if (!m_input.IncrementToken())
            return false;
        var letters = _term.Buffer.AsSpan(0, _term.Length);
        var kept = 0;
        foreach (var c in letters)
        {
            if (c < 0x80 || !IsDropped(c, kept == 0 ? '\0' : letters[kept - 1]))
                letters[kept++] = c;
        }

        _term.Length = kept;
        return true;
    }

    private static bool IsDropped(char c, char before) => c switch
    {
        >= '\u0300' and <= '\u036F' => char.IsAsciiLetter(before),
        '\u055B' or '\u055C' or '\u055E' => true,
        _ => char.GetUnicodeCategory(c) == UnicodeCategory.Format,
    };
}
