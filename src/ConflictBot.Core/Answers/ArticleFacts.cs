using System.Collections.Immutable;
using System.Globalization;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Conversations;
using ConflictBot.Core.Language;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Retrieval;

namespace ConflictBot.Core.Answers;

/// <summary>Answers what is asked of an article itself: by its byline, its dateline or its headline, quoted from where they stand.</summary>
internal sealed class ArticleFacts(ArticleLibrary library, AnswerComposer composer)
{
    private const int MostArticles = 12;

    /// <param name="asked">What is asked, and of which article.</param>
    /// <param name="subject">Its subject, taken apart.</param>
    /// <param name="resolved">The question.</param>
    /// <param name="shows">Whether the user should see how it was read.</param>
    /// <param name="ranked">Sentences for the subject, best first.</param>
    /// <param name="conversation">What came before.</param>
    public Composition Compose(ArticleRequest asked, AnalyzedQuestion subject, string resolved, bool shows, ImmutableArray<Evidence> ranked, ConversationState conversation)
    {
        var words = Wording.In(subject.Language);
        var meant = Meant(asked, subject, ranked, conversation);
        if (meant.IsEmpty)
        {
            return asked.Subject is null ? Nothing(words.NothingYet, NoAnswerReason.Conversation, null)
                : composer.Refuse(subject, resolved, shows, ranked, 0);
        }

        var (found, text, missing) = asked.Fact switch
        {
            ArticleFact.Author => (meant.Select(Byline), null, words.ArticleHasNoAuthor),
            ArticleFact.Date => (meant.Select(Date), words.ArticleDate(words.Published(meant[0].Metadata)), words.ArticleHasNoDate),
            ArticleFact.Outlet => (meant.Select(Outlet), words.ArticleOutlet(meant[0].Metadata.Publisher ?? ""), words.ArticleHasNoOutlet),
            _ => (meant.Select(Headline), null, words.NoAnswer),
        };
        var claims = found.OfType<Claim>().ToImmutableArray();
        // An author that only the file's own data name stands in no line that could be quoted.
        if (claims.IsEmpty && asked.Fact == ArticleFact.Author && meant[0].Metadata.Author is { } author && Headline(meant[0]) is { } headline)
            (claims, text) = ([headline], words.ArticleAuthor(author));
        return claims.IsEmpty ? Nothing(missing, NoAnswerReason.NoEvidence, Headline(meant[0]))
            : Composition.Supported(claims.Length == 1 && text is not null ? text : words.Supported, resolved, shows, claims, 1, "The question is about an article itself, and not about what it tells.");

        Composition Nothing(string why, NoAnswerReason reason, Claim? near) => new(
            new NoAnswer { Text = why, Resolved = resolved, ResolvedFromConversation = shows, Reason = reason, Nearest = near is null ? [] : [near] }, [], 0, why);
    }

    /// <summary>The articles that are asked about: the last answer's, an outlet's or author's, or the one that speaks most of the subject.</summary>
    private ImmutableArray<Article> Meant(ArticleRequest asked, AnalyzedQuestion subject, ImmutableArray<Evidence> ranked, ConversationState conversation)
    {
        if (asked.Subject is null)
        {
            var quoted = conversation.LastAnswer?.Claims.Select(c => c.Citation.Article).DistinctBy(a => a.Id).ToImmutableArray() ?? [];
            return quoted.IsEmpty && (asked.OfSeveral || library.Count == 1) ? [.. library.All.Take(MostArticles).Select(a => a.Article)] : quoted;
        }

        var words = Words(asked.Subject);
        ImmutableArray<Article> signed = [.. library.All.Select(a => a.Article).Where(a => IsOf(a.Metadata.Publisher, words) || IsOf(a.Metadata.Author, words)).Take(MostArticles)];
        // A headline that speaks of it is the article's subject, a sentence may be an aside.
        var speaking = ranked.Where(e => Summary.SpeaksOf(subject, e))
            .OrderByDescending(e => e.Sentence.IsTitle).Select(e => e.Sentence.Article).DistinctBy(a => a.Id).ToImmutableArray();
        ImmutableArray<Article> both = signed.IsEmpty ? speaking : [.. speaking.Where(a => signed.Any(s => s.Id == a.Id))];
        var meant = both.IsEmpty ? signed : both;
        return [.. meant.Take(asked.OfSeveral ? MostArticles : 1)];
    }

    /// <summary>Whether the words name the outlet or author: all of its name, or nothing but words of it.</summary>
    private static bool IsOf(string? signature, List<string> words)
    {
        if (signature is null)
            return false;
        var name = Words(signature);
        return name.TrueForAll(words.Contains) || words.TrueForAll(name.Contains) || string.Concat(name) == string.Concat(words);
    }

    private static List<string> Words(string text) => Tokenizer.Tokenize(text).ConvertAll(t => t.Text);

    private static Claim? Byline(Article article) => Citation.OfByline(article) is { } line ? Quoting(line, article.Metadata.Author) : null;

    /// <summary>The line that states the date; the headline, whose citation tells it, where it was worked out.</summary>
    private static Claim? Date(Article article)
    {
        if (article.Metadata.Published is not { } day)
            return null;
        var year = day.Year.ToString("D4", CultureInfo.InvariantCulture);
        var stated = article.Metadata.PublishedInferred ? null
            : new[] { Citation.OfDateline(article), Citation.OfByline(article) }.FirstOrDefault(c => c?.Quote.Contains(year, StringComparison.Ordinal) == true);
        return stated is null ? Headline(article) : Quoting(stated, null);
    }

    private static Claim? Outlet(Article article)
    {
        if (article.Metadata.Publisher is not { } outlet)
            return null;
        return Citation.OfByline(article) is { } line && line.Quote.Contains(outlet, StringComparison.OrdinalIgnoreCase) ? Quoting(line, outlet) : Headline(article);
    }

    private static Claim? Headline(Article article) => Citation.OfTitle(article) is { } title ? Quoting(title, null) : null;

    private static Claim Quoting(Citation citation, string? emphasised)
    {
        var at = emphasised is null ? -1 : citation.Quote.IndexOf(emphasised, StringComparison.OrdinalIgnoreCase);
        return new Claim(citation, null, null, at < 0 ? [] : [new TextSpan(at, at + emphasised!.Length)]);
    }
}
