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

    private readonly QuestionSpelling _spelling = new(matcher, synonyms, statistics);

    private readonly QuestionDates _dates = new(statistics);

    private readonly QuestionUnits _units = new(matcher, synonyms, statistics);

    /// <param name="question">The standalone question.</param>
    /// <param name="mayCarryTopic">Whether it was put together from the conversation, so that a <see cref="QuestionTopic"/> may stand at its end.</param>
    public AnalyzedQuestion Analyze(string question, bool mayCarryTopic = false)
    {
        ArgumentNullException.ThrowIfNull(question);
        question = WithPeopleCounted(_spelling.Mend(question));
        var tokens = Tokenizer.Tokenize(question);
        var mentions = matcher.MatchApproximate(question, _spelling.IsKnown);
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var dates = _dates.In(question, new PartialDate(today.Year, today.Month, today.Day))
            .Where(d => !mentions.Any(m => m.Span.Contains(d.Span) && m.Entry.Kind != EntityKind.Event)).ToList();
        var topicStart = mayCarryTopic ? QuestionTopic.StartIn(question) : question.Length;
        var own = tokens.TakeWhile(t => t.Start < topicStart).ToList();
        var isOnlyAName = IsOnlyAName(own, mentions, question);
        var (type, asking) = AnswerTypeClassifier.Classify(question, own, isOnlyAName);
        var units = _units.In(question, tokens, mentions, dates, type, asking);
        units = [.. units.Select(u => u.Span.Start < topicStart ? u : u with { Role = UnitRole.Topic, Weight = u.Weight * TopicShare })];
        if (ContestedQuestion.IsByItsParties(type, units) || ContestedQuestion.AsksWhichOfTwo(question, type, units))
            type = AnswerType.BothSides;
        if (type == AnswerType.Position && asking >= 0 && StanceWords.AreOfUnknownThings(units.Where(u => u.Span.Start > tokens[asking].Start)))
            (type, units) = (AnswerType.How, WithSubjectInFocus(units, tokens[asking].Start));
        units = UnitOwners.Linked(question, WithSurnamesFirst(question, units));
        var (speaker, speakerWord) = AskedSpeaker.Of(question, tokens, units, type, asking);
        return new AnalyzedQuestion
        {
            Text = question,
            Type = type,
            Units = units,
            Words = [.. tokens.Select(t => new QuestionWord(WordForms.StemAny(t.Text), QuestionWords.IsFunctionWord(t.Text)))],
            Focus = [.. units.Where(u => u.Role == UnitRole.Focus)],
            Speaker = speaker,
            SpeakerWord = speakerWord,
            AccountOf = OneSidesAccount.Of(question, tokens, units, asking),
            Dates = QuestionDates.RangeOf(question, dates, type is AnswerType.When or AnswerType.HowLong ? [] : mentions),
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

    private static bool IsOnlyAName(List<Token> tokens, IReadOnlyList<EntityMention> mentions, string question)
    {
        var rest = tokens.FindAll(t => QuestionWords.IsContent(t.Text));
        // "Who is the president of Example Town" asks for whoever it is.
        if (rest.Count > 0 && WordLists.Roles.Contains(WordForms.StemAny(rest[0].Text)) && tokens.IndexOf(rest[0]) is > 0 and var first && tokens[first - 1].Text == "the")
            return false;
        return rest.Count > 0 && rest.TrueForAll(t => mentions.Any(m => m.Span.Contains(t.Start) && m.Form == AliasForm.Name) || char.IsUpper(question[t.Start]))
            && !rest.TrueForAll(t => WordLists.Roles.Contains(WordForms.StemAny(t.Text)));
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
}
