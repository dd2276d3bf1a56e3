using System.Collections.Immutable;
using System.Globalization;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;
using ConflictBot.Core.Passages;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Questions;

/// <summary>The names and content words of a question, each with what else speaks of it and how much it tells.</summary>
internal sealed class QuestionUnits(AliasMatcher matcher, SynonymLexicon synonyms, CorpusStatistics statistics)
{
    // "What was the main reason for …".
    private const int MostBeforeTheReason = 4;

    private const int MostWordsOfAPhrase = 4;

    // What is left of the weight of what somebody's words were about, where those words are not what is asked for.
    private const double OfReportedWords = 0.3;

    // What is left of the weight of what was reacted to, or of what only tells when: the sentence before may tell it.
    private const double OfWhatCameBefore = 0.4;

    // What is left of the weight of "pro" in "pro-war": the word behind it tells more.
    private const double OfAPrefix = 0.3;

    // "Take to the streets": so many words with a meaning of their own may begin with one that has none.
    private const int WordsOfAnIdiom = 3;

    // A name is not spoken of by what is only like it: "a post" is no Twitter.
    private const float SameName = 0.7f;

    // How well "called" speaks of calling off.
    private const double VerbAlone = 0.5;

    // How well "howitzers" speaks of the weapons asked for.
    private const float NamesAKind = 0.85f;

    // An event tells passages apart less than a word: every sentence of an article of its days may be about it.
    private const double ReportedEventWeight = 1.5;

    // What is left of the weight of an event that only tells when.
    private const double OnlyATime = 0.4;

    public ImmutableArray<QuestionUnit> In(
        string question, List<Token> tokens, IReadOnlyList<EntityMention> mentions, List<DateMention> dates, AnswerType type, int asking)
    {
        var units = ImmutableArray.CreateBuilder<QuestionUnit>();
        var writtenAsNames = QuestionSpelling.WritesNamesAsNames(question, tokens);
        var focusEnd = AskedNouns.EndIn(tokens, type, asking);
        var reported = ReportedWords.MatterIn(tokens);
        var phraseEnd = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (mentions.FirstOrDefault(m => m.Span.Contains(token.Start)) is { } mention)
            {
                if (units.Count == 0 || units[^1].Span != mention.Span)
                {
                    var named = EntityUnit(question, mention);
                    // "How many Ruritanian peacekeepers": a body of people may be counted.
                    units.Add(type == AnswerType.HowMany && i > asking && i < focusEnd && !named.Bodies.IsEmpty ? named with { Role = UnitRole.Focus } : named);
                }

                continue;
            }

            var isOfADate = dates.Exists(d => d.Span.Contains(token.Start));
            if (isOfADate && IsYearToldByName(token.Text))
            {
                units.Add(new QuestionUnit(token.Text, new TextSpan(token.Start, token.End), token.Text, null, statistics.InverseFrequency(statistics.FrequencyOf(token.Text))));
                continue;
            }

            if (isOfADate || QuestionWords.IsFunctionWord(token.Text) || (QuestionWords.IsLight(token.Text) && !IsHyphenated(question, tokens, i) && !OpensAnIdiom(question, tokens, i) && !(type == AnswerType.HowMany && i == focusEnd - 1 && i > asking + 1))
                || SaysHowManyAreWanted(tokens, i, type, asking)
                || token.Text is "near" or "outside" or "inside" || (token.Text == "round" && i == focusEnd)
                || (type == AnswerType.Name && token.Text is "names" or "called" or "named")
                || (type == AnswerType.HowLong && token.Text is "last" or "lasted")
                || (type == AnswerType.Where && token.Text is "located" or "situated")
                || (type == AnswerType.Why && AnswerTypeClassifier.IsReason(token.Text) && i <= asking + MostBeforeTheReason)
                || (type == AnswerType.HowMany && token.Text is "old" or "age" or "big" or "large" or "high" or "far" or "tall" && i == asking + 1)
                || (token.Text == "place" && i > 0 && tokens[i - 1].Text is "take" or "took" or "taken" or "taking"))
                continue;
            var isName = writtenAsNames && i > 0 && char.IsUpper(question[token.Start]);
            var (unit, words) = WordUnit(question, tokens, i, isName);
            // "Took to the streets": what no article has by itself is told by the phrase.
            if (unit.Unknown && i < phraseEnd)
                continue;
            phraseEnd = Math.Max(phraseEnd, i + words);
            if (WordPrefixes.Has(question, token))
                unit = unit with { Weight = unit.Weight * OfAPrefix };
            if (i > asking && i < focusEnd)
                unit = OfItsKind(unit) with { Role = UnitRole.Focus };
            else if (i > asking + 1 && IsOnlyThatItTookPlace(tokens, i))
                unit = unit with { Role = UnitRole.Saying, Weight = unit.Weight * 0.2 };
            else if (i > asking && ((WordLists.IsPlainSaying(token.Text) && token.Text is not ("state" or "states") && !(type == AnswerType.Who && i == asking + 1 && IsDeed(tokens, i))) || (type == AnswerType.Said && i == asking + 1 && WordLists.SpeechNouns.Contains(unit.Stem))))
                unit = unit with { Role = UnitRole.Saying, Weight = unit.Weight * 0.2 };
            else if (type is AnswerType.Position && StanceWords.Contains(unit.Stem))
                unit = unit with { Role = UnitRole.Saying, Weight = unit.Weight * 0.2 };
            units.Add(unit);
        }

