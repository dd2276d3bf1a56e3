using System.Collections.Immutable;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;

namespace ConflictBot.Core.Sentences;

/// <summary>Finds whom "he", "it" or "the ministry" stands for, in the sentences before.</summary>
/// <param name="analyzer">Gives the sentences before.</param>
/// <param name="attribute">A sentence's attributions, led back by no more than so many pronouns.</param>
internal sealed class Antecedents(SentenceAnalyzer analyzer, Func<AnalyzedSentence, int, ImmutableArray<Attribution>> attribute)
{
    // A pronoun, or "the ministry", stands for somebody in so many sentences before.
    private const int MostSentencesBack = 5;

    // Letters that a plural adds.
    private const int MostEnding = 3;

    /// <summary>The last speaker, or the last sentence's subject, that a pronoun may stand for; null where nobody is near.</summary>
    /// <param name="sentence">The sentence with the pronoun.</param>
    /// <param name="at">Where the pronoun stands.</param>
    /// <param name="pronoun">The pronoun, folded.</param>
    /// <param name="hops">How often the one it stands for may be a pronoun again.</param>
    public Attribution? OfPronoun(AnalyzedSentence sentence, TextSpan at, string pronoun, int hops)
    {
        // "Although the minister had left, he said …".
        if (at.Start > 0 && sentence.QuoteSpans.Length == 0 && (OpensSubordinate(sentence) || OpensWithWords(sentence, at.Start) || FollowsWhich(sentence, at.Start)) && Subject(sentence, at.Start) is { } own && Agrees(own, pronoun))
            return own;
        // "The parliament adopted a resolution, and it criticised …".
        if (pronoun == "it" && sentence.TokenAt(at.Start) is > 0 and var it && sentence.Tokens[it - 1].Text is "and" or "but"
            && Subject(sentence, at.Start) is { Entity.Kind: EntityKind.Organisation or EntityKind.State } body)
            return body;
        var before = analyzer.Before(sentence);
        Attribution? nearest = null;
        for (var i = 0; i < MostSentencesBack && hops > 0 && before is not null; i++, before = analyzer.Before(before))
        {
            var candidates = attribute(before, hops - 1);
            foreach (var candidate in candidates.Reverse())
            {
                // "They" for a ministry is said right after it; further back it is somebody else.
                if (Agrees(candidate, pronoun) && (i == 0 || pronoun is not ("they" or "them") || IsPlural(candidate)))
                    return Bare(candidate);
            }

            if (i == 0)
                nearest = candidates.LastOrDefault();
            if (candidates.IsEmpty && i == 0 && Subject(before, before.Text.Length) is { } subject && Agrees(subject, pronoun))
                return subject;
        }

        // "He" for a ministry: texts are translated by machine, and nobody else has spoken.
        return nearest is null || IsPlural(nearest) ? null : Bare(nearest);
    }

    /// <summary>Whom "the ministry", "the statement" or "both sides" stands for; null where nobody before is called so.</summary>
    public Attribution? OfNoun(AnalyzedSentence sentence, TextSpan phrase, int hops)
    {
        var words = sentence.Tokens.Where(t => phrase.Contains(t.Start) && !StopWords.Contains(t.Text)).Select(t => t.Text).ToList();
        if (words.Count == 0)
            return null;
        var isPair = words is ["two" or "both", _] or [_] && sentence.Tokens[sentence.TokenAt(phrase.Start)].Text is "the" or "both"
            && words[^1] is "nations" or "countries" or "sides" or "states"
            && (words.Count == 2 || sentence.Tokens[sentence.TokenAt(phrase.Start)].Text == "both");
        var before = analyzer.Before(sentence);
        for (var i = 0; i < MostSentencesBack && hops > 0 && before is not null; i++, before = analyzer.Before(before))
        {
            if (isPair && PairIn(before) is { } pair)
                return pair;
            var found = isPair ? null : attribute(before, hops - 1).Reverse().FirstOrDefault(c => IsCalled(c, words)) ?? BodyIn(before, words);
            if (found is not null)
                return Bare(found);
        }

        return null;
    }

    /// <summary>The speaker whose full name ends with one that stands alone: "Jane Doe, the minister, said …" before "Doe added …"; null where nobody near is called so.</summary>
    public Attribution? OfSurname(AnalyzedSentence sentence, string surname, int hops)
    {
        if (surname.Contains(' ', StringComparison.Ordinal))
            return null;
        var before = analyzer.Before(sentence);
        for (var i = 0; i < MostSentencesBack && hops > 0 && before is not null; i++, before = analyzer.Before(before))
        {
            if (attribute(before, hops - 1).LastOrDefault(a => a.Speaker.EndsWith(" " + surname, StringComparison.Ordinal) || a.Speaker == surname) is { SideId: not null } found)
                return found;
        }

        return null;
    }

