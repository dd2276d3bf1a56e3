using ConflictBot.Core.Articles;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;

namespace ConflictBot.Core.Sentences;

/// <summary>Finds the noun phrase that a reporting verb has as its subject.</summary>
internal static class SubjectFinder
{
    // "Turan, an outlet, said" has a name before its apposition; "… their borders, a statement said" has a clause there.
    private const int MostWordsOfAName = 5;
    private const int MostWordsOfATitle = 9;
    private const int FirstVerbWithin = 14;

    /// <summary>The subject's span, before the verb ("X, the minister, said") or after it ("…", said X); null where there is none.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="verb">The verb's token.</param>
    /// <param name="from">No subject before the verb starts before this position: where the report before ends.</param>
    public static TextSpan? Of(AnalyzedSentence sentence, int verb, int from)
    {
        var before = Before(sentence, verb, from, out var segments);
        if (before is null || (segments == 1 && FollowsComma(sentence, verb)))
            return After(sentence, verb) ?? before;
        return before;
    }

    /// <summary>"according to X", "X, a Y": the span after the words, with a name set off by a comma.</summary>
    public static TextSpan? AccordingTo(AnalyzedSentence sentence)
    {
        for (var i = 0; i + 2 < sentence.Tokens.Length; i++)
        {
            if (sentence.Tokens[i].Text != "according" || sentence.Tokens[i + 1].Text != "to" || sentence.IsQuoted(sentence.Tokens[i].Start))
                continue;
            var last = i + 2;
            while (last + 1 < sentence.Tokens.Length && !Gap(sentence, last).AsSpan().ContainsAny(",;:“") && sentence.Tokens[last + 1].Text is not ("that" or "who" or "which" or "while" or "but"))
                last++;
            var end = sentence.Tokens[last].End;
            if (last + 1 < sentence.Tokens.Length && NamedAt(sentence, sentence.Tokens[last + 1].Start) is { } name)
                end = name.End;
            return new TextSpan(sentence.Tokens[i + 2].Start, end);
        }

        return InTheAccountOf(sentence);
    }

    /// <summary>"in the ministry's account, …", "by the Armenian account": whose account it is.</summary>
    private static TextSpan? InTheAccountOf(AnalyzedSentence sentence)
    {
        for (var i = 0; i + 2 < sentence.Tokens.Length; i++)
        {
            if (sentence.Tokens[i].Text is not ("in" or "by") || sentence.IsQuoted(sentence.Tokens[i].Start))
                continue;
            // "In the account of the ministry, …".
            if (sentence.Tokens[i + 1].Text == "the" && i + 4 < sentence.Tokens.Length && IsAccount(sentence.Tokens[i + 2].Text) && sentence.Tokens[i + 3].Text == "of" && IsSetOff(sentence, i))
                return PhraseFrom(sentence, i + 4);
            for (var noun = i + 2; noun < Math.Min(sentence.Tokens.Length, i + MostWordsOfAName + 2) && !Gap(sentence, noun - 1).Contains(',', StringComparison.Ordinal); noun++)
            {
                var isWhole = noun + 1 == sentence.Tokens.Length || Gap(sentence, noun).Contains(',', StringComparison.Ordinal);
                if (isWhole && IsAccount(sentence.Tokens[noun].Text))
                    return Owner(sentence, i + 1, noun);
            }
        }

        return null;
    }

    private static bool IsAccount(string word) => word is "account" or "telling" or "version" or "words" or "view" or "opinion" or "reckoning";

    private static bool IsSetOff(AnalyzedSentence sentence, int first) => first == 0 || Gap(sentence, first - 1).Contains(',', StringComparison.Ordinal);

    /// <summary>"the ministry" of "the ministry's account"; of "the Armenian account" all of it.</summary>
    private static TextSpan Owner(AnalyzedSentence sentence, int first, int noun)
    {
        var whole = new TextSpan(sentence.Tokens[first].Start, sentence.Tokens[noun].End);
        var apostrophe = whole.In(sentence.Text).AsSpan().LastIndexOfAny('\'', '’');
        return apostrophe > 0 ? new TextSpan(whole.Start, whole.Start + apostrophe) : whole;
    }

