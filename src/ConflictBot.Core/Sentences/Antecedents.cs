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

    // Somebody who only acts is "he" or "she" in so many sentences after, where nobody speaks between.
    private const int ActsWithin = 3;

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
        if (at.Start > 0 && sentence.QuoteSpans.Length == 0 && (OpensSubordinate(sentence) || (IsOfAPerson(pronoun) && sentence.Text.AsSpan(0, at.Start).Contains(':')) || OpensWithWords(sentence, at.Start) || FollowsWhich(sentence, at.Start)) && Subject(sentence, at.Start) is { } own && Agrees(own, pronoun))
            return own;
        // "The parliament adopted a resolution, and it criticised …".
        if (pronoun == "it" && sentence.TokenAt(at.Start) is > 0 and var it && sentence.Tokens[it - 1].Text is "and" or "but"
            && Subject(sentence, at.Start) is { Entity.Kind: EntityKind.Organisation or EntityKind.State } body)
            return body;
        var before = analyzer.Before(sentence);
        Attribution? nearest = null;
        var silent = true;
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
            silent &= candidates.IsEmpty;
            // "Jane Doe grows apples. Her trees are old. 'Who will eat them?' she asked."
            if (silent && i < (IsOfAPerson(pronoun) ? ActsWithin : 1) && Actor(before, pronoun) is { } actor)
                return actor;
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
        // "The border service stopped the car, the service said".
        if (!isPair && BodyIn(sentence, words, phrase.Start) is { } own)
            return own;
        var before = analyzer.Before(sentence);
        for (var i = 0; i < MostSentencesBack && hops > 0 && before is not null; i++, before = analyzer.Before(before))
        {
            if (isPair && PairIn(before) is { } pair)
                return pair;
            var found = isPair ? null : attribute(before, hops - 1).Reverse().FirstOrDefault(c => IsCalled(c, words)) ?? BodyIn(before, words, before.Text.Length);
            if (found is not null)
                return Bare(found);
        }

        return isPair || hops == 0 ? null : InOpening(sentence, words);
    }

    /// <summary>A body that the article's headline or first paragraph names in full: what it is about.</summary>
    private Attribution? InOpening(AnalyzedSentence sentence, List<string> words)
    {
        var article = sentence.Article;
        return new[] { article.Title, article.Paragraphs.FirstOrDefault(p => !p.IsHeading) }.OfType<Paragraph>()
            .SelectMany(p => analyzer.Analyze(article, p)).TakeWhile(s => s != sentence)
            .Select(s => BodyIn(s, words, s.Text.Length)).OfType<Attribution>().FirstOrDefault();
    }

    /// <summary>The speaker whose full name ends with one that stands alone: "Jane Doe, the minister, said …" before "Doe added …"; null where nobody near is called so.</summary>
    public Attribution? OfSurname(AnalyzedSentence sentence, string surname, int hops)
    {
        if (surname.Contains(' ', StringComparison.Ordinal))
            return null;
        // Where the article names them in full.
        var article = sentence.Article;
        var named = article.Text.IndexOf(" " + surname, StringComparison.Ordinal);
        if (hops == 0 || named < 0 || named >= sentence.Sentence.Span.Start || article.Paragraphs.FirstOrDefault(p => p.Span.Contains(named)) is not { } paragraph)
            return null;
        return analyzer.Analyze(article, paragraph).TakeWhile(s => s != sentence).SelectMany(s => attribute(s, hops - 1))
            .FirstOrDefault(a => a.SideId is not null && (a.Speaker == surname || a.Speaker.EndsWith(" " + surname, StringComparison.Ordinal)));
    }

    /// <summary>Whether the sentence opens with a clause whose subject may be the main one's too; of "A jeep drove up, it said" it never is.</summary>
    private static bool OpensSubordinate(AnalyzedSentence sentence) =>
        sentence.Tokens[0].Text is "although" or "though" or "while" or "when" or "as" or "after" or "before" or "because" or "since" or "if" or "until" or "once" or "whereas";

    /// <summary>"The ministry published pictures which, it says, prove it", "officials showed a drone they said they had shot down".</summary>
    private static bool FollowsWhich(AnalyzedSentence sentence, int position) =>
        sentence.TokenAt(position) is > 0 and var at
        && (sentence.Tokens[at - 1].Text is "which" or "that" or "what" or "who" || (at > 1 && sentence.Tokens[at - 2].Text is "a" or "an" or "the" && sentence.Tokens[at - 1].End == position - 1));

    /// <summary>"Yerevan's answer came late: nobody had fired, it said."</summary>
    private static bool OpensWithWords(AnalyzedSentence sentence, int until) =>
        SubjectFinder.OfFirstVerb(sentence, until) is { } subject && sentence.Stems[sentence.TokenAt(subject.End) - 1] is var head
        && (WordLists.SpeechNouns.Contains(head) || WordLists.Documents.Contains(head) || head is "answer" or "repli");

    private static Attribution Bare(Attribution found) => found with { Verb = null, SaidOn = null, Via = null, PassesOn = false };

    private static bool Agrees(Attribution candidate, string pronoun) => pronoun switch
    {
        _ when IsOfAPerson(pronoun) => !IsPlural(candidate) && IsPerson(candidate),
        "it" => candidate.Entity is { Kind: EntityKind.Organisation or EntityKind.State or EntityKind.Place or EntityKind.Event }
            || SpeakerNames.IsBody(HeadOf(candidate.Speaker)),
        _ => true,
    };

    /// <summary>"Office" of "The press office in Stepanakert".</summary>
    private static string HeadOf(string speaker)
    {
        var words = speaker.Split(' ');
        var preposition = Array.FindIndex(words, w => w is "in" or "of" or "at" or "for" or "from");
        return words[(preposition > 0 ? preposition : words.Length) - 1].ToLowerInvariant();
    }

    private static bool IsOfAPerson(string pronoun) => pronoun is "he" or "she" or "him" or "her";

    private static bool IsPerson(Attribution candidate) =>
        candidate.Entity is { Kind: EntityKind.Person }
        || (candidate.Entity is null && char.IsUpper(candidate.Speaker.Split(' ')[^1][0]))
        || (candidate.Entity is null or { Kind: EntityKind.State } && candidate.Speaker.Split(' ').Any(w => WordLists.Roles.Contains(WordForms.StemAny(w.ToLowerInvariant()))));

    private static bool IsPlural(Attribution candidate)
    {
        var last = candidate.Speaker.Split(' ')[^1];
        return candidate.Speaker.Contains(" and ", StringComparison.Ordinal)
            || (candidate.Entity is null or { Kind: EntityKind.State } && char.IsLower(last[0]) && last.EndsWith('s') && WordForms.StemAny(last) != last);
    }

    private static bool IsCalled(Attribution candidate, List<string> words)
    {
        if (words is ["statement" or "tweet" or "post"])
            return true;
        if (words is ["head", "state"])
            return candidate.Phrase.Contains("president", StringComparison.OrdinalIgnoreCase);
        var known = Tokenizer.Tokenize($"{candidate.Phrase} {candidate.Speaker} {candidate.Entity?.Name}").ConvertAll(t => t.Text);
        return words.TrueForAll(w => known.Exists(k => IsSameWord(w, k)));
    }

    /// <summary>In another inflection at most: "authors" and "authorities" have one stem and are two words.</summary>
    private static bool IsSameWord(string one, string other) => one == other || (WordForms.StemAny(one) == WordForms.StemAny(other) && Math.Abs(one.Length - other.Length) <= MostEnding);

    /// <summary>A ministry or another body that a sentence names, before a position, without its speaking.</summary>
    private static Attribution? BodyIn(AnalyzedSentence sentence, List<string> words, int until)
    {
        var whole = new TextSpan(0, sentence.Text.Length);
        return sentence.Mentions.Where(m => m.Entry.Kind == EntityKind.Organisation && m.Span.End < until).Reverse()
            .Select(m => SpeakerNames.Named(sentence, m.Span, whole)).OfType<Attribution>().FirstOrDefault(a => IsCalled(a, words))
            ?? NameEndingWith(sentence, words, until);
    }

    /// <summary>"Azerbaijan’s State Border Service", which no list has, for "the service".</summary>
    private static Attribution? NameEndingWith(AnalyzedSentence sentence, List<string> words, int until)
    {
        if (!SpeakerNames.IsBody(words[^1]))
            return null;
        foreach (var name in sentence.Names.Reverse())
        {
            var last = sentence.TokenAt(name.End) - 1;
            if (name.End >= until || sentence.Tokens[last].Text != words[^1] || name.Length == words[^1].Length)
                continue;
            // With whose it is, right before it.
            var owner = sentence.Mentions.FirstOrDefault(m => m.Span.End < name.Start && sentence.Text[m.Span.End..name.Start] is " " or "’s " or "'s ");
            return SpeakerNames.Named(sentence, new TextSpan(owner?.Span.Start ?? name.Start, name.End), new TextSpan(0, sentence.Text.Length));
        }

        return null;
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

    /// <summary>Whom a sentence that reports nobody is about, if a pronoun may stand for them.</summary>
    private static Attribution? Actor(AnalyzedSentence sentence, string pronoun) =>
        Subject(sentence, sentence.Text.Length) is { } subject && Agrees(subject, pronoun) ? subject : IsOfAPerson(pronoun) ? LastActor(sentence) : null;

    /// <summary>The last person of full name who does something or is presented: "the teacher Ann Roe took …", "Ann Roe, who …"; null where there is none.</summary>
    private static Attribution? LastActor(AnalyzedSentence sentence)
    {
        var names = sentence.Names.Concat(sentence.Mentions.Where(m => m.Entry.Kind == EntityKind.Person).Select(m => m.Span)).OrderByDescending(n => n.Start);
        foreach (var name in names.Where(n => n.In(sentence.Text).Contains(' ', StringComparison.Ordinal)))
        {
            var next = sentence.TokenAt(name.End);
            if (next >= sentence.Tokens.Length)
                continue;
            var isSetOff = sentence.Text[name.End..sentence.Tokens[next].Start] == ", ";
            if (isSetOff ? sentence.Tokens[next].Text is "who" or "whose" or "a" or "an" or "the" || char.IsDigit(sentence.Tokens[next].Text[0]) : FiniteVerbs.IsAuxiliary(sentence.Tokens[next].Text) || FiniteVerbs.IsPast(sentence.Tokens[next].Text))
                return SpeakerNames.Named(sentence, name, new TextSpan(0, sentence.Text.Length));
        }

        return null;
    }

    /// <summary>Who or what a sentence that reports nobody is about: its first verb's subject, if that stands before a position.</summary>
    public static Attribution? Subject(AnalyzedSentence sentence, int until)
    {
        if (SubjectFinder.OfFirstVerb(sentence, until) is not { } subject)
            return null;
        var whole = new TextSpan(0, sentence.Text.Length);
        return SpeakerNames.Named(sentence, subject, whole)
            ?? (SpeakerNames.CanSpeak(sentence, sentence.TokenAt(subject.End) - 1) || SpeakerNames.CanSpeak(sentence, sentence.TokenAt(subject.Start) + (sentence.Tokens[sentence.TokenAt(subject.Start)].Text == "the" ? 1 : 0)) ? SpeakerNames.Unnamed(sentence, subject, whole) : null);
    }
}
