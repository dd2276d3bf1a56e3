using System.Security.Cryptography;
using System.Text;
using ConflictBot.Core.Language;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Snowball;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace ConflictBot.Corpus.LuceneNet;

/// <summary>Lucene's own chain to the terms that <see cref="TextAnalyzer"/> makes: UAX #29 words, possessives, lower case, folding, our stop words, Porter2.</summary>
internal sealed class LuceneTextAnalyzer : Analyzer
{
    // Raised when the chain changes, so that an index made with another one is rebuilt.
    private const int ChainVersion = 1;

    private static readonly CharArraySet Stop = new(LuceneVersion.LUCENE_48, [.. StopWords.All], ignoreCase: false);

    /// <summary>Names the chain with its word list: two indexes with one version hold the same terms for the same text.</summary>
    public static string Version { get; } = $"{ChainVersion}-{Digest(StopWords.All)}";

    /// <summary>The terms of a text, each with its distance from the one before (1: next to it; more: stop words between), and the distance left over at the end.</summary>
    public (IReadOnlyList<(string Term, int Increment)> Terms, int Remainder) Analyze(string text)
    {
        var terms = new List<(string, int)>();
        using var stream = GetTokenStream("", text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        var increment = stream.GetAttribute<IPositionIncrementAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
            terms.Add((term.ToString()!, increment.PositionIncrement));
        stream.End();
        return (terms, increment.PositionIncrement);
    }

    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var words = new StandardTokenizer(LuceneVersion.LUCENE_48, reader);
        TokenStream chain = new EnglishPossessiveFilter(LuceneVersion.LUCENE_48, words);
        // Folding first: lower case has no single letter for the dotted capital I of Azerbaijani names.
        chain = new ASCIIFoldingFilter(chain);
        chain = new LowerCaseFilter(LuceneVersion.LUCENE_48, chain);
        chain = new InvisibleMarksFilter(chain);
        chain = new LengthFilter(LuceneVersion.LUCENE_48, chain, 1, int.MaxValue);
        chain = new StopFilter(LuceneVersion.LUCENE_48, chain, Stop);
        chain = new SnowballFilter(chain, new Lucene.Net.Tartarus.Snowball.Ext.EnglishStemmer());
        return new TokenStreamComponents(words, chain);
    }

    private static string Digest(IEnumerable<string> words) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', words.Order(StringComparer.Ordinal))))[..4]);
}
