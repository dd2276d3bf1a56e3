using ConflictBot.Core.Articles;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;

namespace ConflictBot.Core.Sentences;

/// <summary>Reads a speaker out of a noun phrase.</summary>
internal static class SpeakerNames
{
    /// <summary>The person the phrase names, else the body, else the state; null where it names nobody.</summary>
    public static Attribution? Named(AnalyzedSentence sentence, TextSpan phrase, TextSpan clause)
    {
        var mentions = sentence.Mentions.Where(m => phrase.Contains(m.Span)).ToList();
        var isPrivate = IsPrivate(sentence, phrase);
        var speaker = mentions.Find(m => m.Entry.Kind == EntityKind.Person && !FollowsPreposition(sentence, m.Span, phrase) && !OwnsWhoSpeaks(sentence, m.Span, phrase));
        if (speaker is null && UnknownName(sentence, phrase) is { } name)
        {
            var side = SpeakerSides.In(sentence, WithWhatTellsOfIt(sentence, name, phrase));
            return new Attribution(WithTitle(sentence, name, phrase), null, side, clause, IsInherited: false) { Phrase = phrase.In(sentence.Text) };
        }

        if (speaker is null && isPrivate)
            return null;
        speaker ??= mentions.Find(m => m.Entry.Kind == EntityKind.Organisation && !FollowsPreposition(sentence, m.Span, phrase) && !IsAStatesEnvoyTo(sentence, m, phrase));
        speaker ??= mentions.Find(m => ((m.Entry.Kind == EntityKind.State && SpeakerSides.Tells(sentence, m)) || (m.Entry.Kind == EntityKind.Place && m.Entry.StandsFor is not null)) && !FollowsPreposition(sentence, m.Span, phrase) && IsWhole(sentence, m, phrase));
        speaker ??= mentions.Find(m => m.Entry.Kind == EntityKind.Organisation && FollowsBody(sentence, m.Span, phrase));
        speaker ??= mentions.Find(m => m.Entry.Kind == EntityKind.Event && m.Span.End == phrase.End && WordLists.Documents.Contains(sentence.Stems[sentence.TokenAt(phrase.End) - 1]));
        if (speaker is null)
            return null;
        if (speaker.Entry.Kind == EntityKind.Event)
            return new Attribution(speaker.Span.In(sentence.Text), speaker.Entry, null, clause, IsInherited: false) { Phrase = phrase.In(sentence.Text) };
        var text = WithTitle(sentence, speaker.Span, phrase);
        var spokenFor = SpeakerSides.Of(speaker) ?? (isPrivate ? null : mentions.Select(SpeakerSides.Of).FirstOrDefault(s => s is not null));
        if (mentions.Find(m => m.Span.Start > speaker.Span.End && sentence.Text[speaker.Span.End..m.Span.Start] is " and " or " and the ") is { } other)
        {
            text = sentence.Text[sentence.Text.IndexOf(text, StringComparison.Ordinal)..speaker.Span.Start] + sentence.Text[speaker.Span.Start..other.Span.End];
            spokenFor = SpeakerSides.Of(other) == spokenFor ? spokenFor : null;
        }

        return new Attribution(text, speaker.StandsFor ?? speaker.Entry, spokenFor, clause, IsInherited: false) { Phrase = phrase.In(sentence.Text) };
    }

    /// <summary>"Azerbaijan's UN envoy" speaks for Azerbaijan.</summary>
    private static bool IsAStatesEnvoyTo(AnalyzedSentence sentence, EntityMention body, TextSpan phrase) =>
        body.Entry.Side is null && sentence.Mentions.Any(m => m.Entry.Kind == EntityKind.State && phrase.Contains(m.Span) && m.Span.End <= body.Span.Start && sentence.Text[m.Span.End..body.Span.Start] is " " or "’s " or "'s ")
        && sentence.TokenAt(body.Span.End) is var next && next < sentence.Tokens.Length && phrase.Contains(sentence.Tokens[next].Start) && WordLists.Roles.Contains(sentence.Stems[next]);

    /// <summary>"Doe's critics", "Doe's office".</summary>
    private static bool OwnsWhoSpeaks(AnalyzedSentence sentence, TextSpan name, TextSpan phrase) =>
        phrase.End > name.End && sentence.Text.AsSpan(name.End) is ['’' or '\'', 's', ' ', ..] or ['’' or '\'', ' ', ..]
        && Enumerable.Range(sentence.TokenAt(name.End), sentence.Tokens.Length - sentence.TokenAt(name.End)).All(i => !phrase.Contains(sentence.Tokens[i].Start) || char.IsLower(sentence.Text[sentence.Tokens[i].Start]) || !char.IsLetter(sentence.Text[sentence.Tokens[i].Start]));

