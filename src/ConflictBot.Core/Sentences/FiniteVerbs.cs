using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;

namespace ConflictBot.Core.Sentences;

/// <summary>How a verb stands in its clause.</summary>
internal enum VerbForm
{
    NotFinite,
    Finite,
    Passive,
}

/// <summary>Tells a clause's own verb ("said", "are urging", "officials claim") from participles and nouns ("the claimed area", "reports").</summary>
internal static class FiniteVerbs
{
    // In words: "officials in the Ministry of Foreign Affairs".
    private const int LongestPhrase = 7;

    // "Said by radio telephone".
    private const int MeansWithin = 2;

    public static VerbForm Form(AnalyzedSentence sentence, int verb, VerbGroup group)
    {
        var word = sentence.Tokens[verb].Text;
        if (word.EndsWith("ing", StringComparison.Ordinal))
            return group.IsBe ? VerbForm.Finite : VerbForm.NotFinite;
        var before = group.Start > 0 ? sentence.Tokens[group.Start - 1].Text : "";
        if (IsPast(word))
        {
            if (group.IsBe)
                return VerbForm.Passive;
            if (group.HasAuxiliary)
                return VerbForm.Finite;
            var isAttribute = group.Start == verb && before is "the" or "a" or "an" or "its" or "their" or "his" or "her" or "of" or "for" or "with" or "by" or "from" or "these" or "those" or "some";
            // "The words said by him"; "the fire spread, he said, by way of the roof" and "she said by telephone" are no passives.
            var isReduced = word is not ("stood" or "sat" or "went" or "came" or "stayed" or "walked" or "ran" or "lived" or "died" or "passed") && verb + 1 < sentence.Tokens.Length && sentence.Tokens[verb + 1].Text == "by" && !sentence.Text[sentence.Tokens[verb].End..sentence.Tokens[verb + 1].Start].Contains(',', StringComparison.Ordinal)
                && !Enumerable.Range(verb + 2, MeansWithin).Any(i => i < sentence.Tokens.Length && sentence.Tokens[i].Text is "phone" or "telephone" or "email" or "e-mail" or "video" or "letter");
            return isAttribute || isReduced ? VerbForm.NotFinite : VerbForm.Finite;
        }

        // "Put" is its own past.
        if (group.HasDid || (word == "put" && !group.HasAuxiliary && group.Start > 0))
            return VerbForm.Finite;
        if (group.Start == 0 || group.IsBe)
            return VerbForm.NotFinite;
        // "Baku gives another account and claims that …"; "says" is never a noun.
        if (word is "says" or "insists" || (before is "and" or "but" && IsPlainPresent(sentence, verb)))
            return VerbForm.Finite;
        var head = Head(sentence, group.Start - 1);
        var isPresent = word.EndsWith('s') ? MayBeSubject(sentence, head, verb) : IsPlural(sentence, head) || IsPlural(sentence, HeadBeforeAside(sentence, verb, head));
        return isPresent ? VerbForm.Finite : VerbForm.NotFinite;
    }

    /// <summary>"led", "quoted".</summary>
    public static bool IsPast(string word) => word.EndsWith("ed", StringComparison.Ordinal) || IrregularForms.Lemma(word) != word;

    public static bool IsAuxiliary(string word) =>
        word is "is" or "are" or "was" or "were" or "be" or "been" or "being" or "has" or "have" or "had" or "did" or "do" or "does" or "will" or "would" or "could" or "can" or "may"
            or "might" or "should" or "must" or "shall" or "cannot" or "having"
        || word.EndsWith("n't", StringComparison.Ordinal);

    /// <summary>"denies", which is no noun; "claims that", which is none either.</summary>
    private static bool IsPlainPresent(AnalyzedSentence sentence, int verb) =>
        sentence.Tokens[verb].Text is "adds" or "tells" or "denies" or "accuses" or "argues" or "maintains" or "rejects" or "admits" or "asserts"
        || (sentence.Tokens[verb].Text.EndsWith('s') && verb + 1 < sentence.Tokens.Length && sentence.Tokens[verb + 1].Text == "that");

    /// <summary>The noun that a phrase before a verb turns on: "officials" of "officials in the capital".</summary>
    private static int Head(AnalyzedSentence sentence, int last)
    {
        for (var i = last; i > 0 && last - i < LongestPhrase && !sentence.Text[sentence.Tokens[i - 1].End..sentence.Tokens[i].Start].AsSpan().ContainsAny(",;:“”\""); i--)
        {
            // "Judges in the capital will hear the request".
            if (IsAuxiliary(sentence.Tokens[i].Text))
                return last;
            if (sentence.Tokens[i].Text is "in" or "of" or "for" or "from" or "at" && SpeakerNames.CanSpeak(sentence, i - 1))
                return i - 1;
        }

        return last;
    }

    /// <summary>"Residents" of "residents, who number a thousand, say".</summary>
    private static int HeadBeforeAside(AnalyzedSentence sentence, int verb, int head) =>
        sentence.Text[sentence.Tokens[head].End..sentence.Tokens[head + 1].Start].Contains(',', StringComparison.Ordinal) && SubjectFinder.Of(sentence, verb, 0) is { } subject && subject.End < sentence.Tokens[head].Start
            ? Head(sentence, sentence.TokenAt(subject.End) - 1) : head;

    /// <summary>"claims" and "reports" are verbs only after somebody who claims or reports, or after what they said.</summary>
    private static bool MayBeSubject(AnalyzedSentence sentence, int token, int verb) =>
        !IsPossessive(sentence, token)
        && (sentence.Tokens[verb].Text != "states" || IsDocumentOrPronoun(sentence, token))
        && (sentence.Tokens[token].Text is "he" or "she" or "it" or "who"
            || SpeakerNames.CanSpeak(sentence, token)
            || sentence.Mentions.Any(m => m.Entry.Kind == EntityKind.Organisation && m.Span.End == sentence.Tokens[token].End)
            || (char.IsUpper(sentence.Text[sentence.Tokens[token].Start]) && !StopWords.Contains(sentence.Tokens[token].Text))
            || sentence.Text[sentence.Tokens[verb - 1].End..sentence.Tokens[verb].Start].AsSpan().ContainsAny(",”\""));

    /// <summary>"Member states" are no verb; "the treaty states" is.</summary>
    private static bool IsDocumentOrPronoun(AnalyzedSentence sentence, int token) =>
        WordLists.Documents.Contains(sentence.Stems[token]) || sentence.Tokens[token].Text is "he" or "she" or "it" || char.IsDigit(sentence.Tokens[token].Text[0]);

    /// <summary>"Officials say", "the two nations affirm", "Ann and Bob claim".</summary>
    private static bool IsPlural(AnalyzedSentence sentence, int token)
    {
        var word = sentence.Tokens[token].Text;
        if (word is "they" or "we" or "police" or "media" or "people")
            return true;
        if (IsPossessive(sentence, token))
            return false;
        return word.EndsWith('s') && SpeakerNames.CanSpeak(sentence, token) && sentence.Stems[token] != word;
    }

    private static bool IsPossessive(AnalyzedSentence sentence, int token)
    {
        var raw = sentence.Text.AsSpan(sentence.Tokens[token].Start..sentence.Tokens[token].End);
        var end = sentence.Tokens[token].End;
        return raw.EndsWith("’s", StringComparison.Ordinal) || raw.EndsWith("'s", StringComparison.Ordinal) || (end < sentence.Text.Length && sentence.Text[end] is '’' or '\'');
    }
}
