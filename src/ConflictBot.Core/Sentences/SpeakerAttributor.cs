using System.Collections.Immutable;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;

namespace ConflictBot.Core.Sentences;

/// <summary>Finds who says what, by rules over a sentence's reporting verbs and, for "It said …", the sentences before.</summary>
public sealed class SpeakerAttributor(SentenceAnalyzer analyzer)
{
    private const int MostSentencesBack = 5;

    /// <summary>The sentence's attributions, in the order of their clauses; empty where the outlet speaks in its own words.</summary>
    public ImmutableArray<Attribution> Attribute(AnalyzedSentence sentence) => Attribute(sentence, MostSentencesBack);

    private ImmutableArray<Attribution> Attribute(AnalyzedSentence sentence, int back)
    {
        var found = new List<(int At, Attribution Attribution)>();
        var whole = new TextSpan(0, sentence.Text.Length);
        if (AccordingTo(sentence) is { } source)
            found.Add((0, Named(sentence, source, whole)));
        foreach (var verb in ReportingVerbs(sentence))
        {
            var subject = SubjectBefore(sentence, verb) ?? SubjectAfter(sentence, verb);
            if (subject is null)
                continue;
            if (Resolve(sentence, subject.Value, whole, back) is { } attribution)
                found.Add((sentence.Tokens[verb].Start, attribution));
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
            var isFinite = word.EndsWith("ed", StringComparison.Ordinal) || word.EndsWith('s') || IrregularForms.Lemma(word) is not null
                || (i > 0 && sentence.Tokens[i - 1].Text is "they" or "officials" or "did" or "to");
            var isParticiple = word.EndsWith("ing", StringComparison.Ordinal);
            if (isParticiple ? i > 0 && sentence.Text[..sentence.Tokens[i].Start].TrimEnd().EndsWith(',') : isFinite)
                yield return i;
        }
    }

    private static TextSpan? AccordingTo(AnalyzedSentence sentence)
    {
        for (var i = 0; i + 2 < sentence.Tokens.Length; i++)
        {
            if (sentence.Tokens[i].Text != "according" || sentence.Tokens[i + 1].Text != "to" || sentence.IsQuoted(sentence.Tokens[i].Start))
                continue;
            var start = sentence.Tokens[i + 2].Start;
            var end = start;
            for (var j = i + 2; j < sentence.Tokens.Length; j++)
            {
                if (j > i + 2 && sentence.Text[sentence.Tokens[j - 1].End..sentence.Tokens[j].Start].AsSpan().IndexOfAny(",;:“") >= 0)
                    break;
                end = sentence.Tokens[j].End;
            }

            return new TextSpan(start, end);
        }

        return null;
    }

    /// <summary>The noun phrase left of the verb, back to the start of its clause.</summary>
    private static TextSpan? SubjectBefore(AnalyzedSentence sentence, int verb)
    {
        var verbStart = sentence.Tokens[verb].Start;
        var from = sentence.QuoteSpans.Where(q => q.End < verbStart).Select(q => q.End + 1).DefaultIfEmpty(0).Max();
        var last = verb - 1;
        while (last >= 0 && IsAdverbOrAuxiliary(sentence.Tokens[last].Text))
            last--;
        if (last < 0 || sentence.Tokens[last].End <= from)
            return null;
        if (sentence.Tokens[verb].Text.EndsWith("ing", StringComparison.Ordinal))
            return null;
        var first = last;
        while (first > 0 && sentence.Tokens[first - 1].Start >= from && !EndsClause(sentence, first - 1))
            first--;
        var span = new TextSpan(sentence.Tokens[first].Start, sentence.Tokens[last].End);
        return span.Length <= 0 ? null : span;
    }

    /// <summary>"…", said X.</summary>
    private static TextSpan? SubjectAfter(AnalyzedSentence sentence, int verb)
    {
        var afterQuote = verb > 0 && sentence.QuoteSpans.Any(q => q.End <= sentence.Tokens[verb].Start && sentence.Tokens[verb].Start - q.End <= 3);
        var first = verb + 1;
        if ((!afterQuote && !IsInverted(sentence, verb)) || first >= sentence.Tokens.Length)
            return null;
        var last = first;
        while (last + 1 < sentence.Tokens.Length
            && sentence.Text[sentence.Tokens[last].End..sentence.Tokens[last + 1].Start].AsSpan().IndexOfAny(",;:“.") < 0
            && sentence.Tokens[last + 1].Text is not ("on" or "in" or "at" or "during" or "after" or "by"))
            last++;
        return new TextSpan(sentence.Tokens[first].Start, sentence.Tokens[last].End);
    }

