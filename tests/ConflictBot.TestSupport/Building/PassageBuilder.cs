using System.Collections.Immutable;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Passages;

namespace ConflictBot.TestSupport.Building;

/// <summary>Builds one passage with an article of its own around it: one paragraph of one sentence.</summary>
public sealed class PassageBuilder(string article, int ordinal = 0)
{
    private string _body = "Nothing happened.";
    private string? _title = "Untitled";
    private ImmutableArray<string> _entities = [];
    private PartialDate? _published;

    public PassageBuilder WithBody(string body)
    {
        _body = body;
        return this;
    }

    /// <summary>Null leaves the article without a headline, so that its id stands for one.</summary>
    public PassageBuilder WithTitle(string? title)
    {
        _title = title;
        return this;
    }

    public PassageBuilder WithEntities(params string[] ids)
    {
        _entities = [.. ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return this;
    }

    public PassageBuilder Published(int year, int? month = null, int? day = null)
    {
        _published = new PartialDate(year, month, day);
        return this;
    }

    public Passage Build()
    {
        var span = new TextSpan(0, _body.Length);
        var paragraph = new Paragraph(0, span, 0, IsHeading: false, [new Sentence(0, span)]);
        return new Passage
        {
            Id = new PassageId(new ArticleId(article), ordinal),
            Article = new Article
            {
                Id = new ArticleId(article),
                Text = _body,
                Metadata = new ArticleMetadata { Title = _title, Published = _published },
                Paragraphs = [paragraph],
            },
            Paragraph = paragraph,
            FirstSentence = 0,
            SentenceCount = 1,
            Entities = _entities,
        };
    }
}
