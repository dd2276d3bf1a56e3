using System.Collections.Immutable;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Answers;

/// <summary>Questions the articles can answer, made from whom they quote.</summary>
public sealed class SuggestedQuestions(ArticleLibrary library, SentenceAnalyzer analyzer, SpeakerAttributor attributor)
{
    private const int ArticlesLookedAt = 5;

    /// <summary>Two questions about an article, or about the first articles of the library.</summary>
    public ImmutableArray<string> Near(Article? article) => Of(article is null ? library.All.Take(ArticlesLookedAt).Select(a => a.Article) : [article], 2);

    /// <summary>Up to three questions that show what can be asked.</summary>
    public ImmutableArray<string> ToStartWith() => Of(library.All.Take(ArticlesLookedAt).Select(a => a.Article), 3);

    private ImmutableArray<string> Of(IEnumerable<Article> articles, int most)
    {
        var questions = new List<string>();
        foreach (var article in articles)
        {
            var speakers = article.Paragraphs.Where(p => !p.IsHeading).SelectMany(p => analyzer.Analyze(article, p))
                .SelectMany(s => attributor.Attribute(s).Where(a => a is { IsInherited: false, Entity.Kind: EntityKind.Person or EntityKind.Organisation }))
                .Select(a => a.Entity!)
                .GroupBy(e => e.Id, StringComparer.Ordinal)
                .OrderByDescending(g => g.Count())
                .Select(g => g.First());
            foreach (var speaker in speakers.Take(most))
            {
                var question = speaker.Kind == EntityKind.Person || speaker.Name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) || !speaker.Name.Contains(' ', StringComparison.Ordinal)
                    ? $"What did {speaker.Name} say?" : $"What did the {speaker.Name} say?";
                if (!questions.Contains(question, StringComparer.Ordinal))
                    questions.Add(question);
            }

            if (questions.Count >= most)
                break;
        }

        return [.. questions.Take(most)];
    }
}
