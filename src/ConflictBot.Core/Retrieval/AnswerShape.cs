using System.Collections.Frozen;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Retrieval;

/// <summary>Whether a sentence holds what a question's type asks for, and which of its words that is.</summary>
internal sealed class AnswerShape(SpeakerAttributor attributor)
{
    /// <summary>Words between what is defined and the verb that defines it.</summary>
    private const int DefinedWithin = 6;

    /// <summary>How surely a stand that is told without a word of saying is somebody's word.</summary>
    private const double ByStance = 0.7;

    private static readonly FrozenSet<string> Stances = new[] { "support", "back", "oppose", "welcome", "want", "refuse", "favour", "favor", "endorse", "object", "insist", "expect", "require", "respond", "react", "retaliate" }.Select(WordForms.StemAny).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What is left of a number's fit where it measures something else.</summary>
    public const double OtherMeasure = 0.3;

    /// <summary>Words between an age and whose it is.</summary>
    private const int WhoseAgeWithin = 6;

    // Words between a thing and its name.
    private const int NamedWithin = 3;
    // "The owner of a bakery in the main street, Jane Doe".
    private const int PersonWithin = 8;
    private const double PersonElsewhere = 0.6;
    private const double SameThing = 0.5;
    private const double NameElsewhere = 0.3;

    /// <summary>What is left of a date that does not tell since when.</summary>
    private const double NotSince = 0.4;

    /// <summary>So surely a sentence tells words as somebody's, and not only between quotation marks.</summary>
    private const double NamedSpeaker = 0.7;

    /// <summary>What is left of a role that a line without a full stop gives.</summary>
    private const double ByLabel = 0.5;

    /// <summary>How sure a place is that no gazetteer knows, by the preposition before it.</summary>
    private const double UnknownPlace = 0.7;

    /// <summary>The feature that the question's type sets, and its value, 0–1; null where the type sets none.</summary>
    public (SentenceFeature Feature, double Value)? Of(AnalyzedQuestion question, AnalyzedSentence sentence) => question.Type switch
    {
        AnswerType.HowMany => (SentenceFeature.TypeNumber, Number(question, sentence)),
        AnswerType.Who => (SentenceFeature.TypePerson, AsksWhoSaid(question) && Said(question, sentence) < NamedSpeaker ? 0 : Person(question, sentence)),
        AnswerType.Name => (SentenceFeature.TypePerson, AsksForPeople(question) ? NameOfSomebody(question, sentence) : NameOf(question, sentence)),
        AnswerType.WhoIs => (SentenceFeature.TypeRole, Role(question, sentence)),
        AnswerType.When => (SentenceFeature.TypeDate, Date(question, sentence)),
        AnswerType.HowLong => (SentenceFeature.TypeDate, AsksForALength(question) ? LengthOf(sentence) : Math.Max(Durations.Of(sentence), MayAskForALength(question) ? LengthOf(sentence) : 0)),
        AnswerType.Where => (SentenceFeature.TypePlace, Place(question, sentence)),
        AnswerType.Said or AnswerType.Position => (SentenceFeature.TypeSaid, Said(question, sentence)),
        AnswerType.Why => (SentenceFeature.TypeReason, Cues.Reason(sentence)),
        AnswerType.How => (SentenceFeature.TypeManner, Cues.Manner(sentence)),
        AnswerType.Which => (SentenceFeature.TypeList, Cues.List(sentence)),
        AnswerType.Definition => (SentenceFeature.TypeDefinition, Definition(question, sentence)),
        _ => null,
    };

