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
        var speaker = mentions.Find(m => m.Entry.Kind == EntityKind.Person && !FollowsPreposition(sentence, m.Span, phrase));
        if (speaker is null && UnknownName(sentence, phrase) is { } name)
        {
            var side = mentions.Select(SideOf).FirstOrDefault(s => s is not null);
            return new Attribution(WithTitle(sentence, name, phrase), null, side, clause, IsInherited: false);
        }

        speaker ??= mentions.Find(m => m.Entry.Kind == EntityKind.Organisation && !FollowsPreposition(sentence, m.Span, phrase));
        speaker ??= mentions.Find(m => m.Entry.Kind is EntityKind.State or EntityKind.Place && !FollowsPreposition(sentence, m.Span, phrase) && IsWhole(sentence, m, phrase));
        speaker ??= mentions.Find(m => m.Entry.Kind == EntityKind.Organisation && FollowsBody(sentence, m.Span, phrase));
        if (speaker is null)
            return null;
        var spokenFor = SideOf(speaker) ?? mentions.Select(SideOf).FirstOrDefault(s => s is not null);
        return new Attribution(WithTitle(sentence, speaker.Span, phrase), speaker.StandsFor ?? speaker.Entry, spokenFor, clause, IsInherited: false);
    }

    /// <summary>Whether a noun stands for somebody who can speak: a role, or a body's common noun.</summary>
    public static bool IsBody(string word) =>
        word is "ministry" or "ministries" or "government" or "council" or "service" or "officials" or "sources" or "statement" or "army" or "military" or "police" or "agency"
            or "media" or "outlet" or "outlets" or "witness" or "witnesses" or "residents" or "authorities" or "side" or "sides" or "parliament" or "office" or "embassy" or "party"
            or "protesters" or "protestors" or "demonstrators" or "activists" or "group" or "court" or "committee" or "administration" or "forces" or "troops" or "headquarters"
        || WordLists.Roles.Contains(WordForms.StemAny(word));

    private static TextSpan? UnknownName(AnalyzedSentence sentence, TextSpan phrase)
    {
        // "the alliance's representative for …, Jane Doe": a name set off by a comma is the one meant.
        var names = sentence.Names.Where(n => phrase.Contains(n) && !FollowsPreposition(sentence, n, phrase)).ToList();
        if (names.Count > 0)
            return phrase.In(sentence.Text).Contains(',', StringComparison.Ordinal) ? names[^1] : names[0];

        // One capitalised word that opens the sentence is a name only as the whole phrase: "Turan, an outlet, reported".
        var first = sentence.TokenAt(phrase.Start);
        var isOneWord = first < sentence.Tokens.Length && sentence.Tokens[first].End == phrase.End && char.IsUpper(sentence.Text[phrase.Start]);
        return isOneWord && !StopWords.Contains(sentence.Tokens[first].Text) && !IsBody(sentence.Tokens[first].Text) && !sentence.Mentions.Any(m => m.Span.Contains(phrase.Start)) ? phrase : null;
    }

    private static string? SideOf(EntityMention mention) =>
        mention.StandsFor?.Id ?? (mention.Entry.Kind == EntityKind.State ? mention.Entry.Id : mention.Entry.Side);

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
        while (first > 0 && within.Contains(sentence.Tokens[first - 1].Start) && BelongsToName(sentence, first - 1))
            first--;
        var start = Math.Min(name.Start, first < sentence.Tokens.Length ? sentence.Tokens[first].Start : name.Start);
        var end = name.End;
        for (var next = sentence.TokenAt(end); next < sentence.Tokens.Length && within.Contains(sentence.Tokens[next].Start); next++)
        {
            var gap = sentence.Text[end..sentence.Tokens[next].Start];
            if (gap is not (" " or "-" or "’s " or "'s ") || (!char.IsUpper(sentence.Text[sentence.Tokens[next].Start]) && !IsTitleWord(sentence, next)))
                break;
            end = sentence.Tokens[next].End;
        }

        return sentence.Text[start..end].TrimEnd('’', '\'');
    }

    private static bool BelongsToName(AnalyzedSentence sentence, int token)
    {
        var gap = sentence.Text[sentence.Tokens[token].End..sentence.Tokens[token + 1].Start];
        return gap is " " or "-" or "’s " or "'s "
            && (IsTitleWord(sentence, token) || (char.IsUpper(sentence.Text[sentence.Tokens[token].Start]) && !StopWords.Contains(sentence.Tokens[token].Text)));
    }

    private static bool IsTitleWord(AnalyzedSentence sentence, int token) =>
        WordLists.Roles.Contains(sentence.Stems[token])
        || sentence.Tokens[token].Text is "ministry" or "defense" or "defence" or "foreign" or "interior" or "prime" or "government" or "council" or "security" or "state" or "service" or "army" or "military";

    /// <summary>"President of Turkey Jane Doe": the preposition governs the state's name, not the person's.</summary>
    private static bool IsNameOfAnother(AnalyzedSentence sentence, int token) =>
        sentence.Mentions.Any(m => m.Form == AliasForm.Name && m.Entry.Kind is EntityKind.State or EntityKind.Place && m.Span.Contains(sentence.Tokens[token].Start));

    private static bool FollowsPreposition(AnalyzedSentence sentence, TextSpan span, TextSpan phrase)
    {
        var token = sentence.TokenAt(span.Start) - 1;
        while (token >= 0 && (BelongsToName(sentence, token) || sentence.Tokens[token].Text is "the" or "a") && !IsNameOfAnother(sentence, token))
            token--;
        return token >= 0 && phrase.Contains(sentence.Tokens[token].Start)
            && sentence.Tokens[token].Text is "with" or "to" or "from" or "by" or "on" or "in" or "against" or "between" or "amid" or "at" or "for" or "of";
    }
}
