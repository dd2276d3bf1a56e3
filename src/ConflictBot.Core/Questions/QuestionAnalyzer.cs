using System.Collections.Immutable;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;
using ConflictBot.Core.Passages;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Questions;

/// <summary>Takes a standalone question apart. Pure but for the articles' statistics and today's date.</summary>
public sealed class QuestionAnalyzer(AliasMatcher matcher, SynonymLexicon synonyms, CorpusStatistics statistics, TimeProvider time)
{
    // What a follow-up is about tells less than what it asks.
    private const double TopicShare = 0.5;

    // "Ruritania's president".
    private const int BehindAPossessive = 3;

    // "What was the main reason for …".
    private const int MostBeforeTheReason = 4;

    private const int MostWordsOfAPhrase = 3;

    // "Did the Ruritanian Ministry of Foreign Affairs say".
    private const int SpeakerWithin = 7;

    // How well "called" speaks of calling off.
    private const double VerbAlone = 0.5;

    // How well "howitzers" speaks of the weapons asked for.
    private const float NamesAKind = 0.85f;

    // An event tells passages apart less than a word: every sentence of an article of its days may be about it.
    private const double ReportedEventWeight = 1.5;

    // What is left of the weight of an event that only tells when.
    private const double OnlyATime = 0.4;

    private readonly QuestionSpelling _spelling = new(matcher, synonyms, statistics);

    /// <param name="question">The standalone question.</param>
    /// <param name="mayCarryTopic">Whether it was put together from the conversation, so that a <see cref="QuestionTopic"/> may stand at its end.</param>
    public AnalyzedQuestion Analyze(string question, bool mayCarryTopic = false)
    {
        ArgumentNullException.ThrowIfNull(question);
        question = WithPeopleCounted(_spelling.Mend(question));
        var tokens = Tokenizer.Tokenize(question);
        var mentions = matcher.MatchApproximate(question, _spelling.IsKnown);
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var dates = Dates(question, new PartialDate(today.Year, today.Month, today.Day))
            .Where(d => !mentions.Any(m => m.Span.Contains(d.Span) && m.Entry.Kind != EntityKind.Event)).ToList();
        var topicStart = mayCarryTopic ? QuestionTopic.StartIn(question) : question.Length;
        var own = tokens.TakeWhile(t => t.Start < topicStart).ToList();
        var isOnlyAName = IsOnlyAName(own, mentions, question);
        var (type, asking) = AnswerTypeClassifier.Classify(question, own, isOnlyAName);
        var units = Units(question, tokens, mentions, dates, type, asking);
        units = [.. units.Select(u => u.Span.Start < topicStart ? u : u with { Role = UnitRole.Topic, Weight = u.Weight * TopicShare })];
        if (ContestedQuestion.IsByItsParties(type, units) || ContestedQuestion.AsksWhichOfTwo(question, type, units))
            type = AnswerType.BothSides;
        if (type == AnswerType.Position && asking >= 0 && StanceWords.AreOfUnknownThings(units.Where(u => u.Span.Start > tokens[asking].Start)))
            (type, units) = (AnswerType.How, WithSubjectInFocus(units, tokens[asking].Start));
        units = UnitOwners.Linked(question, WithSurnamesFirst(question, units));
        var (speaker, speakerWord) = Speaker(question, tokens, units, type, asking);
        return new AnalyzedQuestion
        {
            Text = question,
            Type = type,
            Units = units,
            Words = [.. tokens.Select(t => new QuestionWord(WordForms.StemAny(t.Text), IsFunctionWord(t.Text)))],
            Focus = [.. units.Where(u => u.Role == UnitRole.Focus)],
            Speaker = speaker,
            SpeakerWord = speakerWord,
            AccountOf = OneSidesAccount.Of(question, tokens, units, asking),
            Dates = When(question, dates, type is AnswerType.When or AnswerType.HowLong ? [] : mentions),
            Role = AskedRole(tokens, units, type, asking),
            TakesAsDone = Asks.TakesAsDone(type, tokens),
            Measure = type == AnswerType.HowMany ? AskedMeasures.In(tokens.ConvertAll(t => t.Text)) : AskedMeasure.None,
        };
    }

