using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;
using ConflictBot.Core.Questions;

namespace ConflictBot.Core.Sentences;

/// <summary>A sentence with what judging it needs. All spans are offsets into <see cref="Text"/>.</summary>
public sealed class AnalyzedSentence
{
    private readonly AliasMatcher _matcher;

    // A number for each stem, unequal for nearly all unequal ones: they are compared many at once, and a table of each sentence's stems would outweigh the sentence.
    private readonly int[] _marks;

    // Found when first asked for, since what stands around a candidate is mostly asked for its words alone. Finding it twice gives the same, so a race does no harm.
    private ImmutableArray<EntityMention> _mentions;
    private ImmutableArray<DateMention> _dates;
    private ImmutableArray<Quantity> _quantities;
    private ImmutableArray<TextSpan> _names;

    private Attribution[]?[]? _attributions;

    internal AnalyzedSentence(Article article, Paragraph paragraph, int ordinal, AliasMatcher matcher, WordPool words)
    {
        Article = article;
        Paragraph = paragraph;
        Ordinal = ordinal;
        _matcher = matcher;
        Text = Sentence.Span.In(article.Text);
        var tokens = Tokenizer.Tokenize(Text).ToArray();
        var stems = new string[tokens.Length];
        _marks = new int[tokens.Length];
        for (var i = 0; i < tokens.Length; i++)
        {
            var word = words.Of(tokens[i].Text);
            tokens[i] = tokens[i] with { Text = word.Text };
            stems[i] = word.Stem;
            _marks[i] = Mark(word.Stem);
        }

        Tokens = ImmutableCollectionsMarshal.AsImmutableArray(tokens);
        Stems = ImmutableCollectionsMarshal.AsImmutableArray(stems);
        var (start, end) = (paragraph.Span.Start, paragraph.Span.End);
        ContinuesQuotation = ordinal > 0 && QuotedText.IsOpenAfter(article.Text.AsSpan(start, Sentence.Span.Start - start), article.Text.AsSpan(Sentence.Span.Start, end - Sentence.Span.Start));
        QuoteSpans = [.. QuotedText.In(Text, ContinuesQuotation)];
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

    public ImmutableArray<EntityMention> Mentions => _mentions.IsDefault ? _mentions = [.. _matcher.Match(Text).Where(m => !IsNamesake(m))] : _mentions;

    public ImmutableArray<DateMention> Dates => _dates.IsDefault ? _dates = [.. DateExpressionParser.Parse(Text, Article.Metadata.Published)] : _dates;

    public ImmutableArray<Quantity> Quantities =>
        _quantities.IsDefault ? _quantities = [.. QuantityParser.Parse(Text, Tokens, [.. Dates.Select(d => d.Span)])] : _quantities;

    /// <summary>Whether it starts inside a quotation that an earlier sentence of its paragraph opened.</summary>
    public bool ContinuesQuotation { get; }

    private bool IsNamesake(EntityMention mention) =>
        mention.Entry.Kind == EntityKind.Person && mention.Span.In(Text) is var name && !name.Contains(' ', StringComparison.Ordinal) && Namesakes.IsSomebodyElse(Article, mention, name, _matcher);

    /// <summary>Whether it ends inside a quotation that a later sentence of its paragraph closes.</summary>
    public bool LeavesQuotationOpen => QuoteSpans is [.., { } last] && last.End == Text.Length && !IsQuoteEnd(Text[^1]);

    /// <summary>What stands between quotation marks, marks left out.</summary>
    public ImmutableArray<TextSpan> QuoteSpans { get; }

    /// <summary>Runs of capitalised words that no gazetteer knows and that look like names.</summary>
    public ImmutableArray<TextSpan> Names => _names.IsDefault ? _names = [.. NameFinder.Find(Text, Tokens, Mentions)] : _names;

    /// <summary>Who is speaking, once <see cref="SpeakerAttributor"/> has found out with so many hops: the same whoever asks, so a race does no harm.</summary>
    internal ref Attribution[]? Attributions(int hops) => ref (_attributions ??= new Attribution[SpeakerAttributor.MostHops + 1][])[hops];

    /// <summary>The first token with this stem, or −1.</summary>
    public int IndexOf(string stem)
    {
        ArgumentNullException.ThrowIfNull(stem);
        var mark = Mark(stem);
        for (var from = 0; _marks.AsSpan(from).IndexOf(mark) is >= 0 and var found; from += found + 1)
        {
            if (Stems[from + found] == stem)
                return from + found;
        }

        return -1;
    }

    public bool Has(string stem) => IndexOf(stem) >= 0;

    public bool IsQuoted(int position)
    {
        foreach (var quoted in QuoteSpans)
        {
            if (quoted.Contains(position))
                return true;
        }

        return false;
    }

    // Of the letters that differ most: the first, those inside, and the last.
    private static int Mark(string stem) => stem.Length == 0
        ? 0
        : stem.Length ^ (stem[0] << 4) ^ (stem[stem.Length / 3] << 10) ^ (stem[stem.Length / 2] << 16) ^ (stem[^1] << 22);

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