    private static TextSpan? Before(AnalyzedSentence sentence, int verb, int from, out int segmentCount)
    {
        segmentCount = 0;
        var verbStart = sentence.Tokens[verb].Start;
        from = Math.Max(from, sentence.QuoteSpans.Where(q => q.End < verbStart).Select(q => q.End + 1).DefaultIfEmpty(0).Max());
        // Nor before a colon: "Doe: The mayor says …".
        from = Math.Max(from, sentence.Text.LastIndexOf(": ", verbStart, StringComparison.Ordinal) + 1);
        var last = VerbGroup.Before(sentence, verb).Start - 1;
        if (last < 0 || sentence.Tokens[last].Start < from
            || sentence.Tokens[last].Text is "and" or "or" or "but" or "to" or "who" or "which" or "that" or "what" or "whose" or "then")
            return null;
        var segments = Segments(sentence, from, last);
        segmentCount = segments.Count;
        for (var i = segments.Count - 1; i >= 0; i--)
        {
            if (i == 0 || !IsAside(sentence, segments[i], segments[i - 1]) || IsLink(sentence, segments[i - 1]))
                return WithoutIntroduction(sentence, WithoutConjunction(sentence, segments[i]));
        }

        return null;
    }

    /// <summary>Where an office set before a name by a comma starts: "The governor, Jane Doe"; null where there is none.</summary>
    public static int? TitleBefore(AnalyzedSentence sentence, TextSpan name)
    {
        var last = sentence.TokenAt(name.Start) - 1;
        if (last < 1 || Gap(sentence, last) != ", ")
            return null;
        var first = last;
        while (first > 0 && last - first <= MostWordsOfATitle && !Gap(sentence, first - 1).AsSpan().ContainsAny(",;:“”\"") && !EndsClause(sentence, first - 1))
            first--;
        var title = new TextSpan(sentence.Tokens[first].Start, sentence.Tokens[last].End);
        return last - first <= MostWordsOfATitle && HasRole(sentence, title) && !HasVerb(sentence, title) ? title.Start : null;
    }

    /// <summary>The subject of a sentence's first verb, if that stands before a position; null where none is found.</summary>
    public static TextSpan? OfFirstVerb(AnalyzedSentence sentence, int until)
    {
        for (var i = 1; i < Math.Min(sentence.Tokens.Length, FirstVerbWithin) && sentence.Tokens[i].Start < until; i++)
        {
            if (sentence.IsQuoted(sentence.Tokens[i].Start))
                return null;
            if (!SpeakerNames.CanSpeak(sentence, i) && !sentence.Names.Any(n => n.Contains(sentence.Tokens[i].Start)) && FiniteVerbs.Form(sentence, i, VerbGroup.Before(sentence, i)) != VerbForm.NotFinite && Of(sentence, i, 0) is { } subject)
                return subject;
        }

        return null;
    }

    private static bool HasRole(AnalyzedSentence sentence, TextSpan span) =>
        Enumerable.Range(0, sentence.Tokens.Length).Any(i => span.Contains(sentence.Tokens[i].Start) && (WordLists.Roles.Contains(sentence.Stems[i]) || sentence.Tokens[i].Text == "defender"));

    /// <summary>Whether a part of the sentence is more than a noun phrase.</summary>
    private static bool HasVerb(AnalyzedSentence sentence, TextSpan span) =>
        sentence.Tokens.Any(t => span.Contains(t.Start) && char.IsLower(sentence.Text[t.Start])
            && (FiniteVerbs.IsAuxiliary(t.Text) || t.Text.EndsWith("ed", StringComparison.Ordinal) || IrregularForms.Lemma(t.Text) != t.Text && !t.Text.EndsWith('s')));

    private static TextSpan WithoutConjunction(AnalyzedSentence sentence, TextSpan segment)
    {
        var first = sentence.TokenAt(segment.Start);
        return sentence.Tokens[first].Text is "and" or "but" or "while" or "or" or "so" or "yet" or "although" or "though" && first + 1 < sentence.Tokens.Length && sentence.Tokens[first + 1].End <= segment.End
            ? new TextSpan(sentence.Tokens[first + 1].Start, segment.End) : segment;
    }