    /// <summary>"How many Ruritanians": Ruritanian people are counted, and those of no other state.</summary>
    private string WithPeopleCounted(string question)
    {
        var tokens = Tokenizer.Tokenize(question);
        var many = tokens.FindIndex(t => t.Text == "many");
        if (many < 1 || tokens[many - 1].Text != "how" || many + 1 >= tokens.Count || tokens[many + 1].Text is not [.., 's'])
            return question;
        var nationals = question[tokens[many + 1].Start..tokens[many + 1].End];
        return matcher.Match(nationals[..^1]) is [{ Entry.Kind: EntityKind.State, Form: AliasForm.Adjective } mention] && mention.Span.Length == nationals.Length - 1
            ? $"{question[..(tokens[many + 1].End - 1)]} people{question[tokens[many + 1].End..]}" : question;
    }

    private static bool IsFunctionWord(string word) =>
        StopWords.Contains(word) || QuestionWords.IsAuxiliary(word) || QuestionWords.Interrogative(word) is not null;

    /// <summary>The role of "who is the …": the question's first word, right after the verb, where it is one.</summary>
    private static QuestionUnit? AskedRole(List<Token> tokens, ImmutableArray<QuestionUnit> units, AnswerType type, int asking)
    {
        if (type == AnswerType.Name)
            return FirstPhrase(units).FirstOrDefault(u => WordLists.Roles.Contains(u.Stem));
        var asksWhoIs = type == AnswerType.Who && asking + 1 < tokens.Count && (tokens[asking + 1].Text is "is" or "was" or "are" or "were" || tokens[asking].Text.Contains('\'') || tokens[asking].Text.Contains('’'));
        return asksWhoIs ? units.FirstOrDefault(u => u.Entity is null && WordLists.Roles.Contains(u.Stem)) : null;
    }

    /// <summary>"Oil prices" of "how did oil prices react": what the question is about, up to the word for a stand.</summary>
    private static ImmutableArray<QuestionUnit> WithSubjectInFocus(ImmutableArray<QuestionUnit> units, int asking)
    {
        var stand = units.FirstOrDefault(u => u.Role == UnitRole.Saying && u.Span.Start > asking)?.Span.Start ?? 0;
        return [.. units.Select(u => u.Role == UnitRole.Content && u.Span.Start > asking && u.Span.Start < stand ? u with { Role = UnitRole.Focus } : u)];
    }

    /// <summary>"Defence minister" of "the name of Ruritania's defence minister who …": the first words that are no names, as far as they stand together.</summary>
    private static IEnumerable<QuestionUnit> FirstPhrase(ImmutableArray<QuestionUnit> units)
    {
        var end = -1;
        foreach (var unit in units.SkipWhile(u => u.Entity is not null))
        {
            if (unit.Entity is not null || (end >= 0 && unit.Span.Start != end + 1))
                yield break;
            end = unit.Span.End;
            yield return unit;
        }
    }

    /// <summary>The question's dates. A month without a year is the last one the articles were written in, not the last one before today.</summary>
    private List<DateMention> Dates(string question, PartialDate today)
    {
        return DateExpressionParser.Parse(question, today).FindAll(d => !IsWeekdayOfAnArticle(question, d)).ConvertAll(date =>
            date.Kind == DateKind.Yearless && statistics.LastYearOf(date.Range.From.Month) is { } year && date.Range.From.Month <= date.Range.To.Month
                ? date with { Range = InYear(date.Range, year) }
                : date);
    }

    /// <summary>"On Tuesday", where no article is of this month: the Tuesday of some article, and so a word like others.</summary>
    private bool IsWeekdayOfAnArticle(string question, DateMention date)
    {
        if (date is not { Kind: DateKind.Relative, Range.Days: 1 } || statistics.WasWrittenIn(date.Range))
            return false;
        var words = Tokenizer.Tokenize(date.Span.In(question));
        return words.Exists(t => CalendarWords.Contains(t.Text)) && !words.Exists(t => t.Text is "last" or "past" or "next" or "this");
    }

