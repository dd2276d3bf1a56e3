using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace ConflictBot.Corpus.Reading;

/// <summary>Tells what on a news page is not the article: the reason, in a few words for readers, or null for what may be body.</summary>
/// <remarks>
/// A real paragraph must never be lost, so patterns are anchored, need the page's own voice ("follow us", "by signing up you"), apply to
/// short blocks only, and see no quoted words: a quotation is somebody's speech, never the page's.
/// </remarks>
internal static partial class Boilerplate
{
    /// <summary>Longer blocks are taken for body, whatever they say; in UTF-16 code units.</summary>
    private const int LongestBlock = 600;

    /// <summary>The most a line may measure for the patterns that say little by themselves (credits, links).</summary>
    private const int LongestLine = 220;

    /// <summary>Judges a block by its own words, wherever it stands.</summary>
    public static string? Reason(string block)
    {
        if (block.Length > LongestBlock)
            return null;
        if (!block.Any(char.IsLetterOrDigit))
            return "separator line";
        var bare = block.Trim(' ', '.', ':', '!', '|', '>', '<', '»', '«', '›', '‹', '→', '←', '•', '*', '#', '[', ']', '(', ')', '…', '-', '+').ToLowerInvariant();
        if (Navigation.Contains(bare))
            return "navigation";
        var own = Quotation.Replace(block, " ");
        if (block.Length <= LongestLine && LineReason(block, own) is { } line)
            return line;
        return OwnVoiceReason(own);
    }

    /// <summary>Judges a block after which nothing of the body follows, where less is needed to know the page's own voice.</summary>
    /// <param name="block">The block.</param>
    /// <param name="next">Why the block after it was set aside; null for the last.</param>
    public static string? TailReason(string block, string? next)
    {
        if (block.Length > LongestBlock)
            return null;
        var own = Quotation.Replace(block, " ");
        if (Thanks.IsMatch(own))
            return "closing words";
        if (Labels.IsMatch(own))
            return "tags";
        // An essay may end on "you" as well: only among the page's other appeals is it one of them.
        var amongAppeals = next is "subscription notice" or "newsletter notice" or "social media plea" or "closing words";
        return amongAppeals && SecondPerson.IsMatch(own) && ReadersMatter.IsMatch(own) ? "subscription notice" : null;
    }

    /// <summary>Whether a block near the article's end describes its author.</summary>
    public static bool IsBlurbOf(string author, string block) =>
        block.Length <= LongestBlock && block.StartsWith(author, StringComparison.OrdinalIgnoreCase) && AboutSomebody.IsMatch(block[author.Length..]);

    private static string? LineReason(string block, string own)
    {
        if (Breadcrumb.IsMatch(block))
            return "navigation";
        if (ImageCredit.IsMatch(block) || SlashCredit.IsMatch(block))
            return "image credit";
        if (PageStatistics.IsMatch(block))
            return "page statistics";
        if (EditorialCredit.IsMatch(own))
            return "editorial credit";
        if (Handles.IsMatch(own) || ShareButtons.IsMatch(own))
            return "social media links";
        return block[^1] != '.' && RelatedLink.IsMatch(own) ? "related link" : null;
    }

    private static string? OwnVoiceReason(string own)
    {
        if (AuthorContact.IsMatch(own))
            return "author note";
        if (Newsletter.IsMatch(own))
            return "newsletter notice";
        if (Subscription.IsMatch(own))
            return "subscription notice";
        if (Social.IsMatch(own))
            return "social media plea";
        if (Comments.IsMatch(own))
            return "comment section";
        return Legal.IsMatch(own) || (Terms.IsMatch(own) && (PagesVoice.IsMatch(own) || own[^1] != '.')) ? "legal notice" : null;
    }

