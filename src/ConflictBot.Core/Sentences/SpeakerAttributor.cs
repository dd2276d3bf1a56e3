using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;

namespace ConflictBot.Core.Sentences;

/// <summary>Finds who says what, by rules over a sentence's reporting verbs and, for "It said …", the sentences before.</summary>
public sealed class SpeakerAttributor(SentenceAnalyzer analyzer)
{
    private const int MostSentencesBack = 5;

    /// <summary>The sentence's attributions, in the order of their clauses; empty where the outlet speaks in its own words.</summary>
    public ImmutableArray<Attribution> Attribute(AnalyzedSentence sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        sentence.Attributions ??= [.. Attribute(sentence, MostSentencesBack)];
        return ImmutableCollectionsMarshal.AsImmutableArray(sentence.Attributions);
    }

    private ImmutableArray<Attribution> Attribute(AnalyzedSentence sentence, int back)
    {
        if (sentence.Attributions is { } known)
            return ImmutableCollectionsMarshal.AsImmutableArray(known);
        var found = new List<(int At, Attribution Attribution)>();
        var whole = new TextSpan(0, sentence.Text.Length);
        if (SubjectFinder.AccordingTo(sentence) is { } source && SpeakerNames.Named(sentence, source, whole) is { } cited)
            found.Add((source.Start, cited with { Verb = "according to" }));
        foreach (var verb in ReportingVerbs(sentence))
        {
            if (SubjectFinder.Of(sentence, verb) is { } subject && Resolve(sentence, subject, whole, back, found) is { } attribution)
                found.Add((sentence.Tokens[verb].Start, attribution with { Verb = VerbText(sentence, verb) }));
        }

        if (found.Count == 0 && back > 0 && IsBareQuotation(sentence) && sentence.Ordinal > 0 && analyzer.Before(sentence) is { } before)
            return [.. Attribute(before, back - 1).TakeLast(1).Select(a => a with { Clause = whole, IsInherited = true })];
        return WithClauses(sentence, found);
    }

    /// <summary>Each of several speakers gets the text from their own clause's start to the next one's.</summary>
    private static ImmutableArray<Attribution> WithClauses(AnalyzedSentence sentence, List<(int At, Attribution Attribution)> found)
    {
        var distinct = new List<(int At, Attribution Attribution)>();
        foreach (var item in found.OrderBy(f => f.At))
        {
            if (distinct.Count == 0 || distinct[^1].Attribution.Speaker != item.Attribution.Speaker)
                distinct.Add(item);
        }

        var result = ImmutableArray.CreateBuilder<Attribution>(distinct.Count);
        for (var i = 0; i < distinct.Count; i++)
        {
            var start = i == 0 ? 0 : ClauseStart(sentence, distinct[i].At);
            var end = i + 1 == distinct.Count ? sentence.Text.Length : ClauseStart(sentence, distinct[i + 1].At);
            result.Add(distinct[i].Attribution with { Clause = new TextSpan(start, Math.Max(start, end)) });
        }

        return result.ToImmutable();
    }

    private static int ClauseStart(AnalyzedSentence sentence, int position)
    {
        for (var i = sentence.TokenAt(position) - 1; i > 0; i--)
        {
            if (sentence.Tokens[i].Text is "while" or "but" or "and" or "whereas" or "although")
                return sentence.Tokens[i].Start;
        }

        return position;
    }

    /// <summary>The tokens of reporting verbs in a finite form, outside quotations.</summary>
    private static IEnumerable<int> ReportingVerbs(AnalyzedSentence sentence)
    {
        for (var i = 0; i < sentence.Tokens.Length; i++)
        {
            var word = sentence.Tokens[i].Text;
            if (!WordLists.ReportingVerbs.Contains(sentence.Stems[i]) || sentence.IsQuoted(sentence.Tokens[i].Start))
                continue;
            var next = i + 1 < sentence.Tokens.Length ? sentence.Tokens[i + 1].Text : "";
            if (sentence.Stems[i] == "call" && next is not ("for" or "on" or "upon"))
                continue;
            var before = i > 0 ? sentence.Tokens[i - 1].Text : "";
            var isFinite = word.EndsWith("ed", StringComparison.Ordinal) || IrregularForms.Lemma(word) != word
                || (word.EndsWith('s') && i > 0 && MayBeSubject(sentence, i - 1)) || before is "they" or "did" or "officials" or "didn’t" or "didn't";
            if (isFinite && before is not ("be" or "been"))
                yield return i;
        }
    }

