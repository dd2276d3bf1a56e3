using ConflictBot.Core.Articles;
using ConflictBot.Core.Gazetteers;

namespace ConflictBot.Core.Sentences;

/// <summary>Reads off the words beside a speaker's name which state or body they speak for.</summary>
internal static class SpeakerSides
{
    private const string ContestedRegion = "place.nagorno-karabakh";

    // "Karabakh’s human rights ombudsman".
    private const int OfficeBehind = 4;

    // "Officials in the small town of".
    private const int OfficeWithin = 6;

    /// <summary>The side that the words beside a name tell: "a spokeswoman for Armenia's defence ministry".</summary>
    public static string? In(AnalyzedSentence sentence, TextSpan extent)
    {
        var sides = sentence.Mentions.Where(m => extent.Contains(m.Span) && Tells(sentence, m)).Select(Of).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        // "The neighbours A and B" are of neither.
        return SpeakerNames.IsPrivate(sentence, extent) || (sides.Count > 1 && extent.In(sentence.Text).Contains(" and ", StringComparison.Ordinal)) ? null : sides.FirstOrDefault();
    }

    /// <summary>"The Karabakh ombudsman", "the leader of Karabakh": the authorities there, where no state is named beside it.</summary>
    public static bool IsOfLocalAuthorities(AnalyzedSentence sentence, TextSpan extent)
    {
        if (SpeakerNames.IsPrivate(sentence, extent))
            return false;
        if (sentence.Mentions.FirstOrDefault(m => extent.Contains(m.Span) && m.Entry.Id == ContestedRegion) is not { } region)
            return IsOfUnnamedRegion(sentence, extent);
        var (before, next) = (sentence.TokenAt(region.Span.Start) - 1, sentence.TokenAt(region.Span.End));
        while (before > 0 && sentence.Tokens[before].Text is "the" or "unrecognized" or "unrecognised" or "self" or "proclaimed" or "declared" or "breakaway" or "separatist")
            before--;
        if (before > 0 && sentence.Tokens[before].Text == "of" && extent.Contains(sentence.Tokens[before - 1].Start) && SpeakerNames.IsBody(sentence.Tokens[before - 1].Text))
            return true;
        return Enumerable.Range(next, OfficeBehind).Any(i => i < sentence.Tokens.Length && extent.Contains(sentence.Tokens[i].Start) && SpeakerNames.IsBody(sentence.Tokens[i].Text));
    }

    /// <summary>"The ombudsman of the self-declared republic", in an article on the region, where no place is named beside it.</summary>
    private static bool IsOfUnnamedRegion(AnalyzedSentence sentence, TextSpan extent)
    {
        var first = sentence.TokenAt(extent.Start);
        var region = Enumerable.Range(first, sentence.Tokens.Length - first).TakeWhile(i => extent.Contains(sentence.Tokens[i].Start))
            .FirstOrDefault(i => sentence.Tokens[i].Text is "republic" or "region" or "enclave" or "territory" && IsUnrecognised(sentence, i - 1), -1);
        return region > first && !sentence.Mentions.Any(m => extent.Contains(m.Span) && m.Entry.Kind is EntityKind.Place or EntityKind.State)
            && Enumerable.Range(first, region - first).Any(i => SpeakerNames.IsBody(sentence.Tokens[i].Text))
            && sentence.Article.Text.Contains("Karabakh", StringComparison.Ordinal);
    }

    private static bool IsUnrecognised(AnalyzedSentence sentence, int token) =>
        token >= 0 && sentence.Tokens[token].Text is "unrecognized" or "unrecognised" or "breakaway" or "separatist" or "proclaimed" or "declared";

    /// <summary>"In Baku, the prosecutor's office said", "In Yerevan, presidential adviser Jane Doe said": the state whose seat an official's sentence opens with; null where it does not.</summary>
    public static string? SeatBefore(AnalyzedSentence sentence, TextSpan phrase)
    {
        if (sentence.Tokens is [{ Text: "in" }, ..] && sentence.Mentions.FirstOrDefault(m => m.Span.Start == sentence.Tokens[0].End + 1) is { Entry: { Kind: EntityKind.State } owner } of
            && sentence.Text.AsSpan(of.Span.End) is ['’' or '\'', 's', ' ', ..] && phrase.Start > of.Span.End && IsOfficial(sentence, phrase))
            return owner.Id;
        if (SeatAtOpening(sentence) is not { Entry.StandsFor: { } state } seat)
            return null;
        var isSetOff = seat.Span.End < phrase.Start && sentence.Text[seat.Span.End..phrase.Start] is ", " or ", the " or " " or " the ";
        return isSetOff && IsOfficial(sentence, phrase) ? state : null;
    }