    // Whole blocks, in lower case, without outer punctuation.
    private static readonly FrozenSet<string> Navigation = FrozenSet.ToFrozenSet(
    [
        "news", "home", "menu", "main menu", "search", "dismiss", "close", "accept", "accept all", "ok", "exit mobile version", "skip to content", "skip to main content",
        "back", "back to top", "top", "next", "previous", "prev", "next article", "previous article", "next post", "previous post", "next story", "load more",
        "show more", "see more", "view all", "see all", "more", "read more", "continue reading", "read next", "read also", "also read", "read the full story", "related", "related articles",
        "related news", "related posts", "related stories", "related topics", "more news", "more stories", "latest news", "breaking news", "top stories", "most read",
        "most popular", "popular", "trending", "trending now", "recommended", "recommended for you", "you may also like", "editor's picks", "editors' picks",
        "share", "share this", "share this article", "share this story", "tweet", "pin it", "print", "print this", "email", "e-mail", "copy link", "save", "save article",
        "facebook", "twitter", "instagram", "telegram", "whatsapp", "linkedin", "youtube", "rss", "log in", "login", "sign in", "sign up", "register", "subscribe",
        "subscribe now", "donate", "donate now", "about us", "contact", "contact us", "advertise", "advertise with us", "advertisement", "advertising", "sponsored",
        "sponsored content", "promoted", "cookie settings", "manage cookies", "loading", "play", "pause", "play video", "watch", "listen", "gallery", "photo gallery", "photos",
        "video", "photo", "photo/video", "live", "tags", "follow us", "world news", "toggle navigation", "view comments", "table of contents",
    ]);

