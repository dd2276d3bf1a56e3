using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ConflictBot.Core.Questions;

/// <summary>What is asked of an article itself, and not of what it tells.</summary>
public enum ArticleFact
{
    Author,
    Date,
    Outlet,
    Headline,
}

/// <summary>"Who wrote the article about the talks?", "when was this published?": a question of an article itself.</summary>
/// <param name="Fact">What is asked of it.</param>
/// <param name="Subject">What it is about or who published it, in the user's words; null for the articles that were quoted last.</param>
/// <param name="OfSeveral">Whether more than one article is asked about.</param>
public sealed partial record ArticleRequest(ArticleFact Fact, string? Subject, bool OfSeveral)
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Milliseconds = 1000;

    private const string Opening = @"^((and|so|but|ok|please),? )*";
    private const string Publishing = @"(published|written|posted|printed|released|issued|dated|put out|filed)";
    private const string Outlets = @"(news ?papers?|papers?|(news |media )?outlets?|media|(news |web ?)?sites?|news agency|agency|magazine|publication|publisher)";

    private static readonly ImmutableArray<(ArticleFact Fact, Regex Asks)> Ways =
    [
        (ArticleFact.Author, WhoIsTheAuthor()), (ArticleFact.Author, WhoWrote()), (ArticleFact.Author, ByWhom()), (ArticleFact.Author, WhatIsTheAuthor()),
        (ArticleFact.Date, WhenWas()), (ArticleFact.Date, WhenDid()), (ArticleFact.Date, WhatIsTheDate()),
        (ArticleFact.Outlet, WhichOutlet()), (ArticleFact.Outlet, WhoPublished()), (ArticleFact.Outlet, WhereWas()), (ArticleFact.Outlet, WhatIsTheOutlet()),
        (ArticleFact.Headline, WhatIsTheHeadline()), (ArticleFact.Headline, HowIsItTitled()),
    ];

    /// <summary>What is asked of an article itself; null where the question is of what the articles tell.</summary>
    /// <param name="question">In English, without its framing.</param>
    public static ArticleRequest? Of(string question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var asked = question.Trim(' ', '?', '.', '!', '…');
        foreach (var (fact, way) in Ways)
        {
            if (way.Match(asked) is { Success: true } match && Of(fact, match.Groups["of"].Value + match.Groups["rest"].Value) is { } request)
                return request;
        }

        return null;
    }

    private static ArticleRequest? Of(ArticleFact fact, string article)
    {
        if (Pointing().IsMatch(article))
            return new ArticleRequest(fact, null, OfSeveral: article is "these" or "those" or "them");
        if (Article().Match(article) is not { Success: true } named)
            return null;
        var subject = $"{named.Groups["before"].Value} {named.Groups["after"].Value}".Trim(' ', '"', '“', '”', '\'', ',', ':');
        return new ArticleRequest(fact, subject.Length == 0 ? null : subject, named.Groups["noun"].Value[^1] is 's' or 'S');
    }

    [GeneratedRegex(@"^(this|that|it|these|those|them)$", Options, Milliseconds)]
    private static partial Regex Pointing();

    // A report may be anybody's; an article, a story or a news report is the outlet's.
    [GeneratedRegex(@"^(the |this |that |these |those |your |an? )?(?<before>[^,]+? )??(?<noun>(news )?(articles?|story|stories|write-?ups?|dispatch|dispatches)|news (items?|pieces?|reports?)|piece|(?<=\b(this|that) )report)( ((all )?about|on|of|over|regarding|concerning|covering|describing|from|by|in|with|saying|claiming|reporting|mentioning|(that|which) (is about|says|said|tells of|mentions|reports|describes|covers)|titled|entitled|called|headlined|where|:) ?(?<after>.+))?$", Options, Milliseconds)]
    private static partial Regex Article();

    [GeneratedRegex(Opening + @"who(('s| is| are| was| were|'re) (the )?| )?(authors?|writers?|journalists?|reporters?|correspondents?)( (of|behind|for|on) (?<of>.+))?$", Options, Milliseconds)]
    private static partial Regex WhoIsTheAuthor();

    [GeneratedRegex(Opening + @"(who|who has|which (journalist|reporter|author|writer|person)|what (journalist|reporter|author|writer)) (actually )?(wrote|written|authored|penned|reported|filed|signed|writes) (?<of>.+)$", Options, Milliseconds)]
    private static partial Regex WhoWrote();

    [GeneratedRegex(Opening + @"(by whom|by who|who) (was|were|is|are) (?<of>.+?) (written|authored|penned|signed)( by)?(?<rest> (about|on|regarding|concerning) .+)?$", Options, Milliseconds)]
    private static partial Regex ByWhom();

    [GeneratedRegex(Opening + @"(what('s| is| was) |give me |tell me |name )?(the )?(names? of the )?(author|writer|byline|journalist)(s|'s name|s' names)? (of|on|for) (?<of>.+)$", Options, Milliseconds)]
    private static partial Regex WhatIsTheAuthor();

    [GeneratedRegex(Opening + @"when (was|were|is|are) (?<of>.+?) (first )?(" + Publishing + @"|from)(?<rest> (about|on|regarding|concerning) .+)?$", Options, Milliseconds)]
    private static partial Regex WhenWas();

    [GeneratedRegex(Opening + @"when did (?<of>.+?) (appear|come out|run|go online)$", Options, Milliseconds)]
    private static partial Regex WhenDid();

    [GeneratedRegex(Opening + @"((what('s| is| was) |give me |tell me )?(the )?((publication |publishing )?date|dateline|date of publication) (of|on|for) (?<of>.+)|how old (is|are) (?<of>.+)|(what|which) (date|day) (is|was) (?<of>.+?) (" + Publishing + @"|from)( on)?)$", Options, Milliseconds)]
    private static partial Regex WhatIsTheDate();

    [GeneratedRegex(Opening + @"(which|what) " + Outlets + @" (has |have )?(published|printed|ran|run|carried|carries|posted|wrote|put out) (?<of>.+)$", Options, Milliseconds)]
    private static partial Regex WhichOutlet();

    [GeneratedRegex(Opening + @"who (has )?(published|printed|ran|carried|posted|put out) (?<of>.+)$", Options, Milliseconds)]
    private static partial Regex WhoPublished();

    [GeneratedRegex(Opening + @"where (was|were|is|are|does|did) (?<of>.+?) (" + Publishing + @"|from|appear|come from)(?<rest> (about|on|regarding|concerning) .+)?$", Options, Milliseconds)]
    private static partial Regex WhereWas();

    [GeneratedRegex(Opening + @"(what|which)('s| is| was) (the )?(" + Outlets + @"|source) (of|behind|for) (?<of>.+)$", Options, Milliseconds)]
    private static partial Regex WhatIsTheOutlet();

    [GeneratedRegex(Opening + @"(what('s| is| was|s| are| were) |give me |tell me |quote )?(the )?(titles?|headlines?|heading|names?) (of|on) (?<of>.+)$", Options, Milliseconds)]
    private static partial Regex WhatIsTheHeadline();

    [GeneratedRegex(Opening + @"(how|what) (is|was|are|were) (?<of>.+?) (titled|called|headlined|entitled)$", Options, Milliseconds)]
    private static partial Regex HowIsItTitled();
}
