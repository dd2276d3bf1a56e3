using System.Collections.Immutable;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Retrieval;

/// <summary>How well a sentence speaks of one thing a question is about.</summary>
internal static class UnitMatcher
{
    /// <summary>How well a sentence speaks of a state's body by naming the state: not so well that the body is told of.</summary>
    private const double ByItsState = 0.45;

    /// <summary>How well a sentence speaks of whose minister somebody is by naming the state.</summary>
    private const double ByWhoseState = 0.8;

    /// <summary>How well a sentence speaks of a government, called by its capital, by naming a body of it.</summary>
    private const double ByItsBody = 0.75;

    /// <summary>How well a sentence speaks of a state as the place where something happened by naming a place in it.</summary>
    private const double ByAPlaceInIt = 0.85;

    /// <summary>How well a sentence speaks of an event by standing in an article of its days.</summary>
    private const double ByArticleDate = 0.8;

    /// <summary>How well a sentence speaks of a state's body whose name it gives in parts.</summary>
    private const double BySplitName = 0.85;

    /// <summary>How well "lost 77 soldiers" speaks of the dead.</summary>
    private const double ByLosses = 0.8;

    /// <summary>How well "£500,000" speaks of money.</summary>
    private const double BySum = 0.8;

    /// <summary>From 0 (not at all) to 1 (by the same word or name), and the token where; −1 where there is none.</summary>
    public static (double Similarity, int Token) Match(QuestionUnit unit, AnalyzedSentence sentence) =>
        unit.Entity is null ? MatchWord(unit, sentence) : MatchEntity(unit, unit.Entity, sentence);

    private static (double Similarity, int Token) MatchWord(QuestionUnit unit, AnalyzedSentence sentence)
    {
        var at = sentence.IndexOf(unit.Stem);
        if (at >= 0)
            return (1, at);
        var best = (Similarity: 0d, Token: -1);
        foreach (var (stem, weight) in unit.Synonyms)
        {
            var token = weight > best.Similarity ? sentence.IndexOf(stem) : -1;
            if (token >= 0 && !WordPrefixes.Has(sentence.Text, sentence.Tokens[token]))
                best = (weight, token);
        }

        foreach (var (phrase, weight) in unit.SynonymPhrases)
        {
            var token = weight > best.Similarity ? IndexOf(phrase, sentence) : -1;
            if (token >= 0)
                best = (weight, token);
        }

        if (best.Similarity < 0.8 && unit.Role == UnitRole.Focus && unit.Stem is "peopl" or "person")
        {
            for (var i = 0; i < sentence.Stems.Length; i++)
            {
                if (WordLists.People.Contains(sentence.Stems[i]))
                    return (0.8, i);
            }
        }

        if (best.Similarity < ByLosses && DeedsCounted.LossesIn(sentence) is >= 0 and var lost && DeedsCounted.IsDeath(unit))
            return (ByLosses, lost);
        if (best.Similarity < BySum && unit is { Role: UnitRole.Focus, Stem: "money" or "cash" } && Measures.FirstSumIn(sentence) is >= 0 and var sum)
            return (BySum, sum);
        return best;
    }

    private static int IndexOf(ImmutableArray<string> phrase, AnalyzedSentence sentence)
    {
        if (!sentence.Has(phrase[0]))
            return -1;
        for (var i = 0; i + phrase.Length <= sentence.Stems.Length; i++)
        {
            if (sentence.Stems.AsSpan(i, phrase.Length).SequenceEqual(phrase.AsSpan()))
                return i;
        }

        return -1;
    }

