using System.Text.RegularExpressions;
using ConflictBot.Core.Conversations;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;

namespace ConflictBot.Core.Questions;

/// <summary>Splits a request for a comparison ("Compare A and B", "how does A's … compare with B's") into a question about each of the two.</summary>
public sealed partial class ComparedThings(AliasMatcher matcher)
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Milliseconds = 1000;

    // "the Armenian losses": a determiner and a side before what is counted.
    private const int MostBeforeTheCounted = 2;

    private readonly Ellipsis _ellipsis = new(matcher);

    /// <summary>The two questions, each with the words that tell it from the other; null where nothing is compared, or not two things that can be told apart.</summary>
    public (ComparedThing First, ComparedThing Second)? Split(string question)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (OfEach(question) is { } each)
            return each;
        var match = Imperative().Match(question);
        if (!match.Success)
            match = HowCompare().Match(question);
        if (!match.Success)
            match = Difference().Match(question);
        if (!match.Success)
            return null;
        var subject = match.Groups["subject"].Value.Trim(' ', '?', '.', '!');
        return match.Groups["other"].Success ? BySecondHalf(subject, match.Groups["other"].Value) : Coordinated(subject) ?? ByConnective(subject);
    }

    /// <summary>"What do the mayor and the teacher each say about …", "what do A and B accuse each other of", "how many, according to A and according to B": each is asked for alone.</summary>
    private (ComparedThing, ComparedThing)? OfEach(string question)
    {
        if (Each().Match(question) is { Success: true } each)
            return (OfOne(each.Groups["a"].Value), OfOne(each.Groups["b"].Value));
        if (OneAnother().Match(question) is { Success: true } mutual && IsNamed(mutual.Groups["a"].Value) && IsNamed(mutual.Groups["b"].Value))
            return (OfTheOther("a", "b"), OfTheOther("b", "a"));
        if (According().Match(question) is { Success: true } told && (told.Groups["again"].Success || (IsNamed(told.Groups["a"].Value) && IsNamed(told.Groups["b"].Value))))
            return (ToldBy(told.Groups["a"].Value), ToldBy(told.Groups["b"].Value));
        return null;

        ComparedThing OfOne(string who) => new($"{each.Groups["head"].Value} {who} {each.Groups["rest"].Value}", Undetermined(who));
        ComparedThing OfTheOther(string one, string other) =>
            new($"{mutual.Groups["head"].Value} {mutual.Groups[one].Value} {mutual.Groups["verb"].Value} {mutual.Groups[other].Value} {mutual.Groups["rest"].Value}", Undetermined(mutual.Groups[one].Value));
        ComparedThing ToldBy(string who) => new($"{told.Groups["head"].Value} according to {who}?", Undetermined(who));
    }

    private bool IsNamed(string text) => matcher.MatchApproximate(text).Count > 0;

    /// <summary>"the losses of A and B in …": two names or dates side by side, each with all that stands around both.</summary>
    private (ComparedThing, ComparedThing)? Coordinated(string subject)
    {
        var spans = matcher.MatchApproximate(subject).Where(m => m.Entry.Kind != EntityKind.Event).Select(m => m.Span)
            .Concat(DateExpressionParser.Parse(subject, null).Select(d => d.Span)).OrderBy(s => s.Start).ToList();
        for (var i = 0; i + 1 < spans.Count; i++)
        {
            if (spans[i].End > spans[i + 1].Start || !Joins().IsMatch(subject[spans[i].End..spans[i + 1].Start]))
                continue;
            var (a, b) = (spans[i], spans[i + 1]);
            var first = subject[..a.End] + subject[b.End..];
            var second = subject[..a.Start] + subject[b.Start..];
            return (Thing(Adjectival(first), a.In(subject)), Thing(Adjectival(second), b.In(subject)));
        }

        return null;
    }

    /// <summary>"the losses of Armenia" as "the Armenian losses": what stands right before its noun is known to be the noun's own side.</summary>
    private string Adjectival(string subject)
    {
        var tokens = Tokenizer.Tokenize(subject);
        for (var i = 1; i + 1 < tokens.Count; i++)
        {
            if (tokens[i].Text != "of" || !QuestionWords.IsContent(tokens[i - 1].Text))
                continue;
            var side = matcher.MatchApproximate(subject).FirstOrDefault(m => m.Span.Start == tokens[i + 1].Start && m is { Entry.Kind: EntityKind.State, Form: AliasForm.Name });
            if (side?.Entry.Aliases.FirstOrDefault(a => a.Form == AliasForm.Adjective) is { } adjective)
                return $"{subject[..tokens[i - 1].Start]}{adjective.Text} {subject[tokens[i - 1].Start..tokens[i - 1].End]}{subject[side.Span.End..]}";
        }

        return subject;
    }

    /// <summary>"the deaths in July with those in September": the second half is read as a fragment that changes the first.</summary>
    private (ComparedThing, ComparedThing)? ByConnective(string subject)
    {
        foreach (Match connective in Connective().Matches(subject))
        {
            if (BySecondHalf(subject[..connective.Index], subject[(connective.Index + connective.Length)..]) is { } found)
                return found;
        }

        return null;
    }

    private (ComparedThing, ComparedThing)? BySecondHalf(string first, string other)
    {
        var fragment = ThoseIn().Replace(other.Trim(' ', '?', '.', '!'), "").Trim();
        if (fragment.Length == 0 || _ellipsis.Replace(fragment, first, "and") is not { } second)
            return null;
        var (a, b) = (Different(first, second), Different(second, first));
        return a.Length == 0 || b.Length == 0 ? null : (Thing(first, a), Thing(second, b));
    }

    /// <summary>The words of one that the other lacks, from the first to the last.</summary>
    private static string Different(string text, string other)
    {
        var others = Tokenizer.Tokenize(other).Select(t => t.Text).ToHashSet(StringComparer.Ordinal);
        var own = Tokenizer.Tokenize(text).Where(t => !others.Contains(t.Text)).ToList();
        return own.Count == 0 ? "" : text[own[0].Start..own[^1].End];
    }

    private static ComparedThing Thing(string subject, string label)
    {
        var text = subject.Trim(' ', ',');
        var tokens = Tokenizer.Tokenize(text);
        label = label.EndsWith("'s", StringComparison.Ordinal) || label.EndsWith("’s", StringComparison.Ordinal) ? label[..^2] : label;
        var counted = tokens.FindIndex(t => QuestionWords.IsContent(t.Text) && !char.IsUpper(text[t.Start]));
        if (counted >= 0 && counted <= MostBeforeTheCounted && IsCounted(tokens[counted].Text))
            return new ComparedThing($"How many {Undetermined(text)}?", label);
        var asks = tokens.Count > 0 && (QuestionWords.Interrogative(tokens[0].Text) is not null || QuestionWords.IsAuxiliary(tokens[0].Text));
        return new ComparedThing(asks ? text + "?" : $"What was {Stands().Replace(text, "${stand}")}?", label);
    }

    /// <summary>Of two reactions, one is asked for at a time.</summary>
    [GeneratedRegex(@"\b(?<stand>reaction|position|response|stance|view|opinion|attitude)s\b", Options, Milliseconds)]
    private static partial Regex Stands();

    /// <summary>Nouns that are compared by how many of them there were.</summary>
    private static bool IsCounted(string word) =>
        word is "deaths" or "losses" or "casualties" or "fatalities" or "injuries" or "arrests" or "dead" or "wounded" or "killed" || (word.EndsWith('s') && Sentences.WordLists.People.Contains(WordForms.StemAny(word)));

    private static string Undetermined(string text) => text.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? text[4..] : text;

    [GeneratedRegex(@"^(?<head>(what|which|how|why|when|where|who|whom)\b.*?\b(did|do|does|have|has|had|are|were|was|is|will|would))\s+(?<a>[^,]+?)\s+and\s+(?<b>[^,]+?)\s+(each(?!\s+other\b)|respectively)\s+(?<rest>.+)$", Options, Milliseconds)]
    private static partial Regex Each();

    [GeneratedRegex(@"^(?<head>what (did|do|does|have|has)|what (are|were))\s+(?<a>[^,]+?)\s+and\s+(?<b>[^,]+?)\s+(?<verb>accus(e|ed|ing)|blam(e|ed|ing))\s+(one another|each other)\s+(?<rest>(of|for)\b.*)$", Options, Milliseconds)]
    private static partial Regex OneAnother();

    [GeneratedRegex(@"^(?<head>.+?),?\s+according to\s+(?<a>[^,]+?),?\s+and\s+(?<again>according to\s+)?(?<b>[^,?]+?)\s*\??$", Options, Milliseconds)]
    private static partial Regex According();

    [GeneratedRegex(@"^((can|could|would) (you|u) )?(please )?(compare|contrast)\s+(?<subject>.+)$", Options, Milliseconds)]
    private static partial Regex Imperative();

    [GeneratedRegex(@"^how (do|does|did|is|are|was|were) (?<subject>.+?)\s+(compared?|differ(ent)?)\s+(with|to|from|than)\s+(?<other>.+)$|^(?<subject>.+?)[\s,]+(as )?compared (with|to)\s+(?<other>.+)$|^how (do|does|did) (?<subject>.+?)\s+(compare|differ)\W*$", Options, Milliseconds)]
    private static partial Regex HowCompare();

    [GeneratedRegex(@"^(what( is|['’]s| are| was| were)? )?(the |any )?differen(ce|ces|t)\s+(between|in|of)\s+(?<subject>.+)$", Options, Milliseconds)]
    private static partial Regex Difference();

    [GeneratedRegex(@"^(['’]s?)?\s*(,\s*)?(and|with|to|vs\.?|versus|or|&|against)\s+(the\s+|in\s+|of\s+|that of\s+|those of\s+)?$", Options, Milliseconds)]
    private static partial Regex Joins();

    [GeneratedRegex(@"\s+(with|to|and|vs\.?|versus|against|from)\s+", Options, Milliseconds)]
    private static partial Regex Connective();

    [GeneratedRegex(@"^(with |to |of )?(those|that|the ones?|the same|these)\s+(of\s+|from\s+)?", Options, Milliseconds)]
    private static partial Regex ThoseIn();
}

/// <summary>One of two things that are compared.</summary>
/// <param name="Question">The question about it alone.</param>
/// <param name="Label">What tells it from the other, in the user's words.</param>
public sealed record ComparedThing(string Question, string Label);
