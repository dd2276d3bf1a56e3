using System.Collections.Immutable;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;
using ConflictBot.Core.Questions;

namespace ConflictBot.Core.Sentences;

/// <summary>A sentence with what judging it needs. All spans are offsets into <see cref="Text"/>.</summary>
public sealed class AnalyzedSentence
{
    private readonly Dictionary<string, int> _firstOf = new(StringComparer.Ordinal);

    internal AnalyzedSentence(Article article, Paragraph paragraph, int ordinal, AliasMatcher matcher)
    {
        Article = article;
        Paragraph = paragraph;
        Ordinal = ordinal;
        Text = Sentence.Span.In(article.Text);
        Tokens = [.. Tokenizer.Tokenize(Text)];
        Stems = [.. Tokens.Select(t => WordForms.StemAny(t.Text))];
        for (var i = 0; i < Stems.Length; i++)
            _firstOf.TryAdd(Stems[i], i);
        Mentions = [.. matcher.Match(Text)];
        Dates = [.. DateExpressionParser.Parse(Text, article.Metadata.Published)];
        Quantities = [.. QuantityParser.Parse(Text, Tokens, [.. Dates.Select(d => d.Span)])];
        var (start, end) = (paragraph.Span.Start, paragraph.Span.End);
        ContinuesQuotation = ordinal > 0 && QuotedText.IsOpenAfter(article.Text.AsSpan(start, Sentence.Span.Start - start), article.Text.AsSpan(Sentence.Span.Start, end - Sentence.Span.Start));
        QuoteSpans = [.. QuotedText.In(Text, ContinuesQuotation)];
        Names = [.. NameFinder.Find(Text, Tokens, Mentions)];
    }

    public Article Article { get; }

    public Paragraph Paragraph { get; }

    /// <summary>0-based within the paragraph.</summary>
    public int Ordinal { get; }

    public Sentence Sentence => Paragraph.Sentences[Ordinal];

    public bool IsTitle => Paragraph.Index == -1;

    public string Text { get; }

    public ImmutableArray<Token> Tokens { get; }

    /// <summary>The stem of each token, stop words' too.</summary>
    public ImmutableArray<string> Stems { get; }

    public ImmutableArray<EntityMention> Mentions { get; }

    public ImmutableArray<DateMention> Dates { get; }

    public ImmutableArray<Quantity> Quantities { get; }

    /// <summary>Whether it starts inside a quotation that an earlier sentence of its paragraph opened.</summary>
    public bool ContinuesQuotation { get; }

    /// <summary>Whether it ends inside a quotation that a later sentence of its paragraph closes.</summary>
    public bool LeavesQuotationOpen => QuoteSpans is [.., { } last] && last.End == Text.Length && !IsQuoteEnd(Text[^1]);

    /// <summary>What stands between quotation marks, marks left out.</summary>
    public ImmutableArray<TextSpan> QuoteSpans { get; }

    /// <summary>Runs of capitalised words that no gazetteer knows and that look like names.</summary>
    public ImmutableArray<TextSpan> Names { get; }

    /// <summary>Who is speaking, once <see cref="SpeakerAttributor"/> has found out: the same whoever asks, so a race does no harm.</summary>
    internal Attribution[]? Attributions { get; set; }

    /// <summary>The first token with this stem, or −1.</summary>
    public int IndexOf(string stem) => _firstOf.GetValueOrDefault(stem, -1);

    public bool Has(string stem) => _firstOf.ContainsKey(stem);

    public bool IsQuoted(int position) => QuoteSpans.Any(q => q.Contains(position));

    private static bool IsQuoteEnd(char c) => c is '”' or '»' or '"';

    /// <summary>The token that starts at or after a position, or the number of tokens.</summary>
    public int TokenAt(int position)
    {
        for (var i = 0; i < Tokens.Length; i++)
        {
            if (Tokens[i].Start >= position)
                return i;
        }

        return Tokens.Length;
    }
}
