using ConflictBot.Training;

// Fits the weights that the bot judges by to questions whose answers are known, and says by cross-validation what they are worth.
var options = args.Skip(1).Chunk(2).Where(p => p.Length == 2).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
var news = options.GetValueOrDefault("--news")?.Split(',') ?? [];
switch (args.FirstOrDefault())
{
    case "ranking" when options.ContainsKey("--squad") && options.ContainsKey("--squad-articles") && options.ContainsKey("--wikiqa") && options.ContainsKey("--news-articles"):
        await RankingCommand.RunAsync(options, news);
        return 0;
    case "held-out" when options.ContainsKey("--squad") && options.ContainsKey("--squad-articles") && options.ContainsKey("--wikiqa") && options.ContainsKey("--news-articles"):
        await HeldOutCommand.RunAsync(options, news);
        return 0;
    case "width" when options.ContainsKey("--squad") && options.ContainsKey("--squad-articles"):
        await WidthCommand.RunAsync(options);
        return 0;
    case "confidence" when news.Length > 0 && options.ContainsKey("--news-articles"):
        await ConfidenceCommand.RunAsync(options, news);
        return 0;
    case "disputes" when news.Length > 0 && options.ContainsKey("--news-articles"):
        await DisputesCommand.RunAsync(options, news);
        return 0;
    default:
        Console.Error.WriteLine("""
            usage: ranking --squad QUESTIONS.jsonl --squad-articles ARTICLES.jsonl --wikiqa QUESTIONS.jsonl --news QUESTIONS.jsonl,… --news-articles FOLDER [--write ranking-weights.tsv] [--ablate true]
                   confidence --news QUESTIONS.jsonl,… --news-articles FOLDER [--write confidence-weights.tsv]
                   disputes --news QUESTIONS.jsonl,… --news-articles FOLDER [--write dispute-weights.tsv]
                   width --squad QUESTIONS.jsonl --squad-articles ARTICLES.jsonl [--write excerpt-width-weights.tsv]
                   held-out (as ranking): SQuAD's sentence@1 where neither weights have seen the article; some minutes
            A news file may bring articles of its own: QUESTIONS.jsonl=FOLDER.
            The confidence and the width are fitted to what today's ranking puts first: fit the ranking, build, and then fit them.
            """);
        return 2;
}
