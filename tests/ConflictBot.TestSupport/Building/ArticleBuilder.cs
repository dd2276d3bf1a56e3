using System.Collections.Immutable;
using System.Text;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Passages;

namespace ConflictBot.TestSupport.Building;

/// <summary>Builds an article whose text is its title and paragraphs with blank lines between, and whose sentences are as given.</summary>
public sealed class ArticleBuilder(string id)
{
    private readonly StringBuilder _text = new();
    private readonly ImmutableArray<Paragraph>.Builder _paragraphs = ImmutableArray.CreateBuilder<Paragraph>();
    private ArticleMetadata _metadata = ArticleMetadata.Empty;
    private Paragraph? _title;
    private TextSpan? _byline;
    private TextSpan? _dateline;
    private int _sentences;

    /// <summary>The headline; call it before the first paragraph.</summary>
    public ArticleBuilder WithTitle(string title)
    {
        if (_text.Length > 0)
            throw new InvalidOperationException("The title comes first.");
        _title = Append(-1, isHeading: false, [title]);
        return this;
    }

    public ArticleBuilder WithByline(string line)
    {
        _byline = Append(line);
        return this;
    }

    public ArticleBuilder WithDateline(string line)
    {
        _dateline = Append(line);
        return this;
    }

    public ArticleBuilder WithMetadata(ArticleMetadata metadata)
    {
        _metadata = metadata;
        return this;
    }

    public ArticleBuilder Published(int year, int? month = null, int? day = null)
    {
        _metadata = _metadata with { Published = new PartialDate(year, month, day) };
        return this;
    }

    public ArticleBuilder WithParagraph(params string[] sentences)
    {
        _paragraphs.Add(Append(_paragraphs.Count, isHeading: false, sentences));
        return this;
    }

    public ArticleBuilder WithHeading(string text)
    {
        _paragraphs.Add(Append(_paragraphs.Count, isHeading: true, [text]));
        return this;
    }

    public Article Build() => new()
    {
        Id = new ArticleId(id),
        Text = _text.ToString(),
        Metadata = _metadata,
        Title = _title,
        Byline = _byline,
        Dateline = _dateline,
        Paragraphs = _paragraphs.ToImmutable(),
    };

    /// <summary>The article cut into passages, without entities unless a finder is given.</summary>
    public ImmutableArray<Passage> BuildPassages(Func<string, ImmutableArray<string>>? entitiesIn = null) =>
        new PassageSplitter(entitiesIn ?? (_ => [])).Split(Build());

    private TextSpan Append(string line)
    {
        if (_text.Length > 0)
            _text.Append("\n\n");
        var start = _text.Length;
        _text.Append(line);
        return new TextSpan(start, _text.Length);
    }

    private Paragraph Append(int index, bool isHeading, string[] sentences)
    {
        if (_text.Length > 0)
            _text.Append("\n\n");
        var start = _text.Length;
        var found = ImmutableArray.CreateBuilder<Sentence>(sentences.Length);
        foreach (var sentence in sentences)
        {
            if (found.Count > 0)
                _text.Append(' ');
            found.Add(new Sentence(_sentences++, new TextSpan(_text.Length, _text.Length + sentence.Length)));
            _text.Append(sentence);
        }

        return new Paragraph(index, new TextSpan(start, _text.Length), 0, isHeading, found.MoveToImmutable());
    }
}