    /// <summary>Somebody who is not named: "officials", "the governor of the province". The side is that of an office's place or state; a crowd has none.</summary>
    public static Attribution Unnamed(AnalyzedSentence sentence, TextSpan phrase, TextSpan clause)
    {
        var last = sentence.TokenAt(phrase.End) - 1;
        var end = sentence.Tokens[last].Text is "there" or "here" && sentence.Tokens[last].Start > phrase.Start ? sentence.Tokens[last - 1].End : phrase.End;
        var side = SpeakerSides.In(sentence, phrase) ?? (SpeakerSides.IsOfLocalAuthorities(sentence, phrase) ? SpeakerAttributor.LocalAuthorities : null);
        return new Attribution(sentence.Text[phrase.Start..end], null, side, clause, IsInherited: false) { Phrase = phrase.In(sentence.Text) };
    }

    /// <summary>Whether a token is a noun for somebody, or for a text, that can say something.</summary>
    public static bool CanSpeak(AnalyzedSentence sentence, int token) =>
        IsBody(sentence.Tokens[token].Text) || WordLists.SpeakingGroups.Contains(sentence.Stems[token]) || WordLists.PrivateSpeakers.Contains(sentence.Tokens[token].Text)
        || WordLists.Documents.Contains(sentence.Stems[token]);

    public static bool IsPrivate(AnalyzedSentence sentence, TextSpan phrase)
    {
        for (var i = sentence.TokenAt(phrase.Start); i < sentence.Tokens.Length && phrase.Contains(sentence.Tokens[i].Start); i++)
        {
            if (sentence.Tokens[i].Text is "of" or "from" or "for" or "in" or "at" or "who" or "which")
                return false;
            if (WordLists.PrivateSpeakers.Contains(sentence.Tokens[i].Text))
                return true;
        }

        return false;
    }

    /// <summary>Whether a noun stands for somebody who can speak: a role, or a body's common noun.</summary>
    public static bool IsBody(string word) =>
        word is "ministry" or "ministries" or "government" or "council" or "service" or "officials" or "sources" or "statement" or "army" or "military" or "police" or "agency"
            or "media" or "outlet" or "outlets" or "witness" or "witnesses" or "residents" or "authorities" or "side" or "sides" or "parliament" or "office" or "embassy" or "party"
            or "protesters" or "protestors" or "demonstrators" or "activists" or "group" or "centre" or "center" or "court" or "committee" or "administration" or "forces" or "troops" or "headquarters" or "defender"
        || WordLists.Roles.Contains(WordForms.StemAny(word));

    private static TextSpan? UnknownName(AnalyzedSentence sentence, TextSpan phrase)
    {
        // "the alliance's representative for …, Jane Doe": a name set off by a comma is the one meant.
        // "Kuwaiti officials": a word for a country that no list has, and not who speaks.
        var names = sentence.Names.Where(n => phrase.Contains(n) && !FollowsPreposition(sentence, n, phrase) && !IsAdjective(sentence, n, phrase)).ToList();
        if (names.Count > 0)
            return phrase.In(sentence.Text).Contains(',', StringComparison.Ordinal) ? names[^1] : names[0];

        // One capitalised word that opens the sentence is a name only as the whole phrase: "Turan, an outlet, reported".
        var first = sentence.TokenAt(phrase.Start);
        var isOneWord = first < sentence.Tokens.Length && sentence.Tokens[first].End == phrase.End && char.IsUpper(sentence.Text[phrase.Start]);
        return isOneWord && !StopWords.Contains(sentence.Tokens[first].Text) && !IsBody(sentence.Tokens[first].Text) && !sentence.Mentions.Any(m => m.Span.Contains(phrase.Start)) ? phrase : null;
    }

    /// <summary>"Jane Doe, a spokeswoman for Armenia": all of it; of "the Army put Azerbaijani losses at ten" no more than "the Army".</summary>
    public static TextSpan WithWhatTellsOfIt(AnalyzedSentence sentence, TextSpan name, TextSpan phrase)
    {
        var next = sentence.TokenAt(name.End);
        var goesOn = next >= sentence.Tokens.Length || !phrase.Contains(sentence.Tokens[next].Start) || sentence.Text[name.End..sentence.Tokens[next].Start] != " "
            || sentence.Tokens[next].Text is "of" or "for" or "from" or "in" or "at" or "who" or "and";
        return goesOn ? phrase : new TextSpan(phrase.Start, name.End);
    }