    private static DateRange InYear(DateRange range, int year) => new(
        new DateOnly(year, range.From.Month, Math.Min(range.From.Day, DateTime.DaysInMonth(year, range.From.Month))),
        new DateOnly(year, range.To.Month, Math.Min(range.To.Day, DateTime.DaysInMonth(year, range.To.Month))));

    /// <summary>The dates the question gives, else those of the events it names. A question about two dates keeps the range from the first to the last.</summary>
    private static DateRange? When(string question, List<DateMention> dates, IReadOnlyList<EntityMention> mentions)
    {
        var later = mentions.Where(m => m.Entry.Dates is not null && ComesAfter(question, m)).ToList();
        var ranges = dates.Where(d => !later.Exists(m => m.Span.Contains(d.Span))).Select(d => d.Range).ToList();
        if (ranges.Count == 0)
            ranges = [.. mentions.Where(m => m.Entry.Dates is not null).Select(m => later.Contains(m) ? UpToAYearAfter(m.Entry.Dates!.Value) : m.Entry.Dates!.Value)];
        return ranges.Count == 0 ? null : new DateRange(ranges.Min(r => r.From), ranges.Max(r => r.To));
    }

    /// <summary>"After the war", "since the July clashes".</summary>
    private static bool ComesAfter(string question, EntityMention mention) =>
        Tokenizer.Tokenize(question[..mention.Span.Start]).FindLast(t => t.Text != "the") is { Text: "after" or "since" or "following" };

    private static DateRange UpToAYearAfter(DateRange of) => new(of.From, of.To.AddYears(1));

    private static bool IsOnlyAName(List<Token> tokens, IReadOnlyList<EntityMention> mentions, string question)
    {
        var rest = tokens.Where(t => !StopWords.Contains(t.Text) && !QuestionWords.IsLight(t.Text) && !QuestionWords.IsAuxiliary(t.Text) && QuestionWords.Interrogative(t.Text) is null).ToList();
        return rest.Count > 0 && rest.TrueForAll(t => mentions.Any(m => m.Span.Contains(t.Start) && m.Form == AliasForm.Name) || char.IsUpper(question[t.Start]))
            && !rest.TrueForAll(t => WordLists.Roles.Contains(WordForms.StemAny(t.Text)));
    }

    private ImmutableArray<QuestionUnit> Units(
        string question, List<Token> tokens, IReadOnlyList<EntityMention> mentions, List<DateMention> dates, AnswerType type, int asking)
    {
        var units = ImmutableArray.CreateBuilder<QuestionUnit>();
        var writtenAsNames = QuestionSpelling.WritesNamesAsNames(question, tokens);
        var focusEnd = FocusEnd(tokens, type, asking);
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (mentions.FirstOrDefault(m => m.Span.Contains(token.Start)) is { } mention)
            {
                if (units.Count == 0 || units[^1].Span != mention.Span)
                {
                    var named = EntityUnit(question, mention);
                    // "How many Ruritanian peacekeepers": a body of people may be counted.
                    units.Add(type == AnswerType.HowMany && i > asking && i < focusEnd && !named.BodyStems.IsEmpty ? named with { Role = UnitRole.Focus } : named);
                }

                continue;
            }

            if (dates.Exists(d => d.Span.Contains(token.Start)) || IsFunctionWord(token.Text) || (QuestionWords.IsLight(token.Text) && !IsHyphenated(question, tokens, i) && !(type == AnswerType.HowMany && i == focusEnd - 1 && i > asking + 1))
                || token.Text is "near" or "outside" or "inside" || (token.Text == "round" && i == focusEnd)
                || (type == AnswerType.Name && token.Text is "names" or "called" or "named")
                || (type == AnswerType.HowLong && token.Text is "last" or "lasted")
                || (type == AnswerType.Why && AnswerTypeClassifier.IsReason(token.Text) && i <= asking + MostBeforeTheReason)
                || (type == AnswerType.HowMany && token.Text is "old" or "age" or "big" or "large" or "high" or "far" or "tall" && i == asking + 1)
                || (token.Text == "place" && i > 0 && tokens[i - 1].Text is "take" or "took" or "taken" or "taking"))
                continue;
            var isName = writtenAsNames && i > 0 && char.IsUpper(question[token.Start]);
            var unit = WordUnit(question, tokens, i, isName);
            if (i > asking && i < focusEnd)
                unit = OfItsKind(unit) with { Role = UnitRole.Focus };
            else if (i > asking + 1 && IsOnlyThatItTookPlace(tokens, i))
                unit = unit with { Role = UnitRole.Saying, Weight = unit.Weight * 0.2 };
            else if (i > asking && (WordLists.IsPlainSaying(token.Text) || (type == AnswerType.Said && i == asking + 1 && WordLists.SpeechNouns.Contains(unit.Stem))))
                unit = unit with { Role = UnitRole.Saying, Weight = unit.Weight * 0.2 };
            else if (type is AnswerType.Position && StanceWords.Contains(unit.Stem))
                unit = unit with { Role = UnitRole.Saying, Weight = unit.Weight * 0.2 };
            units.Add(unit);
        }