    /// <summary>"…, reported one eye witness": a comma before the verb and a noun phrase after it.</summary>
    private static bool IsInverted(AnalyzedSentence sentence, int verb) =>
        verb > 0 && sentence.Text[sentence.Tokens[verb - 1].End..sentence.Tokens[verb].Start].Contains(',')
        && verb + 1 < sentence.Tokens.Length && sentence.Tokens[verb + 1].Text is not ("that" or "it" or "its" or "to");

    private static bool EndsClause(AnalyzedSentence sentence, int token) =>
        sentence.Tokens[token].Text is "while" or "but" or "that" or "whereas" or "although" or "because" or "which" or "when" or "after" or "as"
        || (sentence.Tokens[token].Text is "and" && token + 1 < sentence.Tokens.Length && !char.IsUpper(sentence.Text[sentence.Tokens[token + 1].Start]))
        || sentence.Text[sentence.Tokens[token].End..sentence.Tokens[token + 1].Start].Contains(';');

    private static bool IsAdverbOrAuxiliary(string word) =>
        word is "also" or "has" or "had" or "have" or "later" or "then" or "again" or "is" or "was" or "were" or "did" or "not" or "t" or "didn't" or "didn’t"
            or "meanwhile" or "earlier" or "recently" or "repeatedly"
        || (word.Length > 4 && word.EndsWith("ly", StringComparison.Ordinal));

    private static bool IsBareQuotation(AnalyzedSentence sentence) =>
        sentence.QuoteSpans.Sum(q => q.Length) >= (sentence.Text.Length * 8) / 10;

    private Attribution? Resolve(AnalyzedSentence sentence, TextSpan subject, TextSpan clause, int back)
    {
        var words = sentence.Tokens.Where(t => subject.Contains(t.Start)).Select(t => t.Text).ToList();
        if (words.Count == 0)
            return null;
        var isPronoun = words.Count <= 3 && words[^1] is "he" or "she" or "it" or "they";
        var named = isPronoun ? null : TryNamed(sentence, subject, clause);
        if (named is not null)
            return named;
        var isDefinite = !isPronoun && words[0] is "the" or "his" or "her" or "its" or "a" or "one" || words[^1] is "officials" or "sources";
        if (!isPronoun && !isDefinite)
            return null;
        if (back > 0 && InheritedFrom(sentence, words, isPronoun, back) is { } inherited)
            return inherited with { Clause = clause, IsInherited = true };
        return isPronoun ? null : new Attribution(subject.In(sentence.Text), null, null, clause, IsInherited: false);
    }

    private Attribution? InheritedFrom(AnalyzedSentence sentence, List<string> words, bool isPronoun, int back)
    {
        var before = analyzer.Before(sentence);
        for (var i = 0; i < back && before is not null; i++, before = analyzer.Before(before))
        {
            var candidates = Attribute(before, back - 1 - i).Reverse().Where(a => a.Entity is not null || isPronoun);
            foreach (var candidate in candidates)
            {
                if (isPronoun ? AgreesWithPronoun(candidate, words[^1]) : AgreesWithNoun(candidate, words[^1]))
                    return candidate;
            }
        }

        return null;
    }

    private static bool AgreesWithPronoun(Attribution candidate, string pronoun) => pronoun switch
    {
        "he" or "she" => candidate.Entity is null or { Kind: EntityKind.Person },
        "it" => candidate.Entity is { Kind: EntityKind.Organisation or EntityKind.State or EntityKind.Place },
        _ => true,
    };

    private static bool AgreesWithNoun(Attribution candidate, string noun) =>
        noun is "statement" or "officials" or "sources"
            ? candidate.Entity is { Kind: EntityKind.Organisation or EntityKind.State }
            : candidate.Speaker.Contains(noun, StringComparison.OrdinalIgnoreCase);

    private static Attribution Named(AnalyzedSentence sentence, TextSpan phrase, TextSpan clause) =>
        TryNamed(sentence, phrase, clause) ?? new Attribution(phrase.In(sentence.Text), null, null, clause, IsInherited: false);