    [GeneratedRegex("“[^”]*”|«[^»]*»|„[^“”]*[“”]|\"[^\"]*\"", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Quotation { get; }

    [GeneratedRegex(@"^[\p{L}&' -]{2,30}(\s*[>»›]\s*[\p{L}&' -]{2,40}){1,6}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Breadcrumb { get; }

    // "Photo: AFP", "Image source:", "(AP Photo/A. Name)", "© Getty Images", "[PHOTO]".
    [GeneratedRegex(
        @"^[\[(]?(featured |cover |file |main |header |lead )?(image|photo|picture|photograph|video|graphic|map|illustration|infographic)s?( source| credits?| courtesy| caption)?( of| by| from| via)?\s*[:©/|]|^[\[(]?(image|photo|picture|video|photograph)s? (by|courtesy|courtesy of|credit|via)\s.{2,80}$|^(credit|caption|source)s?:\s?.{0,80}$|[\[(](ap |afp |file |archive )?(photo|image|picture|file)s?\b[^)\]]{0,80}[)\]]$|(©|\bvia)\s?(getty|reuters|afp|ap|epa|tass|shutterstock|alamy)\b[^.]{0,40}$|\b(getty images|ap photo|afp photo|shutterstock)\b[^.]{0,40}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ImageCredit { get; }

    // "Troops on parade. / Some Agency."
    [GeneratedRegex(@"\s/\s?[\p{Lu}@][\p{L}\d.&'’-]*( [\p{L}\d.&'’-]+){0,4}\.?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SlashCredit { get; }

    [GeneratedRegex(@"^[\d.,]+ ?[km]? ?(views?|shares?|likes?|reads?|min(ute)?s?( read)?)( ago)?$|^(reading time|estimated reading time)\b.{0,40}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PageStatistics { get; }

    [GeneratedRegex(
        @"^\(?(?i:(additional )?(reporting|writing|editing)|edited|compiled|translated|translation) by:?(\s+(\p{Lu}[\p{L}.’'-]*|and|in|of|the|with|by|from|de|van|additional|editing|writing|reporting|translated)[,;:]?)+\.?\)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EditorialCredit { get; }

    [GeneratedRegex(@"^(@\w+[\s,|/&]*)+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Handles { get; }

    [GeneratedRegex(@"^(click to )?(share|tweet|post|send|e-?mail|print)( this| it| the)?( article| story| page| post| news| link)?( on| via| to| with| by)?([ ,&/|]*\b(and|or|a friend|your friends|friends|email|e-mail|" + Networks + @")\b)*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ShareButtons { get; }

    [GeneratedRegex(@"^(read|see|watch|listen|check)( also| more| this| next| too| here)?\s*[:|–—]|^(also read|read more|read also|see also|more on this|more on|more from|related|related (article|story|news)|recommended|don[’']t miss|you may also like)\s*[:|–—-]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RelatedLink { get; }

    [GeneratedRegex(
        @"^follow (him|her|them|me) (on|at)\b|[.,;:]\s+(you can )?follow (him|her|them|me) (on|at)\b[^.]{0,60}@|^about the (author|writer|reporter)s?\b|^the (author|writer)s? (is|are|was) (an? |the )?[\w -]{0,40}(journalist|reporter|editor|correspondent|columnist|analyst|fellow|professor|researcher|freelancer)|^(contact|reach|e-?mail) (the (author|writer|reporter)|him|her|them) (at|on|via)\b|\b(author|writer|reporter) can be (reached|contacted|followed) (at|on|via)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AuthorContact { get; }

    [GeneratedRegex(@"^[^.!?]{0,60}\bnewsletters?[!:]?$|^(please )?(sign up|subscribe|register|join|get|receive)\b.{0,200}\b(newsletter|inbox|e-?mail alerts?|bulletin|notifications|mailing list|telegram channel|whatsapp channel|youtube channel)\b|\bunsubscribe\b|^(keep|stay) (up[ -]to[ -]date|informed|updated|tuned|connected|up to speed)\b|^enter your e-?mail\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Newsletter { get; }

    [GeneratedRegex(
        @"^by (subscribing|signing up|registering|clicking|continuing|using this|submitting|providing)\b.{0,250}\byou\b|^(please |choose to |consider )*(support|supporting) (us|our|independent|open|quality|free|fearless|local|honest|public)\b.{0,250}\b(journalism|newsroom|reporting|subscri\w+|donat\w+|member\w*)|^(please )?(subscribe|donate)\b.{0,250}\b(now|today|monthly|us|our|journalism|access|articles)\b|^become (an? )?(\w+ )?(member|subscriber|supporter|patron)\b|^(already a (subscriber|member)|to continue reading|this (article|content|story) is (only )?(for|available)( only)?( to| for)? (subscribers|members|registered))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Subscription { get; }

    private const string Networks = "twitter|x|facebook|instagram|telegram|youtube|linkedin|whatsapp|google news|google|tiktok|vk|viber|reddit|pinterest|threads|bluesky|mastodon|rss|social media";

    [GeneratedRegex(
        @"^(you can |please |also )*(follow|like|find|join|connect with|visit|watch|add) ((us|our( \w+){0,2}|@\w+)( \w+){0,2} (on|at|via|in) (our )?(" + Networks + @")\b|[\w. ]{2,40} (on|at|via) (" + Networks + @")\b[^.]{0,20}@\w)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Social { get; }

    [GeneratedRegex(@"^(comments? (are|is|have been) (now )?(closed|disabled|off)\b.{0,60}|(no|\d+) comments?( yet)?|comments?( \(?\d+\)?)?|(leave|post|add|write) (a|your) (comment|reply)\b.{0,60}|join the (conversation|discussion)\b.{0,60}|(log ?in|sign in|you must be logged in)( or register)? to (post a )?(comment|reply)|be the first to comment|your e-?mail address will not be published\b.{0,120}|required fields are marked.{0,20})[.!]?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Comments { get; }

    [GeneratedRegex(@"(©|\(c\)|\bcopyright\b)\s*((19|20)\d\d|by\b)|©\s*\p{Lu}|\ball rights reserved\b|\bprotected by recaptcha\b|^(this|the|all|any|no part of)\b.{0,40}\b(materials?|content|articles?|story|publication|site)\b.{0,40}\bmay (not )?be (published|reproduced|copied|republished|redistributed|broadcast)\b|^(this|our) (web)?site uses cookies\b|^we use cookies\b|^(the )?(views|opinions)( and opinions)? expressed\b.{0,200}\b(author|writer|contributor)|^disclaimer\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Legal { get; }

    [GeneratedRegex(@"\b(terms of (service|use)|privacy (policy|notice)|cookie policy|terms (and|&) conditions)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Terms { get; }

    [GeneratedRegex(@"\b(you|your|we|our|this (web)?site)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PagesVoice { get; }

    [GeneratedRegex(@"^(thank you|thanks)( (so|very) much)?( for (reading|your \w+|subscribing|visiting).{0,60})?[.! ]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Thanks { get; }

    [GeneratedRegex(@"^(tags?|topics?|keywords?|categor(y|ies)|filed under|posted in|sources?|hashtags?)\s*:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Labels { get; }

    [GeneratedRegex(@"\b(you|your|yours)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SecondPerson { get; }

    [GeneratedRegex(@"\b(news|newspaper|journalism|content|access|website|site|subscri\w*|readers?|app|donat\w*|contribut\w*|online|digital|newsletter|articles?|stories)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ReadersMatter { get; }

    [GeneratedRegex(@"^,? (is|was|are|has been|covers|reports|writes|works|has (covered|reported|written|worked))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AboutSomebody { get; }
}