    /// <summary>"So, in Geneva the envoy said".</summary>
    private static bool IsLink(AnalyzedSentence sentence, TextSpan segment) =>
        segment.In(sentence.Text).ToLowerInvariant() is "so" or "thus" or "then" or "hence" or "therefore" or "similarly" or "likewise" or "still" or "yet" or "moreover" or "meanwhile";

    /// <summary>"In Geneva the envoy", "the bank on Monday": without where and when.</summary>
    private static TextSpan WithoutIntroduction(AnalyzedSentence sentence, TextSpan segment)
    {
        var first = sentence.TokenAt(segment.Start);
        var last = sentence.TokenAt(segment.End) - 1;
        if (sentence.Dates.FirstOrDefault(d => d.Span.End == segment.End && d.Span.Start > segment.Start) is { } date)
        {
            var end = sentence.TokenAt(date.Span.Start) - 1;
            while (end > first && sentence.Tokens[end].Text is "on" or "in" or "late" or "early" or "earlier" or "at")
                end--;
            if (end >= first && sentence.Tokens[first].Text is not ("on" or "in" or "at"))
                return new TextSpan(segment.Start, sentence.Tokens[end].End);
        }

        // "In his last word he".
        if (last > first && sentence.Tokens[last].Text is "he" or "she" or "it" or "they")
            return new TextSpan(sentence.Tokens[last].Start, segment.End);

        // "Two days later the service".
        var later = Enumerable.Range(first, Math.Min(MostWordsOfAName, last - first)).FirstOrDefault(i => sentence.Tokens[i].Text is "later" or "earlier" or "ago" or "afterwards" or "meanwhile", -1);
        if (later >= first && later < last && (sentence.Tokens[later + 1].Text is "the" or "a" or "an" or "its" or "their" or "his" or "her" || char.IsUpper(sentence.Text[sentence.Tokens[later + 1].Start])))
            return new TextSpan(sentence.Tokens[later + 1].Start, segment.End);
        if (sentence.Tokens[first].Text is "similarly" or "likewise" or "so" or "then")
            first++;
        if (sentence.Tokens[first].Text is "in" or "at" or "on" or "during" or "after" or "for" or "under" or "within" or "since" or "by" or "before" or "until")
        {
            for (var i = last - 1; i > first + 1; i--)
            {
                if (sentence.Tokens[i].Text is "the" or "a" or "an" or "its" or "their" && sentence.Tokens[i - 1].Text is not ("of" or "in" or "on" or "for" or "at" or "to" or "with" or "between" or "by" or "and" or "from" or "against" or "over"))
                    return new TextSpan(sentence.Tokens[i].Start, segment.End);
            }

            // "In the Kremlin Jane Doe".
            if (sentence.Mentions.FirstOrDefault(m => m.Entry.Kind == EntityKind.Person && m.Span.End == segment.End && m.Span.Start > segment.Start) is { } person && sentence.Mentions.Any(m => m.Span.End == person.Span.Start - 1))
                return person.Span;
        }

        return segment;
    }

    /// <summary>The comma-bounded parts of the clause that ends with a token, in order.</summary>
    private static List<TextSpan> Segments(AnalyzedSentence sentence, int from, int last)
    {
        var segments = new List<TextSpan>();
        var end = last;
        var first = last;
        while (true)
        {
            var isStart = first == 0 || sentence.Tokens[first - 1].Start < from || (EndsClause(sentence, first - 1) && !(OpensAside(sentence, first - 1) && (segments.Count > 0 || Gap(sentence, last).Contains(',', StringComparison.Ordinal))));
            var afterComma = !isStart && Gap(sentence, first - 1).Contains(',', StringComparison.Ordinal);
            if (isStart || afterComma)
            {
                segments.Insert(0, new TextSpan(sentence.Tokens[first].Start, sentence.Tokens[end].End));
                end = first - 1;
            }

            if (isStart)
                return segments;
            first--;
        }
    }

    /// <summary>"The ministry, as is its habit, denied": what "as" opens between two commas.</summary>
    private static bool OpensAside(AnalyzedSentence sentence, int token) => sentence.Tokens[token].Text == "as" && token > 0 && Gap(sentence, token - 1).Contains(',', StringComparison.Ordinal);