    /// <summary>
    /// A given name whose family name a damaged text has behind its full stop: "… Secretary Ann said on Tuesday. Smith." Null for any other sentence.
    /// </summary>
    public static Attribution? WithStrayName(AnalyzedSentence sentence, Attribution speaker)
    {
        if (speaker.Entity is not null || sentence.Mentions is not [.., { Entry.Kind: EntityKind.Person } last] || last.Span.Start < 2
            || sentence.Text[last.Span.End..].AsSpan().ContainsAnyExcept(".") || sentence.Text[(last.Span.Start - 2)..last.Span.Start] != ". ")
            return null;
        var given = Tokenizer.Fold(speaker.Speaker.Split(' ')[^1]);
        var whose = last.Alternatives.Prepend(last.Entry).FirstOrDefault(e => e.GivenNames.Any(g => Tokenizer.Fold(g) == given));
        return whose is null ? null : speaker with { Speaker = $"{speaker.Speaker} {last.Span.In(sentence.Text)}", Entity = whose, SideId = whose.Side ?? speaker.SideId };
    }

    private static bool IsAdjective(AnalyzedSentence sentence, TextSpan name, TextSpan phrase)
    {
        var next = sentence.TokenAt(name.End);
        return next < sentence.Tokens.Length && phrase.Contains(sentence.Tokens[next].Start) && char.IsLower(sentence.Text[sentence.Tokens[next].Start])
            && sentence.Text[name.End..sentence.Tokens[next].Start] == " " && !name.In(sentence.Text).Contains(' ', StringComparison.Ordinal)
            && (IsBody(sentence.Tokens[next].Text) || WordLists.PrivateSpeakers.Contains(sentence.Tokens[next].Text)
                || (next + 1 < sentence.Tokens.Length && phrase.Contains(sentence.Tokens[next + 1].Start) && IsBody(sentence.Tokens[next + 1].Text)))
            && sentence.Tokens[next].Text is not ("news" or "agency" or "service");
    }

    /// <summary>A state speaks only as the phrase's head: "Armenia", "the Armenian government", not "11 Azeri soldiers".</summary>
    private static bool IsWhole(AnalyzedSentence sentence, EntityMention mention, TextSpan phrase)
    {
        if (mention.Form != AliasForm.Adjective && mention.Span.End >= phrase.End - 2)
            return true;
        var last = sentence.TokenAt(phrase.End) - 1;
        while (last > 0 && sentence.Tokens[last].Start >= phrase.End)
            last--;
        for (var i = sentence.TokenAt(mention.Span.End); i <= last; i++)
        {
            if (IsBody(sentence.Tokens[i].Text))
                return true;
        }

        return mention.Form != AliasForm.Adjective && mention.Span.Start == phrase.Start;
    }

    /// <summary>"a statement from the ministry": the body that a statement is of.</summary>
    private static bool FollowsBody(AnalyzedSentence sentence, TextSpan span, TextSpan phrase)
    {
        for (var i = sentence.TokenAt(phrase.Start); i < sentence.Tokens.Length && sentence.Tokens[i].Start < span.Start; i++)
        {
            if (IsBody(sentence.Tokens[i].Text))
                return true;
        }

        return false;
    }

    /// <summary>The name with the role words and adjectives right before and after it ("Armenian defense ministry spokeswoman Sushan Stepanyan").</summary>
    private static string WithTitle(AnalyzedSentence sentence, TextSpan name, TextSpan within)
    {
        var first = sentence.TokenAt(name.Start);
        while (first > 0 && within.Contains(sentence.Tokens[first - 1].Start))
        {
            var of = sentence.Tokens[first - 1].Text == "the" ? first - 2 : first - 1;
            if (BelongsToName(sentence, first - 1))
                first--;
            else if (of > 0 && within.Contains(sentence.Tokens[of - 1].Start) && IsOfAPortfolio(sentence, of, name))
                first = of - 1;
            else
                break;
        }

        var start = Math.Min(name.Start, first < sentence.Tokens.Length ? sentence.Tokens[first].Start : name.Start);
        var end = name.End;
        for (var next = sentence.TokenAt(end); next < sentence.Tokens.Length && within.Contains(sentence.Tokens[next].Start); next++)
        {
            var gap = sentence.Text[end..sentence.Tokens[next].Start];
            // "Court of Justice", "Bank of Georgia": a name goes on behind "of" where a capital does.
            var isOf = sentence.Tokens[next].Text == "of" && next + 1 < sentence.Tokens.Length && within.Contains(sentence.Tokens[next + 1].Start) && char.IsUpper(sentence.Text[sentence.Tokens[next + 1].Start]);
            if (gap is not (" " or "-" or "’s " or "'s ") || (!isOf && !char.IsUpper(sentence.Text[sentence.Tokens[next].Start]) && !IsTitleWord(sentence, next)))
                break;
            end = sentence.Tokens[next].End;
        }

        return sentence.Text[start..end].TrimEnd('’', '\'');
    }