    /// <summary>"Who said that …", "who announced …".</summary>
    public static bool AsksWhoSaid(AnalyzedQuestion question) =>
        question.Type == AnswerType.Who && question.Units is [{ Role: UnitRole.Saying } saying, ..] && question.Text.AsSpan(0, saying.Span.Start).TrimEnd().EndsWith("who", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the sentence names, or speaks of, anybody or any body that might have done a thing, apart from those the question names.</summary>
    public static bool NamesAnAgent(AnalyzedQuestion question, AnalyzedSentence sentence) =>
        People(question, sentence).Any() || sentence.Stems.Any(s => WordLists.Roles.Contains(s) || WordLists.People.Contains(s) || WordLists.SpeakingGroups.Contains(s))
        || sentence.Mentions.Any(m => (m.Entry.Kind is EntityKind.State or EntityKind.Organisation || m.StandsFor is not null) && question.Entities.All(u => u.Entity!.Id != m.Entry.Id) && (m.Form != AliasForm.Adjective || IsNamedBody(sentence, m)));

    /// <summary>"Azerbaijani forces": an adjective stands for whom it is put before.</summary>
    private static bool IsNamedBody(AnalyzedSentence sentence, EntityMention mention) =>
        sentence.TokenAt(mention.Span.End) is var next && next < sentence.Tokens.Length && SpeakerNames.IsBody(sentence.Tokens[next].Text);

    /// <summary>People and unknown names in the sentence that the question does not name itself.</summary>
    public static IEnumerable<(int Start, int End)> People(AnalyzedQuestion question, AnalyzedSentence sentence) =>
        sentence.Mentions.Where(m => m.Entry.Kind == EntityKind.Person && question.Entities.All(u => u.Entity!.Id != m.Entry.Id))
            .Select(m => (m.Span.Start, m.Span.End))
            .Concat(sentence.Names.Where(n => !question.Text.Contains(n.In(sentence.Text), StringComparison.OrdinalIgnoreCase) && !IsNamedAfterThing(sentence, n) && !StandsAsPlace(sentence, n))
                .Select(n => (n.Start, n.End)));

    /// <summary>Whatever the sentence names, states apart, that the question does not name itself.</summary>
    public static IEnumerable<(int Start, int End)> Named(AnalyzedQuestion question, AnalyzedSentence sentence) =>
        sentence.Mentions.Where(m => m.Entry.Kind is not EntityKind.State && question.Entities.All(u => u.Entity!.Id != m.Entry.Id)).Select(m => (m.Span.Start, m.Span.End))
            .Concat(sentence.Names.Where(n => !question.Text.Contains(n.In(sentence.Text), StringComparison.OrdinalIgnoreCase)).Select(n => (n.Start, n.End)));

    /// <summary>Whether the sentence names anything that "which villages" or "which countries" may ask for: a state only by its own name, or where states are asked for.</summary>
    public static bool NamesAThing(AnalyzedQuestion question, AnalyzedSentence sentence) =>
        Named(question, sentence).Any() || OtherStates(question, sentence).Any(m => m.Form != AliasForm.Adjective || question.Focus.Any(IsAnyState));

    /// <summary>"Countries" of "which countries …": it asks for names of states, and is none.</summary>
    public static bool IsAnyState(QuestionUnit focus) => focus is { Role: UnitRole.Focus, Stem: "countri" or "state" or "nation" or "republ" };

    /// <summary>States in the sentence that the question does not name itself.</summary>
    public static IEnumerable<EntityMention> OtherStates(AnalyzedQuestion question, AnalyzedSentence sentence) =>
        sentence.Mentions.Where(m => m.Entry.Kind == EntityKind.State && question.Entities.All(u => u.Entity!.Id != m.Entry.Id));

    /// <summary>How surely the sentence names the thing whose name is asked for: the name stands beside it ("the dam, Example", "Operation Example"), or somewhere in the sentence.</summary>
    private static double NameOf(AnalyzedQuestion question, AnalyzedSentence sentence)
    {
        var names = Named(question, sentence).ToList();
        if (question.Units.Any(u => !u.IsName && WordLists.ThingNouns.Contains(u.Stem)))
            names.RemoveAll(n => IsOfAnotherKind(question, sentence, n));
        if (names.Count == 0 || question.Units.FirstOrDefault(u => !u.IsName && u.Entity is null && !NumberWords.IsNumber(u.Surface)) is not { } thing)
            return names.Count > 0 ? 1 : 0;
        // "The names of the four villages": one name is another thing's.
        if (names.Count == 1 && thing.Surface.EndsWith('s') && WordLists.ThingNouns.Contains(thing.Stem))
            return NameElsewhere;
        var at = Enumerable.Range(0, sentence.Tokens.Length).Where(i => Similarity(thing, sentence, i) >= SameThing).ToList();
        return names.Exists(n => at.Exists(i => i - sentence.TokenAt(n.End - 1) is >= 0 and <= NamedWithin || sentence.TokenAt(n.Start) - i is >= 0 and <= NamedWithin + 1)) ? 1 : NameElsewhere;
    }

    /// <summary>How surely the sentence names the person whose name is asked for: beside what is asked about them, elsewhere in a sentence that tells it, or anybody.</summary>
    private static double NameOfSomebody(AnalyzedQuestion question, AnalyzedSentence sentence)
    {
        var people = People(question, sentence).ToList();
        if (people.Count == 0)
            return 0;
        var about = question.Units.Where(u => !u.IsName && u.Entity is null && !NumberWords.IsNumber(u.Surface)).ToList();
        var at = Enumerable.Range(0, sentence.Tokens.Length).Where(i => about.Exists(u => Similarity(u, sentence, i) >= SameThing)).ToList();
        if (at.Count == 0)
            return NameElsewhere;
        return people.Exists(p => at.Exists(i => i - sentence.TokenAt(p.End - 1) is >= 0 and <= PersonWithin || sentence.TokenAt(p.Start) - i is >= 0 and <= PersonWithin)) ? 1 : PersonElsewhere;
    }

    /// <summary>"Linden district", where villages are asked for; or a person.</summary>
    private static bool IsOfAnotherKind(AnalyzedQuestion question, AnalyzedSentence sentence, (int Start, int End) name)
    {
        if (sentence.Mentions.Any(m => m.Entry.Kind == EntityKind.Person && m.Span.Start == name.Start))
            return true;
        var next = sentence.TokenAt(name.End);
        return next < sentence.Stems.Length && WordLists.ThingNouns.Contains(sentence.Stems[next]) && question.Units.All(u => u.Stem != sentence.Stems[next]);
    }

    /// <summary>"The names of the wounded officers", and not of the villages.</summary>
    private static bool AsksForPeople(AnalyzedQuestion question)
    {
        var units = question.Units.SkipWhile(u => u.IsName || NumberWords.IsNumber(u.Surface)).ToList();
        return units.TakeWhile((u, i) => i == 0 || u.Span.Start - units[i - 1].Span.End == 1).Any(u => !u.IsName && (WordLists.People.Contains(u.Stem) || WordLists.Roles.Contains(u.Stem)));
    }

    /// <summary>"Linden Street", "the Example University".</summary>
    private static bool IsNamedAfterThing(AnalyzedSentence sentence, TextSpan name) => WordLists.ThingNouns.Contains(sentence.Stems[sentence.TokenAt(name.End) - 1]);

    /// <summary>"in Linden", "near Lake Linden".</summary>
    private static bool StandsAsPlace(AnalyzedSentence sentence, TextSpan name)
    {
        var at = sentence.TokenAt(name.Start) - 1;
        if (at > 0 && sentence.Tokens[at].Text == "the")
            at--;
        return at >= 0 && sentence.Tokens[at].Text is "in" or "at" or "near" or "around" or "into" or "outside" or "inside" or "across";
    }

    /// <summary>Places in the sentence that the question does not name itself.</summary>
    public static IEnumerable<EntityMention> Places(AnalyzedQuestion question, AnalyzedSentence sentence) =>
        sentence.Mentions.Where(m => m.Entry.Kind is EntityKind.Place or EntityKind.State && m.Form != AliasForm.Adjective
            && question.Entities.All(u => u.Entity!.Id != m.Entry.Id));

    /// <summary>Whether a token names what is counted; "people" counts any people.</summary>
    public static double Similarity(QuestionUnit unit, AnalyzedSentence sentence, int token)
    {
        if (sentence.Stems[token] == unit.Stem || unit.Bodies.Any(b => b[^1] == sentence.Stems[token]))
            return 1;
        var similarity = unit.Synonyms.Where(s => s.Key == sentence.Stems[token]).Select(s => s.Value).FirstOrDefault();
        return unit.Stem is "peopl" or "person" && WordLists.People.Contains(sentence.Stems[token]) ? Math.Max(similarity, 0.8) : similarity;
    }

    private static double Person(AnalyzedQuestion question, AnalyzedSentence sentence) =>
        People(question, sentence).Any() ? 1 : WordLists.Roles.Overlaps(sentence.Stems) ? 0.4 : 0;

    private static double Place(AnalyzedQuestion question, AnalyzedSentence sentence)
    {
        var known = Places(question, sentence).Select(p => p.Entry.Kind == EntityKind.Place ? 1 : 0.4).DefaultIfEmpty(0).Max();
        return known < UnknownPlace && sentence.Names.Any(n => StandsAsPlace(sentence, n) && !question.Text.Contains(n.In(sentence.Text), StringComparison.OrdinalIgnoreCase)) ? UnknownPlace : known;
    }

    /// <summary>Where a measure is asked for, a number of anything else is next to none.</summary>
    private static double Number(AnalyzedQuestion question, AnalyzedSentence sentence)
    {
        var counted = CountedNumbers.Of(question, sentence);
        return question.Measure == AskedMeasure.None
            ? counted.Select(c => c.Fit).FirstOrDefault()
            : counted.Select(c => Measures.Fits(question.Measure, c.Quantity, sentence) && (question.Measure != AskedMeasure.Age || StandsBy(question, sentence, c.Quantity)) ? 1 : c.Fit * OtherMeasure).DefaultIfEmpty(0).Max();
    }

    /// <summary>An age is that of whom it stands beside: "the mayor, Jane Doe, 41".</summary>
    private static bool StandsBy(AnalyzedQuestion question, AnalyzedSentence sentence, Quantity quantity)
    {
        var first = sentence.TokenAt(quantity.Span.Start);
        return question.Units.Any(u => UnitMatcher.Match(u, sentence).Token is >= 0 and var at && first - at <= WhoseAgeWithin && at - first <= WhoseAgeWithin);
    }

    private static double Date(AnalyzedQuestion question, AnalyzedSentence sentence)
    {
        if (question.Words.Any(w => w.Stem == "hour") || question.Text.Contains("what time", StringComparison.OrdinalIgnoreCase))
            return Cues.Hour(sentence) ? 1 : 0;
        if (question.Text.Contains("day of the week", StringComparison.OrdinalIgnoreCase) || question.Words.Any(w => w.Stem == "weekday"))
            return Cues.Weekday(sentence) ? 1 : 0;
        var date = DateAtAll(sentence);
        return date > 0 && AsksSinceWhen(question) && !HasSince(sentence) ? date * NotSince : date;
    }

    /// <summary>"Since when", "since which month", "from what day on".</summary>
    private static bool AsksSinceWhen(AnalyzedQuestion question) =>
        Enumerable.Range(0, Math.Max(0, question.Words.Length - 1)).Any(i => question.Words[i].Stem is "sinc" or "from" && question.Words[i + 1].Stem is "when" or "which" or "what");

    private static bool HasSince(AnalyzedSentence sentence) => sentence.Tokens.Any(t => t.Text == "since");

    /// <summary>"How long is the border?" asks for kilometres.</summary>
    private static bool AsksForALength(AnalyzedQuestion question) =>
        MayAskForALength(question) && question.Units.FirstOrDefault(u => u.Entity is null) is { } thing && (WordLists.ThingNouns.Contains(thing.Stem) || thing.Stem is "border" or "frontier" or "corridor" or "pipelin" or "wall" or "trench");

    private static bool MayAskForALength(AnalyzedQuestion question) => question.Text.Contains("how long is", StringComparison.OrdinalIgnoreCase);

    private static double LengthOf(AnalyzedSentence sentence) => sentence.Quantities.Any(q => Measures.Fits(AskedMeasure.Length, q, sentence)) ? 1 : 0;

    private static double DateAtAll(AnalyzedSentence sentence) =>
        sentence.Dates.Length > 0 || Cues.CalendarDay(sentence) ? 1 : Cues.TimeOfDay(sentence) ? 0.8 : 0;

    /// <summary>A role word that stands with the name: right before it, or after a comma; a line that only labels ("Baku: Colonel Jane Doe") tells half of it.</summary>
    private static double Role(AnalyzedQuestion question, AnalyzedSentence sentence)
    {
        var best = 0d;
        foreach (var unit in question.Units.Where(u => u.IsName))
        {
            var (similarity, at) = UnitMatcher.Match(unit, sentence);
            if (at < 0 || similarity < 0.5)
                continue;
            for (var i = Math.Max(0, at - 4); i < Math.Min(sentence.Tokens.Length, at + 9); i++)
            {
                if (WordLists.Roles.Contains(sentence.Stems[i]))
                    best = Math.Max(best, i < at && at - i <= 2 ? 1 : 0.7);
            }
        }

        return sentence.IsTitle || sentence.Text.AsSpan().ContainsAny(".!?…") ? best : best * ByLabel;
    }

    /// <summary>The sentence opens with what is asked about, or goes on with "is a …" or ", a …" right after it.</summary>
    private static double Definition(AnalyzedQuestion question, AnalyzedSentence sentence)
    {
        var at = question.Units.Select(u => UnitMatcher.Match(u, sentence)).Where(m => m.Similarity >= 0.5).Select(m => m.Token).DefaultIfEmpty(-1).Max();
        if (at < 0)
            return 0;
        var opens = at <= question.Units.Length + 1;
        var defines = false;
        for (var i = at + 1; i < Math.Min(sentence.Tokens.Length, at + DefinedWithin); i++)
            defines |= sentence.Tokens[i].Text is "is" or "are" or "was" or "were" or "which" or "means";
        var end = sentence.Tokens[at].End;
        var apposition = sentence.Text.AsSpan(end, Math.Min(40, sentence.Text.Length - end)).IndexOf(", a") >= 0;
        return (opens ? 0.4 : 0) + (defines || apposition ? 0.6 : 0);
    }

    /// <summary>How surely the sentence tells somebody's words, those of the speaker asked about where one is, 0–1.</summary>
    public double Said(AnalyzedQuestion question, AnalyzedSentence sentence)
    {
        var attributions = attributor.Attribute(sentence);
        if (!question.HasSpeaker)
            return attributions.Length > 0 ? 1 : sentence.QuoteSpans.Length > 0 ? 0.6 : 0;
        var spoken = attributions.Select(a => Speaks(question, a)).DefaultIfEmpty(0).Max();
        return spoken < ByStance && TakesAStand(question, sentence) ? ByStance : spoken;
    }

    /// <summary>"Ankara supported the decision", "the government wants …": a stand is told without a word of saying.</summary>
    private static bool TakesAStand(AnalyzedQuestion question, AnalyzedSentence sentence)
    {
        if (question.Speaker is not { } speaker)
            return false;
        var verb = Array.FindIndex([.. sentence.Stems], Stances.Contains);
        return verb > 0 && SubjectFinder.Of(sentence, verb, 0) is { } subject
            && sentence.Mentions.Any(m => subject.Contains(m.Span) && (m.Entry.Id == speaker.Id || m.StandsFor?.Id == speaker.Id || m.Entry.Side == speaker.Id));
    }

    /// <summary>How surely the attribution's speaker is the one asked about, 0–1.</summary>
    public static double Speaks(AnalyzedQuestion question, Attribution attribution)
    {
        if (question.Speaker is { } wanted)
        {
            if (attribution.Entity?.Id == wanted.Id)
                return 1;
            if (wanted.Kind is EntityKind.State or EntityKind.Organisation && attribution.SideId == wanted.Id)
                return 0.9;
            return attribution.Entity is { Kind: EntityKind.State } state && wanted.Side == state.Id && wanted.Kind == EntityKind.Organisation ? 0.5 : 0;
        }

        return question.SpeakerWord is { } word
            && Tokenizer.Tokenize(attribution.Speaker).Exists(t => WordForms.StemAny(t.Text) is var stem && (stem == word.Stem || word.Synonyms.Any(s => s.Key == stem && s.Value >= 0.6))) ? 1 : 0;
    }
}