    /// <summary>"Yerevan" of a sentence that opens with "In Yerevan"; null where it opens with no seat of a government.</summary>
    public static EntityMention? SeatAtOpening(AnalyzedSentence sentence) =>
        sentence.Tokens is [{ Text: "in" or "from" }, ..] ? sentence.Mentions.FirstOrDefault(m => m.Span.Start == sentence.Tokens[0].End + 1 && m.Entry is { Kind: EntityKind.Place, StandsFor: not null }) : null;

    private static bool IsOfficial(AnalyzedSentence sentence, TextSpan phrase) =>
        Enumerable.Range(0, sentence.Tokens.Length).Any(i => phrase.Contains(sentence.Tokens[i].Start) && SpeakerNames.IsBody(sentence.Tokens[i].Text)) && !SpeakerNames.IsPrivate(sentence, phrase);

    /// <summary>A town that is no capital tells whose an office is by "of" or "in" ("the governor of Tavush"), and not as a group's name ("the Linden group").</summary>
    public static bool Tells(AnalyzedSentence sentence, EntityMention mention)
    {
        var before = sentence.TokenAt(mention.Span.Start) - 1;
        if (before > 0 && sentence.Tokens[before].Text == "the")
            before--;
        var preposition = before >= 0 ? sentence.Tokens[before].Text : "";
        // "The Karabakh Armenian press office" is no state's.
        if (mention.Entry.Kind == EntityKind.State && sentence.Mentions.Any(m => m.Entry.Id == ContestedRegion && m.Span.End == mention.Span.Start - 1))
            return false;
        // "who represents the agency in Armenia", "the ambassador to Armenia": not Armenia's; "the ministry in Baku" is Azerbaijan's.
        if (mention.Entry.Kind == EntityKind.State && preposition is "in" or "to" or "at" or "near" or "with" or "between")
            return false;
        // "The Yerevan-based institute" may be anybody's.
        if (sentence.Text.AsSpan(mention.Span.End).StartsWith("-based", StringComparison.Ordinal))
            return false;
        if (mention.Entry.Kind != EntityKind.Place)
            return true;
        return preposition is "of" or "in" or "from" or "for" ? HoldsOfficeAt(sentence, before) : mention.Entry.StandsFor is not null;
    }

    /// <summary>"The governor of", "officials in the town of"; "a beekeeper in" and "diplomats in" are of no state for that.</summary>
    private static bool HoldsOfficeAt(AnalyzedSentence sentence, int preposition)
    {
        for (var i = preposition; i > 0 && preposition - i < OfficeWithin; i--)
        {
            if (sentence.Tokens[i].Text is not ("of" or "in" or "from" or "for" or "at"))
                continue;
            if (SpeakerNames.IsBody(sentence.Tokens[i - 1].Text) || WordLists.SpeakingGroups.Contains(sentence.Stems[i - 1]))
                return !IsGuest(sentence.Tokens[i - 1].Text);
        }

        return false;
    }

    /// <summary>Who is sent to another country.</summary>
    private static bool IsGuest(string word) => word is "diplomat" or "diplomats" or "ambassador" or "envoy" or "delegate" or "embassy" or "mission" or "correspondent" or "correspondents" or "observers" or "monitors";

    /// <summary>The state or body a name stands for or speaks for; an organisation that is nobody's speaks for itself.</summary>
    public static string? Of(EntityMention mention) =>
        mention.StandsFor?.Id ?? mention.Entry.Kind switch
        {
            EntityKind.State => mention.Entry.Id,
            EntityKind.Organisation => mention.Entry.Side ?? mention.Entry.Id,
            EntityKind.Place => mention.Entry.StandsFor ?? mention.Entry.Side,
            _ => mention.Entry.Side,
        };
}
