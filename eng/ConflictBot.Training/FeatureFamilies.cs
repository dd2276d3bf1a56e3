using ConflictBot.Core.Retrieval;

namespace ConflictBot.Training;

/// <summary>Features that measure the same kind of thing, to be left out together.</summary>
internal static class FeatureFamilies
{
    public static IReadOnlyDictionary<string, SentenceFeature[]> All { get; } = new Dictionary<string, SentenceFeature[]>(StringComparer.Ordinal)
    {
        ["synonyms"] = [SentenceFeature.Synonym],
        ["context"] = [SentenceFeature.Context, SentenceFeature.TitleContext, SentenceFeature.ArticleContext],
        ["order and nearness"] = [SentenceFeature.Order, SentenceFeature.Proximity, SentenceFeature.Densest, SentenceFeature.NearAnswer],
        ["pairs of words"] = [SentenceFeature.Pairs, SentenceFeature.ContentPairs, SentenceFeature.Triples],
        ["names"] = [SentenceFeature.Names, SentenceFeature.NamesMissing],
        ["the answer's kind"] =
        [
            SentenceFeature.Focus, SentenceFeature.TypeNumber, SentenceFeature.TypePerson, SentenceFeature.TypeHolder, SentenceFeature.TypeRole, SentenceFeature.TypeDate,
            SentenceFeature.TypePlace, SentenceFeature.TypeSaid, SentenceFeature.Quoted, SentenceFeature.TypeReason, SentenceFeature.TypeManner, SentenceFeature.TypeList,
            SentenceFeature.TypeDefinition,
        ],
        ["time and sides"] = [SentenceFeature.Time, SentenceFeature.SideAgrees, SentenceFeature.SideConflicts],
        ["the index's score"] = [SentenceFeature.Index],
        ["place and length"] =
        [
            SentenceFeature.IsTitle, SentenceFeature.Short, SentenceFeature.Long, SentenceFeature.OpensWithPronoun, SentenceFeature.OpensParagraph, SentenceFeature.Early,
        ],
    };
}