    /// <summary>A relative clause, an apposition ("the defence minister", "an outlet") or an adverb between commas: not the subject itself.</summary>
    private static bool IsAside(AnalyzedSentence sentence, TextSpan segment, TextSpan before)
    {
        var first = sentence.TokenAt(segment.Start);
        var word = sentence.Tokens[first].Text;
        if (word is "which" or "who" or "whose" or "where" or "meanwhile" or "however" or "too" or "in" or "for" or "on" or "also" or "as" or "at" or "during" or "with" or "from" or "by"
            or "of" or "via" or "following" or "amid" or "despite" or "after" or "before" or "citing" or "speaking"
            || (first + 1 < sentence.Tokens.Length && sentence.Tokens[first + 1].Text == "by" && FiniteVerbs.IsPast(word)) || char.IsDigit(word[0]) || (word.EndsWith("ing", StringComparison.Ordinal) && char.IsLower(sentence.Text[segment.Start]) && word is not ("acting" or "ruling" or "governing")))
            return true;
        if (word is "a" or "an" or "another" or "one")
            return first - sentence.TokenAt(before.Start) <= MostWordsOfAName && !StopWords.Contains(sentence.Tokens[first - 1].Text) && (char.IsUpper(sentence.Text[sentence.Tokens[first - 1].Start]) || char.IsDigit(before.In(sentence.Text)[0]));
        // "In Arlington, Virginia, …".
        if (IsWiderPlace(sentence, segment, before))
            return true;
        var namesSomebody = sentence.Mentions.Any(m => m.Entry.Kind == EntityKind.Person && segment.Contains(m.Span)) || sentence.Names.Any(n => segment.Contains(n) && !IsAnOffices(sentence, n));
        if (namesSomebody || !IsNameOrOffice(sentence, before))
            return false;
        for (var i = first; i < sentence.Tokens.Length && segment.Contains(sentence.Tokens[i].Start); i++)
        {
            if (WordLists.Roles.Contains(sentence.Stems[i]) && sentence.Tokens[i].Text is not ("officials" or "official") && (i > first || sentence.Tokens[i + 1].Text is "of" or "for" or "to"))
                return true;
            // "Turkey, an ally's neighbour, said", "officials in Baku, the capital, said".
            if (sentence.Tokens[i].Text is "ally" or "neighbour" or "neighbor" or "rival" or "enemy" or "partner" or "patron" or "capital")
                return true;
        }

        return false;
    }

    /// <summary>"To the Supreme Leader": capitals that are an office's, or a body's.</summary>
    private static bool IsAnOffices(AnalyzedSentence sentence, TextSpan name) => sentence.TokenAt(name.Start) is > 0 and var at && sentence.Tokens[at - 1].Text == "the";

    /// <summary>A name that no list has right behind a place's name: "Virginia" of "in Arlington, Virginia".</summary>
    private static bool IsWiderPlace(AnalyzedSentence sentence, TextSpan segment, TextSpan before) =>
        sentence.Names.Contains(segment) && sentence.Text.AsSpan(segment.End).StartsWith(",", StringComparison.Ordinal) && !segment.In(sentence.Text).Contains(' ', StringComparison.Ordinal) && !HasRole(sentence, before) && sentence.TokenAt(before.End) - 2 is >= 0 and var preposition && sentence.Tokens[preposition].Text is "in" or "at" or "near" or "from"
        && char.IsUpper(sentence.Text[sentence.Tokens[preposition + 1].Start]);

    /// <summary>A name that an apposition may follow, and not a clause: "Jane Doe", "Turkey’s foreign minister".</summary>
    private static bool IsNameOrOffice(AnalyzedSentence sentence, TextSpan span) =>
        !HasVerb(sentence, span)
        && (sentence.Mentions.Any(m => span.Contains(m.Span) && m.Form != AliasForm.Adjective) || sentence.Names.Any(n => span.Contains(n)) || HasRole(sentence, span)
            || (span.Start == sentence.Tokens[0].Start && sentence.TokenAt(span.End) == 1));