    /// <summary>The person the phrase names, else the body or state.</summary>
    private static Attribution? TryNamed(AnalyzedSentence sentence, TextSpan phrase, TextSpan clause)
    {
        var mentions = sentence.Mentions.Where(m => phrase.Contains(m.Span)).ToList();
        var person = mentions.Find(m => m.Entry.Kind == EntityKind.Person && !FollowsPreposition(sentence, m.Span, phrase));
        var name = sentence.Names.Where(n => phrase.Contains(n) && !FollowsPreposition(sentence, n, phrase)).Select(n => (TextSpan?)n).FirstOrDefault();
        var speaker = person ?? mentions.Find(m => m.Entry.Kind is EntityKind.Organisation && !FollowsPreposition(sentence, m.Span, phrase));
        if (speaker is null && name is { } unknown)
        {
            var side = mentions.Select(SideOf).FirstOrDefault(s => s is not null);
            return new Attribution(Phrase(sentence, unknown, phrase), null, side, clause, IsInherited: false);
        }

        speaker ??= mentions.Find(m => m.Entry.Kind is EntityKind.State or EntityKind.Place && !FollowsPreposition(sentence, m.Span, phrase));
        if (speaker is null)
            return null;
        var hasOwnSide = SideOf(speaker) ?? mentions.Select(SideOf).FirstOrDefault(s => s is not null);
        return new Attribution(Phrase(sentence, speaker.Span, phrase), speaker.StandsFor ?? speaker.Entry, hasOwnSide, clause, IsInherited: false);
    }

    private static string? SideOf(EntityMention mention) =>
        mention.StandsFor?.Id ?? (mention.Entry.Kind == EntityKind.State ? mention.Entry.Id : mention.Entry.Side);

    /// <summary>The name with the role words and adjectives right before and after it ("Armenian defense ministry spokeswoman Sushan Stepanyan").</summary>
    private static string Phrase(AnalyzedSentence sentence, TextSpan name, TextSpan within)
    {
        var first = sentence.TokenAt(name.Start);
        while (first > 0 && within.Contains(sentence.Tokens[first - 1].Start) && BelongsToName(sentence, first - 1))
            first--;
        var start = Math.Min(name.Start, first < sentence.Tokens.Length ? sentence.Tokens[first].Start : name.Start);
        var end = name.End;
        for (var next = sentence.TokenAt(end); next < sentence.Tokens.Length && within.Contains(sentence.Tokens[next].Start); next++)
        {
            var gap = sentence.Text[end..sentence.Tokens[next].Start];
            if (gap is not (" " or "-" or "’s " or "'s ") || (!char.IsUpper(sentence.Text[sentence.Tokens[next].Start]) && !IsBodyOrRole(sentence, next)))
                break;
            end = sentence.Tokens[next].End;
        }

        return sentence.Text[start..end].TrimEnd('’', '\'');
    }

    private static bool BelongsToName(AnalyzedSentence sentence, int token)
    {
        var gap = sentence.Text[sentence.Tokens[token].End..sentence.Tokens[token + 1].Start];
        return gap is " " or "-" or "’s " or "'s "
            && (IsBodyOrRole(sentence, token)
                || (char.IsUpper(sentence.Text[sentence.Tokens[token].Start]) && !StopWords.Contains(sentence.Tokens[token].Text)));
    }

    private static bool IsBodyOrRole(AnalyzedSentence sentence, int token) =>
        WordLists.Roles.Contains(sentence.Stems[token])
        || sentence.Tokens[token].Text is "ministry" or "defense" or "defence" or "foreign" or "interior" or "prime" or "government" or "council" or "security" or "state" or "service";

    private static bool FollowsPreposition(AnalyzedSentence sentence, TextSpan span, TextSpan phrase)
    {
        var token = sentence.TokenAt(span.Start) - 1;
        while (token >= 0 && (BelongsToName(sentence, token) || sentence.Tokens[token].Text is "the" or "a"))
            token--;
        return token >= 0 && phrase.Contains(sentence.Tokens[token].Start)
            && sentence.Tokens[token].Text is "with" or "to" or "from" or "by" or "on" or "in" or "against" or "between" or "amid" or "at" or "for" or "of";
    }
}