        // "When the shelling began, whom did …".
        if (asking > 0 && Asks.OpensTime(tokens[0].Text))
            return [.. units.Select(u => u.Span.Start < tokens[asking].Start ? u with { Weight = u.Weight * OfWhatCameBefore } : u)];
        if (type == AnswerType.How && units.FirstOrDefault(u => StanceWords.IsReaction(u.Stem)) is { } reaction)
            return [.. units.Select(u => u == reaction ? u with { Role = UnitRole.Focus } : u.Span.Start > reaction.Span.Start ? u with { Weight = u.Weight * OfWhatCameBefore } : u)];

        return reported.Start < 0 ? units.ToImmutable() : [.. units.Select(u => u.Span.Start >= tokens[reported.Start].Start && u.Span.Start < tokens[reported.End - 1].End ? u with { Role = UnitRole.Topic, Weight = u.Weight * OfReportedWords } : u)];
    }

    /// <summary>"What are the two reasons", "what is one example of a ditch", "a ditch is an example of what": how many answers are wanted, or that one will do.</summary>
    private static bool SaysHowManyAreWanted(List<Token> tokens, int at, AnswerType type, int asking)
    {
        if (type is AnswerType.HowMany or AnswerType.When or AnswerType.HowLong || asking < 0)
            return false;
        if (tokens[at].Text is "example" or "examples")
            return at + 1 < tokens.Count && tokens[at + 1].Text is "of";
        return NumberWords.IsNumber(tokens[at].Text) && tokens.Skip(asking + 1).Take(at - asking - 1).All(t => QuestionWords.IsAuxiliary(t.Text) || t.Text is "the");
    }

    /// <summary>"Who declared war", "who wrote the book": done by the word itself; not "who declared that …".</summary>
    private static bool IsDeed(List<Token> tokens, int saying) =>
        WordForms.StemAny(tokens[saying].Text) is "claim" or "declar" or "announc" or "report" or "state" or "write" or "wrote" && !(saying + 1 < tokens.Count && tokens[saying + 1].Text is "that" or "how");

    /// <summary>A year that no article was written in: who tells of it has to name it.</summary>
    private bool IsYearToldByName(string word) =>
        CalendarWords.IsYear(word) && statistics.FrequencyOf(word) > 0 && int.Parse(word, CultureInfo.InvariantCulture) is var year && !statistics.WasWrittenIn(new DateRange(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)));

    /// <summary>"What weapons": a gun is one.</summary>
    private QuestionUnit OfItsKind(QuestionUnit unit)
    {
        List<(string Word, float Weight)> things = [.. KindLexicon.Of(unit.Stem).Select(t => (t, NamesAKind))];
        return things.Count == 0 ? unit : unit with
        {
            Unknown = unit.Unknown && things.TrueForAll(t => statistics.FrequencyOf(WordForms.StemAny(t.Word)) == 0),
            Synonyms = [.. ByStem([.. things, .. unit.Synonyms.Select(s => (s.Key, (float)s.Value))], unit.Stem)],
            SynonymPhrases = [.. unit.SynonymPhrases, .. PhrasesOf(things)],
        };
    }

    /// <summary>"When was the meeting held", "will the election be held": that it took place.</summary>
    private static bool IsOnlyThatItTookPlace(List<Token> tokens, int at) =>
        tokens[at].Text == "held" && tokens.Take(at).Any(t => t.Text is "was" or "were" or "be" or "is" or "are") && (at + 1 == tokens.Count || StopWords.Contains(tokens[at + 1].Text)) && tokens[0].Text is "when" or "where" or "why" or "how";

    private QuestionUnit EntityUnit(string question, EntityMention mention)
    {
        // "What did Baku say" means the government, "the population of Baku" the city.
        var standsFor = FollowsPreposition(question, mention.Span.Start) ? null : mention.StandsFor;
        var frequency = Math.Max(statistics.FrequencyOfEntity(mention.Entry.Id), standsFor is null ? 0 : statistics.FrequencyOfEntity(standsFor.Id));
        // "After the war" tells when, and an article that goes on about what came then need not name it.
        if (mention.Entry.Dates is not null && QuestionDates.ComesAfter(question, mention))
            return new QuestionUnit(mention.Span.In(question), mention.Span, mention.Entry.Id, mention.Entry, OnlyATime * statistics.InverseFrequency(frequency)) { Role = UnitRole.Topic };
        // Articles written during an event report on it without its name.
        var isReportedOn = mention.Entry.Dates is { } when && statistics.WasWrittenIn(when);
        var isWhere = mention is { Entry.Kind: EntityKind.State, Form: AliasForm.Name } && WordBefore(question, mention.Span.Start) is "in" or "inside" or "at" or "near" or "across" or "throughout" or "within";
        ImmutableArray<string> places = isWhere && frequency == 0 ? [.. matcher.PlacesIn(mention.Entry.Id).Where(p => statistics.FrequencyOfEntity(p) > 0)] : [];
        frequency = Math.Max(frequency, places.Select(statistics.FrequencyOfEntity).DefaultIfEmpty(0).Max());
        var weight = isReportedOn ? Math.Min(ReportedEventWeight, statistics.InverseFrequency(frequency)) : statistics.InverseFrequency(frequency);
        return new QuestionUnit(mention.Span.In(question), mention.Span, mention.Entry.Id, mention.Entry, weight)
        {
            IsName = true,
            IsAdjective = mention.Form == AliasForm.Adjective,
            StandsFor = standsFor,
            PlacesInIt = places,
            Unknown = frequency == 0 && !isReportedOn,
        };
    }

    private static bool FollowsPreposition(string question, int position)
    {
        var before = Tokenizer.Tokenize(question[..position]);
        return before.Count > 0 && before is not [.., { Text: "according" }, _] && before[^1].Text is "of" or "in" or "at" or "near" or "from" or "around" or "outside" or "inside" or "to";
    }

    private static string WordBefore(string question, int position) => Tokenizer.Tokenize(question[..position]) is [.., var last] ? last.Text : "";

    /// <summary>A word, and how many words the phrase has that says what else speaks of it.</summary>
    private (QuestionUnit Unit, int Words) WordUnit(string question, List<Token> tokens, int at, bool isName)
    {
        var token = tokens[at];
        var stem = WordForms.StemAny(token.Text);
        var frequency = statistics.FrequencyOf(stem);
        var (ofPhrase, words) = RelatedToPhrase(question, tokens, at);
        // "Call off" is no call: it is spoken of by both words, or by what means the same.
        if (ofPhrase.Count > 0 && at + 1 < tokens.Count && (tokens[at + 1].Text is "off" or "out" or "up" or "down" or "away" || IsHyphenated(question, tokens, at) || (QuestionWords.IsLight(token.Text) && OpensAnIdiom(question, tokens, at))))
            return (PhrasalVerb(tokens, at, words, ofPhrase), words);
        IReadOnlyList<(string Word, float Weight)> related = [.. RelatedTo(token.Text, stem).Where(r => !isName || r.Weight >= SameName), .. ofPhrase];
        var byStem = ByStem(related, stem);
        var classFrequency = byStem.Where(s => s.Value >= (frequency == 0 ? 0.5 : 0.85)).Select(s => statistics.FrequencyOf(s.Key)).Append(frequency).Max();
        var unit = new QuestionUnit(token.Text, new TextSpan(token.Start, token.End), stem, null, statistics.InverseFrequency(classFrequency))
        {
            Synonyms = byStem,
            SynonymPhrases = PhrasesOf(related),
            Unknown = frequency == 0 && byStem.All(s => s.Value < 0.5 || statistics.FrequencyOf(s.Key) == 0),
            IsName = isName,
        };
        return (unit, words);
    }

    /// <summary>"Took to the streets"; "took part in" is told by "part" as well as any.</summary>
    private bool OpensAnIdiom(string question, List<Token> tokens, int at) =>
        RelatedToPhrase(question, tokens, at).Words is >= WordsOfAnIdiom and var words && tokens.Skip(at + 1).Take(words - 1).Any(t => QuestionWords.IsContent(t.Text));

    /// <summary>"Go-between": a word of its own, whatever its parts.</summary>
    private bool IsHyphenated(string question, List<Token> tokens, int at) =>
        at + 1 < tokens.Count && question.AsSpan(tokens[at].End, tokens[at + 1].Start - tokens[at].End) is "-" && synonyms.Of($"{tokens[at].Text} {tokens[at + 1].Text}").Count > 0;

    private QuestionUnit PhrasalVerb(List<Token> tokens, int at, int words, IReadOnlyList<(string Word, float Weight)> related)
    {
        ImmutableArray<string> phrase = [.. tokens.Skip(at).Take(words).Select(t => WordForms.StemAny(t.Text))];
        var byStem = ByStem(related, phrase[0]);
        // "Took" alone tells nothing of taking to the streets.
        if (!QuestionWords.IsLight(tokens[at].Text))
            byStem = byStem.Add(KeyValuePair.Create(phrase[0], VerbAlone));
        return new QuestionUnit(tokens[at].Text, new TextSpan(tokens[at].Start, tokens[at].End), string.Join(' ', phrase), null, statistics.InverseFrequency(byStem.Select(s => statistics.FrequencyOf(s.Key)).DefaultIfEmpty(0).Max()))
        {
            Synonyms = byStem,
            SynonymPhrases = [KeyValuePair.Create(phrase, 1d), .. PhrasesOf(related)],
            Unknown = byStem.All(s => statistics.FrequencyOf(s.Key) == 0),
        };
    }

    private static ImmutableArray<KeyValuePair<string, double>> ByStem(IReadOnlyList<(string Word, float Weight)> related, string stem) =>
    [
        .. related.Where(r => !r.Word.Contains(' ', StringComparison.Ordinal)).Select(r => KeyValuePair.Create(WordForms.StemAny(r.Word), (double)r.Weight)).Where(r => r.Key != stem)
            .GroupBy(r => r.Key, StringComparer.Ordinal).Select(g => KeyValuePair.Create(g.Key, g.Max(r => r.Value))),
    ];

    private static ImmutableArray<KeyValuePair<ImmutableArray<string>, double>> PhrasesOf(IReadOnlyList<(string Word, float Weight)> related) =>
        [.. related.Where(r => r.Word.Contains(' ', StringComparison.Ordinal)).Select(r => KeyValuePair.Create(r.Word.Split(' ').Select(WordForms.StemAny).ToImmutableArray(), (double)r.Weight))];

    /// <summary>The thesaurus's words, and of a number its other way of writing.</summary>
    private IReadOnlyList<(string Word, float Weight)> RelatedTo(string word, string stem) =>
        NumberWords.OtherWay(word) is { } number ? [(number, SynonymLexicon.SameWord)] : synonyms.Of(stem);

    /// <summary>What the thesaurus has for the longest phrase that starts with a word: "surrender" for "gave" of "gave up".</summary>
    private (IReadOnlyList<(string Word, float Weight)> Related, int Words) RelatedToPhrase(string question, List<Token> tokens, int at)
    {
        for (var length = MostWordsOfAPhrase; length > 1; length--)
        {
            if (at + length > tokens.Count || question.AsSpan(tokens[at].Start, tokens[at + length - 1].End - tokens[at].Start).ContainsAny(",;:.!?"))
                continue;
            if (synonyms.Of(string.Join(' ', tokens.Skip(at).Take(length).Select(t => t.Text))) is { Count: > 0 } found)
                return (found, length);
        }

        return ([], 1);
    }
}
