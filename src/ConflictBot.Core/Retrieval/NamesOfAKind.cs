using System.Collections.Frozen;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Retrieval;

/// <summary>Asked in which city or which body, a sentence answers by naming one, whether or not it says what sort of thing it is.</summary>
internal static class NamesOfAKind
{
    /// <summary>How well "Geneva" speaks of the city asked for: it may be a village.</summary>
    private const double Named = 0.7;

    private static readonly FrozenDictionary<string, EntityKind> Kinds = new Dictionary<EntityKind, string[]>
    {
        [EntityKind.Place] = ["city", "town", "village", "place", "region", "province", "district", "area", "location", "settlement", "capital"],
        [EntityKind.State] = ["country", "nation"],
        [EntityKind.Organisation] = ["body", "organisation", "organization", "agency", "institution", "group", "outlet", "newspaper", "ministry", "alliance", "company"],
        [EntityKind.Person] = ["politician", "leader", "official", "person", "diplomat"],
    }.SelectMany(k => k.Value.Select(w => KeyValuePair.Create(WordForms.StemAny(w), k.Key))).DistinctBy(k => k.Key).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>How well a sentence speaks of the kind of thing that is asked for by naming such a thing, and the token where; (0, −1) where it does not, or no such kind is asked for.</summary>
    public static (double Similarity, int Token) Of(QuestionUnit unit, AnalyzedQuestion question, AnalyzedSentence sentence)
    {
        if (unit.Role != UnitRole.Focus || question.Type is not (AnswerType.Where or AnswerType.Which or AnswerType.What or AnswerType.Who) || !Kinds.TryGetValue(unit.Stem, out var kind))
            return (0, -1);
        foreach (var mention in sentence.Mentions)
        {
            if (mention.Entry.Kind == kind && mention.Form != AliasForm.Adjective && question.Entities.All(u => u.Entity!.Id != mention.Entry.Id))
                return (Named, sentence.TokenAt(mention.Span.Start));
        }

        return (0, -1);
    }
}