    private static bool BelongsToName(AnalyzedSentence sentence, int token)
    {
        var gap = sentence.Text[sentence.Tokens[token].End..sentence.Tokens[token + 1].Start];
        return gap is " " or "-" or "’s " or "'s " && !CalendarWords.Contains(sentence.Tokens[token].Text)
            && (IsTitleWord(sentence, token) || (char.IsUpper(sentence.Text[sentence.Tokens[token].Start]) && (!StopWords.Contains(sentence.Tokens[token].Text) || IsMentioned(sentence, token))));
    }

    /// <summary>"US" is a state, and "us" a pronoun.</summary>
    private static bool IsMentioned(AnalyzedSentence sentence, int token) => sentence.Mentions.Any(m => m.Span.Contains(sentence.Tokens[token].Start));

    private static bool IsTitleWord(AnalyzedSentence sentence, int token) =>
        WordLists.Roles.Contains(sentence.Stems[token])
        || sentence.Tokens[token].Text is "ministry" or "defense" or "defence" or "foreign" or "interior" or "prime" or "government" or "council" or "security" or "state" or "service" or "army" or "military";

    /// <summary>"President of Turkey Jane Doe": the preposition governs the state's name, not the person's.</summary>
    private static bool IsNameOfAnother(AnalyzedSentence sentence, int token) =>
        sentence.Mentions.Any(m => m.Form == AliasForm.Name && m.Entry.Kind is EntityKind.State or EntityKind.Place && m.Span.Contains(sentence.Tokens[token].Start));

    private static bool FollowsPreposition(AnalyzedSentence sentence, TextSpan span, TextSpan phrase)
    {
        var token = sentence.TokenAt(span.Start) - 1;
        // "In Yerevan and Stepanakert": the preposition governs both.
        if (token > 0 && sentence.Tokens[token].Text == "and" && sentence.Mentions.FirstOrDefault(m => m.Span.End == sentence.Tokens[token - 1].End && phrase.Contains(m.Span)) is { } other)
            return FollowsPreposition(sentence, other.Span, phrase);
        while (token >= 0 && (BelongsToName(sentence, token) || sentence.Tokens[token].Text is "the" or "a") && !IsNameOfAnother(sentence, token))
            token--;
        return token >= 0 && phrase.Contains(sentence.Tokens[token].Start) && !IsOfAPortfolio(sentence, token, span)
            && sentence.Tokens[token].Text is "with" or "to" or "from" or "by" or "on" or "in" or "against" or "between" or "amid" or "at" or "for" or "of";
    }

    /// <summary>"Secretary of State Jane Doe", "Minister of Foreign Affairs Jane Doe": an office, and then its holder; "adviser of President Jane Doe" is somebody else.</summary>
    private static bool IsOfAPortfolio(AnalyzedSentence sentence, int of, TextSpan name)
    {
        // Behind the portfolio the office may tell its state: "Minister of Foreign Affairs of Armenia".
        if (of <= 0 || sentence.Tokens[of].Text != "of" || !(WordLists.Roles.Contains(sentence.Stems[of - 1]) || IsOfAPortfolio(sentence, of - 2, name) || IsOfAPortfolio(sentence, of - 3, name)))
            return false;
        var portfolio = sentence.Tokens[of + 1].Text == "the" ? of + 2 : of + 1;
        return sentence.Tokens[portfolio].Start < name.Start
            && (!WordLists.Roles.Contains(sentence.Stems[portfolio]) || (sentence.Tokens[portfolio].Text == "general" && sentence.Tokens[portfolio + 1].Text == "staff"));
    }

    /// <summary>Of which a state has one: in a report from its capital, "the ministry" is its own.</summary>
    public static bool IsStateBody(string word) => word is "ministry" or "government" or "authorities" or "army" or "military" or "parliament" or "prosecutor" or "prosecutors" or "investigators" or "president" or "minister" or "premier" or "cabinet" or "office";

    /// <summary>The same, of bodies with a name of their own: "the State Border Service", "the Investigative Committee".</summary>
    public static bool IsNamedStateBody(string phrase) => phrase.Split(' ') is [.., var last] words && words.Length > 1 && (words.Length > 2 || words[0] == "State") && char.IsUpper(words[^2][0])
        && (last is "Service" or "Committee" or "Agency" or "Administration" || IsStateBody(last.ToLowerInvariant()));
}