    private static (double Similarity, int Token) MatchEntity(QuestionUnit unit, GazetteerEntry entity, AnalyzedSentence sentence)
    {
        var best = (Similarity: 0d, Token: -1);
        foreach (var mention in sentence.Mentions)
        {
            var similarity = Similarity(unit, entity, mention);
            if (similarity > best.Similarity)
                best = (similarity, sentence.TokenAt(mention.Span.Start));
        }

        // "According to the Daily": all that stands in it is its word.
        if (best.Similarity < 1 && entity.Kind == EntityKind.Organisation && sentence.Article.Metadata.Publisher is { } publisher && entity.Aliases.Any(a => a.Text.Equals(publisher, StringComparison.OrdinalIgnoreCase)))
            best = (1, -1);
        if (best.Similarity < 0.7 && entity.Dates is { } when && sentence.Dates.FirstOrDefault(d => d.Range.Days <= 400 && d.Range.Overlaps(when)) is { } date)
            best = (0.7, sentence.TokenAt(date.Span.Start));
        if (best.Similarity < ByArticleDate && entity.Dates is { } days && TimeAgreement.OfArticle(days, sentence.Article.Metadata.Published?.Range) >= ByArticleDate)
            best = (ByArticleDate, -1);
        if (best.Similarity < BySplitName && BodyOf(unit, entity, sentence) is >= 0 and var body)
            best = (BySplitName, body);
        if (best.Similarity < 0.6)
        {
            var (share, token) = WordsOf(unit, sentence);
            if (share * 0.6 > best.Similarity)
                best = (share * 0.6, token);
        }

        return best;
    }

    /// <summary>"The General Staff of the … Armed Forces", "Ruritania sent peacekeepers": where a body's own words stand and the state is named, unless they are another's; −1 where not.</summary>
    private static int BodyOf(QuestionUnit unit, GazetteerEntry entity, AnalyzedSentence sentence)
    {
        if (unit.Bodies.IsEmpty || !sentence.Mentions.Any(m => m.Entry.Id == entity.Side || m.StandsFor?.Id == entity.Side))
            return -1;
        var at = unit.Bodies.Select(b => IndexOf(b, sentence)).FirstOrDefault(i => i >= 0, -1);
        return at >= 0 && (NounSides.OwnerOf(at, sentence) is not { } owner || owner == entity.Side) ? at : -1;
    }

    private static double Similarity(QuestionUnit unit, GazetteerEntry entity, EntityMention mention)
    {
        if (mention.Entry.Id == entity.Id || mention.StandsFor?.Id == entity.Id)
            return 1;
        if (mention.Alternatives.Any(a => a.Id == entity.Id))
            return 0.9;
        // "Jane Doe's defence minister": her state's.
        if (unit.Modifies is not null && entity is { Kind: EntityKind.Person, Side: { } hers } && (mention.Entry.Id == hers || mention.StandsFor?.Id == hers))
            return ByWhoseState;
        if (unit.StandsFor is { } state && (mention.Entry.Id == state.Id || mention.StandsFor?.Id == state.Id))
            return 0.85;
        if (unit.StandsFor is { } government && mention.Entry is { Kind: EntityKind.Organisation, Side: { } its } && its == government.Id)
            return ByItsBody;
        if (unit.PlacesInIt.Contains(mention.Entry.Id))
            return ByAPlaceInIt;
        if (mention.Entry.Side == entity.Id)
            return mention.Entry.Kind == EntityKind.Organisation ? 0.75 : mention.Entry.Kind == EntityKind.Person ? 0.5 : 0.3;
        return entity.Side is { } side && entity.Kind == EntityKind.Organisation && mention.Entry.Id == side ? ByItsState : 0;
    }

    /// <summary>The share of the name's own words that stand in the sentence.</summary>
    private static (double Share, int Token) WordsOf(QuestionUnit unit, AnalyzedSentence sentence)
    {
        var (found, first) = (0, -1);
        foreach (var stem in unit.NameStems)
        {
            var at = sentence.IndexOf(stem);
            if (at < 0)
                continue;
            found++;
            first = first < 0 ? at : first;
        }

        return found == 0 ? (0, -1) : ((double)found / unit.NameStems.Length, first);
    }
}
