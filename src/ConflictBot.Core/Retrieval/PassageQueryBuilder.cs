using System.Collections.Immutable;
using ConflictBot.Core.Language;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Retrieval;

/// <summary>Turns an analysed question into what an index is asked.</summary>
public static class PassageQueryBuilder
{
    /// <summary>How many passages are judged sentence by sentence.</summary>
    public const int Candidates = 80;

    public static PassageQuery Build(AnalyzedQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var terms = new Dictionary<string, float>(StringComparer.Ordinal);
        var entities = ImmutableArray.CreateBuilder<WeightedEntity>();
        foreach (var unit in question.Units)
        {
            var weight = unit.Role == UnitRole.Saying ? 0.3f : 1f;
            if (unit.Entity is { } entity)
            {
                entities.Add(new WeightedEntity(entity.Id));
                if (unit.StandsFor is { } state)
                    entities.Add(new WeightedEntity(state.Id, 0.7f));
                entities.AddRange(unit.PlacesInIt.Select(p => new WeightedEntity(p, 0.5f)));
            }

            foreach (var token in Tokenizer.Tokenize(unit.Surface))
                Add(token.Text, unit.Entity is null ? weight : 0.6f);
            foreach (var (stem, similarity) in unit.Synonyms)
                Add(stem, weight * 0.6f * (float)similarity);
        }

        // "In 1643": a text of its own time names other years than that of its news.
        foreach (var year in question.Words.Where(w => CalendarWords.IsYear(w.Stem)))
            Add(year.Stem, 1);
        if (question.Type == AnswerType.BothSides)
        {
            // What the sides lay at each other's door is said in these words, whatever the question's own.
            foreach (var word in WordLists.Accusations)
                Add(word, 0.4f);
        }

        if (SummaryRequest.IsOfATime(question))
        {
            // Of a time alone, what the articles tell is told with its date or in words of the conflict.
            foreach (var word in question.Words.Where(w => !w.IsFunctionWord))
                Add(word.Stem, 1);
            foreach (var word in WordLists.ConflictTalk)
                Add(word, 0.4f);
        }

        return new PassageQuery
        {
            Terms = [.. terms.Select(t => new WeightedTerm(t.Key, t.Value))],
            Entities = entities.ToImmutable(),
            Phrases = Phrases(question),
            Dates = question.Dates is { } range ? new DateConstraint(range, 1) : null,
            Limit = Candidates,
        };

        void Add(string word, float weight)
        {
            if (word.Length > 0 && !StopWords.Contains(word))
                terms[word] = Math.Max(weight, terms.GetValueOrDefault(word));
        }
    }

    /// <summary>Neighbouring content words of the question.</summary>
    private static ImmutableArray<WeightedPhrase> Phrases(AnalyzedQuestion question)
    {
        var phrases = ImmutableArray.CreateBuilder<WeightedPhrase>();
        for (var i = 0; i + 1 < question.Units.Length; i++)
        {
            var (a, b) = (question.Units[i], question.Units[i + 1]);
            if (b.Span.Start - a.Span.End != 1)
                continue;
            var words = Tokenizer.Tokenize(a.Surface + " " + b.Surface).Select(t => t.Text).Where(w => !StopWords.Contains(w)).ToImmutableArray();
            if (words.Length is 2 or 3)
                phrases.Add(new WeightedPhrase(words, 0.5f));
        }

        return phrases.ToImmutable();
    }
}