        return units.ToImmutable();
    }

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

    /// <summary>The end of the noun phrase right after "how many" or "which": the words counted or asked for.</summary>
    private static int FocusEnd(List<Token> tokens, AnswerType type, int asking)
    {
        if (type is not (AnswerType.HowMany or AnswerType.Which or AnswerType.Where or AnswerType.What or AnswerType.Who or AnswerType.When or AnswerType.HowLong) || asking < 0)
            return -1;
        var i = asking + 1;
        if (i < tokens.Count && tokens[i].Text is "many" or "much" or "of")
            i++;
        if (i + 1 < tokens.Count && tokens[i].Text is "kind" or "kinds" or "sort" or "sorts" or "type" or "types" && tokens[i + 1].Text == "of")
            i += 2;
        // "How many of the mayor's goats".
        while (type == AnswerType.HowMany && i > asking + 1 && i < tokens.Count && tokens[i].Text is "of" or "the" or "these" or "those" or "its" or "their" or "his" or "her")
            i++;
        if (type == AnswerType.HowMany && i < tokens.Count && QuestionWords.IsAuxiliary(tokens[i].Text))
        {
            while (i < tokens.Count && (QuestionWords.IsAuxiliary(tokens[i].Text) || tokens[i].Text is "the" or "a"))
                i++;
            // "What was the number of soldiers killed".
            if (i + 2 < tokens.Count && tokens[i].Text is "number" or "total" or "count" or "toll" or "figure" && tokens[i + 1].Text is "of" or "for")
                i += tokens[i + 2].Text is "the" or "its" or "their" ? 3 : 2;
        }
        else if (type is AnswerType.What or AnswerType.Who or AnswerType.When or AnswerType.HowLong && i < tokens.Count
            && (QuestionWords.IsAuxiliary(tokens[i].Text) || StopWords.Contains(tokens[i].Text)))
        {
            return -1;
        }
        else if (type is AnswerType.Who or AnswerType.When or AnswerType.HowLong or AnswerType.Where)
        {
            return -1;
        }

        var end = i;
        while (end < tokens.Count && !StopWords.Contains(tokens[end].Text) && !QuestionWords.IsAuxiliary(tokens[end].Text) && !(end > i && (LooksLikeVerb(tokens[end].Text) || tokens[end].Text is "near" or "outside" or "inside" or "around" or "round")))
            end++;
        return end;
    }

    private static bool LooksLikeVerb(string word) =>
        word.EndsWith("ed", StringComparison.Ordinal) || (IrregularForms.Lemma(word) != word && !word.EndsWith("men", StringComparison.Ordinal) && word is not ("people" or "children")) || word is "got" or "get" or "take" or "took" or "did";

    private QuestionUnit EntityUnit(string question, EntityMention mention)
    {
        // "What did Baku say" means the government, "the population of Baku" the city.
        var standsFor = FollowsPreposition(question, mention.Span.Start) ? null : mention.StandsFor;
        var frequency = Math.Max(statistics.FrequencyOfEntity(mention.Entry.Id), standsFor is null ? 0 : statistics.FrequencyOfEntity(standsFor.Id));
        // "After the war" tells when, and an article that goes on about what came then need not name it.
        if (mention.Entry.Dates is not null && ComesAfter(question, mention))
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

    private QuestionUnit WordUnit(string question, List<Token> tokens, int at, bool isName)
    {
        var token = tokens[at];
        var stem = WordForms.StemAny(token.Text);
        var frequency = statistics.FrequencyOf(stem);
        var ofPhrase = RelatedToPhrase(question, tokens, at);
        // "Call off" is no call: it is spoken of by both words, or by what means the same.
        if (ofPhrase.Count > 0 && at + 1 < tokens.Count && (tokens[at + 1].Text is "off" or "out" or "up" or "down" or "away" || IsHyphenated(question, tokens, at)))
            return PhrasalVerb(tokens, at, stem, ofPhrase);
        IReadOnlyList<(string Word, float Weight)> related = [.. RelatedTo(token.Text, stem), .. ofPhrase];
        var byStem = ByStem(related, stem);
        var classFrequency = byStem.Where(s => s.Value >= (frequency == 0 ? 0.5 : 0.85)).Select(s => statistics.FrequencyOf(s.Key)).Append(frequency).Max();
        return new QuestionUnit(token.Text, new TextSpan(token.Start, token.End), stem, null, statistics.InverseFrequency(classFrequency))
        {
            Synonyms = byStem,
            SynonymPhrases = PhrasesOf(related),
            Unknown = frequency == 0 && byStem.All(s => s.Value < 0.5 || statistics.FrequencyOf(s.Key) == 0),
            IsName = isName,
        };
    }

    /// <summary>"Go-between": a word of its own, whatever its parts.</summary>
    private bool IsHyphenated(string question, List<Token> tokens, int at) =>
        at + 1 < tokens.Count && question.AsSpan(tokens[at].End, tokens[at + 1].Start - tokens[at].End) is "-" && synonyms.Of($"{tokens[at].Text} {tokens[at + 1].Text}").Count > 0;

    private QuestionUnit PhrasalVerb(List<Token> tokens, int at, string stem, IReadOnlyList<(string Word, float Weight)> related)
    {
        ImmutableArray<string> both = [stem, WordForms.StemAny(tokens[at + 1].Text)];
        var byStem = ByStem(related, stem).Add(KeyValuePair.Create(stem, VerbAlone));
        return new QuestionUnit(tokens[at].Text, new TextSpan(tokens[at].Start, tokens[at].End), string.Join(' ', both), null, statistics.InverseFrequency(byStem.Max(s => statistics.FrequencyOf(s.Key))))
        {
            Synonyms = byStem,
            SynonymPhrases = [KeyValuePair.Create(both, 1d), .. PhrasesOf(related)],
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
    private IReadOnlyList<(string Word, float Weight)> RelatedToPhrase(string question, List<Token> tokens, int at)
    {
        for (var length = MostWordsOfAPhrase; length > 1; length--)
        {
            if (at + length > tokens.Count || question.AsSpan(tokens[at].Start, tokens[at + length - 1].End - tokens[at].Start).ContainsAny(",;:.!?"))
                continue;
            if (synonyms.Of(string.Join(' ', tokens.Skip(at).Take(length).Select(t => t.Text))) is { Count: > 0 } found)
                return found;
        }

        return [];
    }

    /// <summary>Of a name in several words that no gazetteer knows, the last tells most: articles go on with the surname alone.</summary>
    private static ImmutableArray<QuestionUnit> WithSurnamesFirst(string question, ImmutableArray<QuestionUnit> units)
    {
        var weighed = units.ToBuilder();
        for (var i = 0; i + 1 < weighed.Count; i++)
        {
            if (weighed[i] is { IsName: true, Entity: null, Unknown: false } && weighed[i + 1] is { IsName: true, Entity: null, Unknown: false }
                && string.IsNullOrWhiteSpace(question[weighed[i].Span.End..weighed[i + 1].Span.Start]))
                weighed[i] = weighed[i] with { Weight = weighed[i].Weight * 0.25, IsName = false };
        }

        return weighed.ToImmutable();
    }

    /// <summary>Where the speaker of "how many soldiers did Ruritania say were …" begins: behind the auxiliary; −1 where nobody is said to say it.</summary>
    private static int AsideOfSaying(List<Token> tokens, int asking)
    {
        var auxiliary = tokens.FindIndex(asking + 1, t => t.Text is "did" or "does" or "do" or "has" or "have");
        if (auxiliary < 0)
            return -1;
        var saying = tokens.FindIndex(auxiliary + 1, t => t.Text is "say" or "claim" or "report" or "admit" or "announce" or "estimate" or "said" or "claimed" or "reported");
        return saying > auxiliary + 1 && saying - auxiliary <= SpeakerWithin && saying + 1 < tokens.Count ? tokens[auxiliary].End : -1;
    }

    /// <summary>The end of the question word, or of what stands between it and the speaker: "what warning did Ruritania give".</summary>
    private static int SpokenNounEnd(List<Token> tokens, int asking) =>
        asking + 2 < tokens.Count && WordLists.SpeechNouns.Contains(WordForms.StemAny(tokens[asking + 1].Text)) && QuestionWords.IsAuxiliary(tokens[asking + 2].Text) ? tokens[asking + 2].End : tokens[asking].End;

    /// <summary>The person of "Ruritanian President Jane Doe" and "Ruritania's President Jane Doe"; else the unit itself.</summary>
    private static QuestionUnit WithTitle(ImmutableArray<QuestionUnit> units, int first)
    {
        for (var i = first; i < units.Length && (i == first || units[i].Span.Start - units[i - 1].Span.End is 1 or BehindAPossessive); i++)
        {
            if (units[i].Entity is { Kind: EntityKind.Person })
                return units[i];
            if (units[i] is { IsAdjective: false, Entity: not { Kind: EntityKind.State } } && !WordLists.Roles.Contains(units[i].Stem))
                break;
        }

        return units[first];
    }

    /// <summary>Who "according to …" names, or the subject of a question for somebody's words: the first thing after the auxiliary.</summary>
    private static (GazetteerEntry? Entry, QuestionUnit? Word) Speaker(string question, List<Token> tokens, ImmutableArray<QuestionUnit> units, AnswerType type, int asking)
    {
        var from = -1;
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (tokens[i].Text == "according" && tokens[i + 1].Text == "to")
                from = tokens[i + 1].End;
        }

        if (from < 0 && type is not (AnswerType.Said or AnswerType.Position or AnswerType.BothSides) && asking >= 0)
            from = AsideOfSaying(tokens, asking);
        var anyName = from >= 0 || type == AnswerType.Position || asking < 0;
        if (from < 0 && type is AnswerType.Said or AnswerType.Position)
            from = asking < 0 ? 0 : SpokenNounEnd(tokens, asking);
        if (from < 0)
            return (null, null);
        var at = units.ToList().FindIndex(u => u.Span.Start >= from && u.Entity is not { Kind: EntityKind.Event } && u.Role != UnitRole.Whose && (!anyName || u.IsName));
        if (at > 0 && units[at - 1].Role == UnitRole.Whose)
            at++;
        if (at < 0 || units[at].Role == UnitRole.Saying)
            return (null, null);
        var unit = WithTitle(units, at);
        if (unit.IsAdjective && unit.Modifies is { IsName: false } noun && SpeakerNames.IsBody(noun.Surface))
            return (unit.Entity, null);
        return unit.Entity is { } entity ? (unit.StandsFor ?? entity, null) : (null, unit);
    }
}