    /// <summary>Whether the sentence opens with a clause whose subject may be the main one's too; of "A jeep drove up, it said" it never is.</summary>
    private static bool OpensSubordinate(AnalyzedSentence sentence) =>
        sentence.Tokens[0].Text is "although" or "though" or "while" or "when" or "as" or "after" or "before" or "because" or "since" or "if" or "until" or "once" or "whereas";

    /// <summary>"The ministry published pictures which, it says, prove it."</summary>
    private static bool FollowsWhich(AnalyzedSentence sentence, int position) =>
        sentence.TokenAt(position) is > 0 and var at && sentence.Tokens[at - 1].Text is "which" or "that" or "what" or "who";

    /// <summary>"Yerevan's answer came late: nobody had fired, it said."</summary>
    private static bool OpensWithWords(AnalyzedSentence sentence, int until) =>
        SubjectFinder.OfFirstVerb(sentence, until) is { } subject && sentence.Stems[sentence.TokenAt(subject.End) - 1] is var head
        && (WordLists.SpeechNouns.Contains(head) || WordLists.Documents.Contains(head) || head is "answer" or "repli");

    private static Attribution Bare(Attribution found) => found with { Verb = null, SaidOn = null, Via = null, PassesOn = false };

    private static bool Agrees(Attribution candidate, string pronoun) => pronoun switch
    {
        "he" or "she" or "him" or "her" => !IsPlural(candidate) && IsPerson(candidate),
        "it" => candidate.Entity is { Kind: EntityKind.Organisation or EntityKind.State or EntityKind.Place or EntityKind.Event }
            || SpeakerNames.IsBody(candidate.Speaker.Split(' ')[^1].ToLowerInvariant()),
        _ => true,
    };

    private static bool IsPerson(Attribution candidate) =>
        candidate.Entity is { Kind: EntityKind.Person }
        || (candidate.Entity is null && char.IsUpper(candidate.Speaker.Split(' ')[^1][0]))
        || (candidate.Entity is null && candidate.Speaker.Split(' ').Any(w => WordLists.Roles.Contains(WordForms.StemAny(w.ToLowerInvariant()))));

    private static bool IsPlural(Attribution candidate)
    {
        var last = candidate.Speaker.Split(' ')[^1];
        return candidate.Speaker.Contains(" and ", StringComparison.Ordinal)
            || (candidate.Entity is null && char.IsLower(last[0]) && last.EndsWith('s') && WordForms.StemAny(last) != last);
    }

    private static bool IsCalled(Attribution candidate, List<string> words)
    {
        if (words is ["statement" or "tweet" or "post"])
            return true;
        var known = Tokenizer.Tokenize($"{candidate.Phrase} {candidate.Speaker} {candidate.Entity?.Name}").ConvertAll(t => t.Text);
        return words.TrueForAll(w => known.Exists(k => IsSameWord(w, k)));
    }

    /// <summary>In another inflection at most: "authors" and "authorities" have one stem and are two words.</summary>
    private static bool IsSameWord(string one, string other) => one == other || (WordForms.StemAny(one) == WordForms.StemAny(other) && Math.Abs(one.Length - other.Length) <= MostEnding);

    /// <summary>A ministry or another body that a sentence names without its speaking.</summary>
    private static Attribution? BodyIn(AnalyzedSentence sentence, List<string> words)
    {
        var whole = new TextSpan(0, sentence.Text.Length);
        return sentence.Mentions.Where(m => m.Entry.Kind == EntityKind.Organisation).Reverse()
            .Select(m => SpeakerNames.Named(sentence, m.Span, whole)).OfType<Attribution>().FirstOrDefault(a => IsCalled(a, words));
    }

    /// <summary>The two states a sentence is about: "Azerbaijan and Turkey".</summary>
    private static Attribution? PairIn(AnalyzedSentence sentence)
    {
        var states = sentence.Mentions.Where(m => m.Entry.Kind == EntityKind.State).DistinctBy(m => m.Entry.Id).ToList();
        if (states is not [{ Form: AliasForm.Name } one, { Form: AliasForm.Name } other])
            return null;
        var text = $"{one.Span.In(sentence.Text)} and {other.Span.In(sentence.Text)}";
        return new Attribution(text, one.Entry, null, new TextSpan(0, sentence.Text.Length), IsInherited: true) { Phrase = text };
    }

    /// <summary>Who or what a sentence that reports nobody is about: its first verb's subject, if that stands before a position.</summary>
    private static Attribution? Subject(AnalyzedSentence sentence, int until) =>
        SubjectFinder.OfFirstVerb(sentence, until) is { } subject ? SpeakerNames.Named(sentence, subject, new TextSpan(0, sentence.Text.Length)) : null;
}
