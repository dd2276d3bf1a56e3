using System.Globalization;
using ConflictBot.Core.Retrieval;
using ConflictBot.Training;

// Trains the weights of ranking-weights.tsv on questions whose answers are known, and says by cross-validation what they are worth.
// usage: --squad QUESTIONS.jsonl --squad-articles ARTICLES.jsonl --wikiqa QUESTIONS.jsonl [--write WEIGHTS.tsv] [--ablate true]
const int Steps = 200;
const double Pull = 0.003;

var options = args.Chunk(2).Where(p => p.Length == 2).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
if (!options.TryGetValue("--squad", out var squadPath) || !options.TryGetValue("--squad-articles", out var articlesPath) || !options.TryGetValue("--wikiqa", out var wikiPath))
{
    Console.Error.WriteLine("usage: --squad QUESTIONS.jsonl --squad-articles ARTICLES.jsonl --wikiqa QUESTIONS.jsonl [--write WEIGHTS.tsv] [--ablate true]");
    return 2;
}

var squad = await TrainingSets.SquadAsync(squadPath, articlesPath);
var wiki = await TrainingSets.WikiQaAsync(wikiPath);
var all = squad.Concat(wiki).ToList();
var features = Enum.GetValues<SentenceFeature>();
var prior = features.Select(f => RankingWeights.Default[f]).ToArray();
var trainer = new SoftmaxTrainer(prior, Pull, Steps);
Console.WriteLine($"{squad.Count} SQuAD and {wiki.Count} WikiQA questions with an answer among their candidates");
Report("as they are", _ => prior);
var folds = CrossValidation.Folds(all, trainer, _ => true);
Report("cross-validated", fold => folds[fold]);

if (options.ContainsKey("--ablate"))
{
    foreach (var family in FeatureFamilies.All)
    {
        var without = CrossValidation.Folds(all, trainer, i => !family.Value.Contains(features[i]));
        Report("without " + family.Key, fold => without[fold]);
    }
}

if (options.TryGetValue("--write", out var target))
{
    var weights = trainer.Fit(all, _ => true);
    File.WriteAllLines(target,
    [
        "# Feature (see SentenceFeature), weight. Written by eng/ConflictBot.Training; see docs/quality.md.",
        .. features.Select((f, i) => string.Create(CultureInfo.InvariantCulture, $"{f}\t{weights[i]:0.##}")),
    ]);
}

return 0;

void Report(string name, Func<string, double[]> weightsFor) => Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"{name,-28} SQuAD sentence@1 {CrossValidation.FirstRight(squad, weightsFor):0.000}   WikiQA P@1 {CrossValidation.FirstRight(wiki, weightsFor):0.000}, MAP {CrossValidation.MeanAveragePrecision(wiki, weightsFor):0.000}"));
