using ConflictBot.Core.Answers;
using ConflictBot.Core.Retrieval;

namespace ConflictBot.Core.Tests.Retrieval;

public sealed class FeatureWeightsTests
{
    [Fact]
    public void Reads_names_and_weights_and_leaves_the_rest_at_nought()
    {
        using var reader = new StringReader("# a remark\nExact\t2.5\n\nIndex\t-1\n");
        var weights = FeatureWeights<SentenceFeature>.Load(reader);
        weights[SentenceFeature.Exact].ShouldBe(2.5);
        weights[SentenceFeature.Names].ShouldBe(0);
        var features = new double[FeatureWeights<SentenceFeature>.Count];
        (features[(int)SentenceFeature.Exact], features[(int)SentenceFeature.Index]) = (2, 3);
        weights.Score(features).ShouldBe(2);
    }

    [Theory]
    [InlineData("Exact 2.5")]
    [InlineData("Exactly\t2.5")]
    [InlineData("Exact\tmuch")]
    [InlineData("Exact\t1\t2")]
    public void Refuses_a_line_that_is_something_else(string line)
    {
        using var reader = new StringReader(line);
        Should.Throw<FormatException>(() => FeatureWeights<SentenceFeature>.Load(reader)).Message.ShouldContain(line);
    }

    [Fact]
    public void Every_feature_of_both_models_has_a_weight_in_its_file()
    {
        var root = typeof(RankingWeights).Assembly;
        Names("ranking-weights.tsv").ShouldBe(Enum.GetNames<SentenceFeature>(), ignoreOrder: true);
        Names("confidence-weights.tsv").ShouldBe(Enum.GetNames<ConfidenceFeature>(), ignoreOrder: true);

        IEnumerable<string> Names(string file)
        {
            using var reader = new StreamReader(root.GetManifestResourceStream(file).ShouldNotBeNull());
            return [.. reader.ReadToEnd().Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t')[0])];
        }
    }
}
