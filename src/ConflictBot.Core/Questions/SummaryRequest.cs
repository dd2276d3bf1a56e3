using System.Text.RegularExpressions;
using ConflictBot.Core.Language;

namespace ConflictBot.Core.Questions;

/// <summary>Tells a request for an overview ("Summarise …", "What do the articles say about …") from a question, and what it is about.</summary>
internal static partial class SummaryRequest
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Milliseconds = 1000;

    /// <summary>Words that say from which side to look at a subject, and are no subject themselves.</summary>
    private static readonly HashSet<string> Aspects = new(
        new[]
        {
            "role", "relationship", "relation", "relations", "involvement", "part", "situation", "story", "background", "history", "topic", "subject", "issue", "matter", "event", "development",
            "play", "summary", "overview", "short", "brief", "main", "key", "important", "everything", "anything", "something", "point", "fact", "line", "whole", "general", "connection", "far", "latest", "recent", "timeline", "chronology", "news", "new",
        }.Select(WordForms.StemAny), StringComparer.Ordinal);

    /// <summary>What an overview is asked of; null where the question asks for none.</summary>
    public static string? SubjectOf(string question)
    {
        var match = Summarise().Match(question);
        if (!match.Success)
            match = Overview().Match(question);
        if (!match.Success)
            match = ArticlesSay().Match(question);
        if (!match.Success)
            match = TellAbout().Match(question);
        if (!match.Success)
            return null;
        var subject = InThese().Replace(match.Groups["subject"].Value.Trim(' ', '?', '.', '!', ':', ','), "").Trim();
        subject = Leading().Replace(subject, "").Trim();
        return Tokenizer.Tokenize(subject).Exists(t => QuestionWords.IsContent(t.Text)) ? subject : null;
    }

    /// <summary>Whether a word opens a request ("summarise", "compare", "list"), which is asked without a question mark.</summary>
    public static bool IsRequest(string word) =>
        word is "summarise" or "summarize" or "compare" or "contrast" or "list" or "name" or "give" or "show" or "tell" or "explain" or "describe" or "outline" or "quote" or "find" or "recap";

    /// <summary>Whether a unit says from which side to look, and not at what.</summary>
    public static bool IsAspect(QuestionUnit unit) => unit.Entity is null && Aspects.Contains(unit.Stem);

    /// <summary>"What happened in July 2020?", "the events of September 2022": whether nothing but a time is asked about.</summary>
    public static bool IsOfATime(AnalyzedQuestion question) => question.Dates is not null && question.Units.All(IsAspect);

    [GeneratedRegex(@"^((can|could|would) (you|u) )?(please )?(briefly )?(summari[sz]e|sum up|recap|outline)( (for me|me))?( (briefly|in brief|shortly|quickly))?\s*[:,]?\s*(?<subject>.+)$", Options, Milliseconds)]
    private static partial Regex Summarise();

    [GeneratedRegex(@"^((can|could|would) (you|u) )?(please )?((give|write|show|make|provide|get)( (me|us))? |i (need|want|would like) )?(an? |the )?((short|brief|quick|concise|general|little) ){0,2}(summary|overview|recap|rundown|outline|synopsis|digest)\s+(of|on|about|over|regarding)\s+(?<subject>.+)$", Options, Milliseconds)]
    private static partial Regex Overview();

    [GeneratedRegex(@"^(what|wat) (do|does|did|is|are|have|has) (the|these|those|your|all|all the|any)( [\w-]+)? (articles?|sources?|texts?|reports?|news|press|media|papers?) (say|tell|report|write|contain|have|know|mention|saying|reporting|said|reported|written)( (us|me))?\s+(about|on|of|regarding|concerning)\s+(?<subject>.+)$", Options, Milliseconds)]
    private static partial Regex ArticlesSay();

    [GeneratedRegex(@"^((can|could|would) (you|u) )?(please )?(tell|inform) (me|us)( (everything|all|something|more|a bit|a little|briefly|in short|what you know|what is known)){0,2}\s+(about|on|of|regarding)\s+(?<subject>.+)$|^what (do you know|is known|can you tell me|can you say) (about|of|on)\s+(?<subject>.+)$", Options, Milliseconds)]
    private static partial Regex TellAbout();

    [GeneratedRegex(@"[\s,]+((in|from|by|according to) (all )?(the|these|those|your) (articles?|sources?|texts?|reports?|news|documents?)|in all (this|that|of this|of it)|in (this|that) (conflict|dispute|story)|so far|please)(?=\s|$|[,.])", Options, Milliseconds)]
    private static partial Regex InThese();

    [GeneratedRegex(@"^((what|how) (do|does|did|have|has)? ?(the|these|your) (articles?|sources?|texts?|reports?|news) (say|tell|report|write|said|reported|contain|mention)( (about|on|of|regarding))?\s+)", Options, Milliseconds)]
    private static partial Regex Leading();
}