    private static string VerbText(AnalyzedSentence sentence, int verb)
    {
        var last = sentence.Stems[verb] == "call" ? verb + 1 : verb;
        return sentence.Text[sentence.Tokens[verb].Start..sentence.Tokens[last].End];
    }

    /// <summary>"claims" and "reports" are verbs only after somebody who claims or reports, or after what they said.</summary>
    private static bool MayBeSubject(AnalyzedSentence sentence, int token) =>
        sentence.Tokens[token].Text is "he" or "she" or "it" or "who" or "also" or "now"
        || SpeakerNames.IsBody(sentence.Tokens[token].Text)
        || (char.IsUpper(sentence.Text[sentence.Tokens[token].Start]) && sentence.Text[sentence.Tokens[token].End] is not ('’' or '\''))
        || sentence.Text[sentence.Tokens[token].End..sentence.Tokens[token + 1].Start].AsSpan().ContainsAny(",”\"");

    private static bool IsBareQuotation(AnalyzedSentence sentence) =>
        sentence.QuoteSpans.Sum(q => q.Length) >= (sentence.Text.Length * 8) / 10;

    private Attribution? Resolve(AnalyzedSentence sentence, TextSpan subject, TextSpan clause, int back, List<(int At, Attribution Attribution)> found)
    {
        var words = sentence.Tokens.Where(t => subject.Contains(t.Start)).Select(t => t.Text).ToList();
        if (words.Count == 0)
            return null;
        var isPronoun = words.Count <= 3 && words[^1] is "he" or "she" or "it" or "they";
        if (isPronoun && found.Count > 0)
            return found[^1].Attribution with { Clause = clause };
        if (!isPronoun && SpeakerNames.Named(sentence, subject, clause) is { } named)
            return named;
        if (!isPronoun && !words.Exists(SpeakerNames.IsBody))
            return null;
        if (back > 0 && (isPronoun || words[0] is "the") && InheritedFrom(sentence, words, isPronoun, back) is { } inherited)
            return inherited with { Clause = clause, IsInherited = true };
        return isPronoun || words.Count > 8 ? null : new Attribution(subject.In(sentence.Text), null, null, clause, IsInherited: false);
    }

    private Attribution? InheritedFrom(AnalyzedSentence sentence, List<string> words, bool isPronoun, int back)
    {
        var before = analyzer.Before(sentence);
        for (var i = 0; i < back && before is not null; i++, before = analyzer.Before(before))
        {
            foreach (var candidate in Attribute(before, back - 1 - i).Reverse())
            {
                if (isPronoun ? AgreesWithPronoun(candidate, words[^1]) : words.Exists(w => SpeakerNames.IsBody(w) && AgreesWithNoun(candidate, w)))
                    return candidate;
            }
        }

        return null;
    }

    private static bool AgreesWithPronoun(Attribution candidate, string pronoun) => pronoun switch
    {
        "he" or "she" => candidate.Entity is { Kind: EntityKind.Person } || (candidate.Entity is null && char.IsUpper(candidate.Speaker.Split(' ')[^1][0]))
            || candidate.Speaker.Split(' ').Any(w => WordLists.Roles.Contains(WordForms.StemAny(w.ToLowerInvariant()))),
        "it" => candidate.Entity is { Kind: EntityKind.Organisation or EntityKind.State or EntityKind.Place } || SpeakerNames.IsBody(candidate.Speaker.Split(' ')[^1].ToLowerInvariant()),
        _ => true,
    };

    private static bool AgreesWithNoun(Attribution candidate, string noun) =>
        noun is "statement" or "spokesman" or "spokesperson" or "spokeswoman"
            ? candidate.Entity is { Kind: EntityKind.Organisation or EntityKind.State }
            : candidate.Speaker.Contains(noun, StringComparison.OrdinalIgnoreCase);
}