    private static TextSpan? After(AnalyzedSentence sentence, int verb)
    {
        var first = verb + 1;
        if (first >= sentence.Tokens.Length || sentence.Tokens[first].Text is "and" or "but" or "that" or "it" or "its" or "to" or "he" or "she" or "they" or "in" or "on")
            return null;
        var afterQuote = sentence.QuoteSpans.Any(q => q.End <= sentence.Tokens[verb].Start && sentence.Tokens[verb].Start - q.End <= 3);
        if (!afterQuote && !FollowsComma(sentence, verb))
            return null;
        var phrase = PhraseFrom(sentence, first);
        var next = sentence.TokenAt(phrase.End);
        return next < sentence.Tokens.Length && sentence.Text[phrase.End..sentence.Tokens[next].Start] == ", " && NamedAt(sentence, sentence.Tokens[next].Start) is { } name
            ? new TextSpan(phrase.Start, name.End) : phrase;
    }

    /// <summary>The noun phrase that starts at a token: up to a mark, a preposition of time or place, or a clause.</summary>
    public static TextSpan PhraseFrom(AnalyzedSentence sentence, int first)
    {
        var last = first;
        while (last + 1 < sentence.Tokens.Length && !Gap(sentence, last).AsSpan().ContainsAny(",;:“") && (!Gap(sentence, last).Contains('.', StringComparison.Ordinal) || IsShortened(sentence, last))
            && !sentence.Dates.Any(d => d.Span.Start == sentence.Tokens[last + 1].Start)
            && sentence.Tokens[last + 1].Text is not ("on" or "in" or "at" or "during" or "after" or "by" or "amid" or "as" or "to" or "that" or "who" or "which" or "while" or "when"
                or "early" or "late" or "earlier" or "later" or "via" or "through" or "because"))
            last++;
        return new TextSpan(sentence.Tokens[first].Start, sentence.Tokens[last].End);
    }

    /// <summary>"Col. Jane Doe", "J. Doe": the full stop ends no sentence.</summary>
    private static bool IsShortened(AnalyzedSentence sentence, int token) =>
        char.IsUpper(sentence.Text[sentence.Tokens[token].Start])
        && sentence.Tokens[token].Text is { Length: 1 } or "col" or "gen" or "lt" or "maj" or "capt" or "sgt" or "adm" or "dr" or "mr" or "mrs" or "ms" or "prof" or "rev" or "sen" or "rep" or "gov" or "st";

    private static bool FollowsComma(AnalyzedSentence sentence, int verb) => verb > 0 && Gap(sentence, verb - 1).Contains(',', StringComparison.Ordinal);

    private static string Gap(AnalyzedSentence sentence, int token) => sentence.Text[sentence.Tokens[token].End..sentence.Tokens[token + 1].Start];

    /// <summary>The name of a person that starts at a position.</summary>
    private static TextSpan? NamedAt(AnalyzedSentence sentence, int start)
    {
        foreach (var name in sentence.Names)
        {
            if (name.Start == start)
                return name;
        }

        return sentence.Mentions.FirstOrDefault(m => m.Entry.Kind == EntityKind.Person && m.Span.Start == start)?.Span;
    }

    /// <summary>"Yerevan and the local authorities accuse …": the sentence opens with a name and goes on with another subject.</summary>
    private static bool OpensWithNameBefore(AnalyzedSentence sentence, int and) =>
        and > 0 && sentence.Mentions.Any(m => m.Span.Start == sentence.Tokens[0].Start && m.Span.End == sentence.Tokens[and - 1].End && m.Form != AliasForm.Adjective);

    private static bool EndsClause(AnalyzedSentence sentence, int token) =>
        sentence.Tokens[token].Text switch
        {
            "while" or "but" or "that" or "whereas" or "although" or "because" or "when" or "after" => true,
            "as" => token > 0,
            "and" => !OpensWithNameBefore(sentence, token) && !char.IsUpper(sentence.Text[sentence.Tokens[token + 1].Start])
                && !(sentence.Tokens[token + 1].Text == "the" && token + 2 < sentence.Tokens.Length && char.IsUpper(sentence.Text[sentence.Tokens[token + 2].Start])),
            _ => Gap(sentence, token).Contains(';', StringComparison.Ordinal),
        };
}
