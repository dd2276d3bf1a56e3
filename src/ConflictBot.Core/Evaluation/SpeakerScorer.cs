using System.Collections.Immutable;
using System.Globalization;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Language;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Evaluation;

/// <summary>Compares who says each labelled sentence with who the rules say does.</summary>
/// <remarks>
/// What a sentence reports is matched one to one with what its labels report. Precision counts every report the rules see, recall every labelled one;
/// speaker, verb, side and date are right, each by itself, out of all labelled reports, so that a report that is not seen is wrong in all of them.
/// </remarks>
internal sealed class SpeakerScorer(QuestionAnswerer answerer, ArticleLibrary library)
{
    /// <summary>What was right of a labelled report.</summary>
    private sealed record Match(LabelledSpeaker Said, Attribution? Found, bool Speaker, bool Verb, bool Side, bool Date, bool Via)
    {
        public IEnumerable<string> Wrong()
        {
            if (Found is null)
                return ["unseen"];
            return new[] { (Speaker, "speaker"), (Verb, "verb"), (Side, "side"), (Date, "date"), (Via, "via") }.Where(p => !p.Item1).Select(p => p.Item2);
        }
    }

    public EvaluationReport Score(QuestionSet.Speakers set, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var matches = new List<Match>();
        var outcomes = ImmutableArray.CreateBuilder<QuestionOutcome>(set.Count);
        var seen = 0;
        foreach (var group in set.Labels.GroupBy(Sentence))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var left = answerer.Speakers.Attribute(group.Key).Where(a => !a.PassesOn).ToList();
            seen += left.Count;
            foreach (var label in group)
            {
                var match = label.Said is { } said ? Compare(said, Take(left, said)) : null;
                if (match is not null)
                    matches.Add(match);
                var wrong = match is null ? left.Count == 0 ? [] : ["reported"] : match.Wrong().ToList();
                var shown = match is null ? string.Join("; ", left.Select(Text)) : Text(match.Found);
                outcomes.Add(new QuestionOutcome(
                    $"{label.Document}.{group.Key.Sentence.Index}", label.Text, null, wrong.Count == 0 ? "right" : string.Join(", ", wrong), wrong.Count > 0, shown));
                progress?.Report(outcomes.Count);
            }

            if (left.Count > 0 && group.Any(l => l.Said is not null))
            {
                outcomes.Add(new QuestionOutcome(
                    $"{group.First().Document}.{group.Key.Sentence.Index}", group.First().Text, null, "too many", Missed: true, string.Join("; ", left.Select(Text))));
            }
        }

        return new EvaluationReport { Format = set.Format, Questions = set.Count, Metrics = Metrics(matches, seen), Outcomes = outcomes.ToImmutable() };
    }

    private static ImmutableArray<EvaluationMetric> Metrics(List<Match> matches, int seen)
    {
        var found = matches.Count(m => m.Found is not null);
        var dated = matches.Where(m => m.Said.Date is not null).ToList();
        var sided = matches.Where(m => m.Said.Side is not null).ToList();
        var passedOn = matches.Where(m => m.Said.Via is not null).ToList();
        return
        [
            EvaluationMetric.Share("reported-precision", found, seen),
            EvaluationMetric.Share("reported-recall", found, matches.Count),
            EvaluationMetric.Share("speaker", matches.Count(m => m.Speaker), matches.Count),
            EvaluationMetric.Share("verb", matches.Count(m => m.Verb), matches.Count),
            EvaluationMetric.Share("side", matches.Count(m => m.Side), matches.Count),
            EvaluationMetric.Share("side-where-given", sided.Count(m => m.Side), sided.Count),
            EvaluationMetric.Share("date", matches.Count(m => m.Date), matches.Count),
            EvaluationMetric.Share("date-where-given", dated.Count(m => m.Date), dated.Count),
            EvaluationMetric.Share("via-where-given", passedOn.Count(m => m.Via), passedOn.Count),
        ];
    }

    /// <summary>Takes the report that is the label's: the first by its speaker, else the first left.</summary>
    private static Attribution? Take(List<Attribution> left, LabelledSpeaker said)
    {
        var attribution = left.Find(a => Names(said, a.Speaker)) ?? left.FirstOrDefault();
        if (attribution is not null)
            left.Remove(attribution);
        return attribution;
    }

    private Match Compare(LabelledSpeaker said, Attribution? found) => new(
        said,
        found,
        found is not null && Names(said, found.Speaker),
        found?.Verb is { } verb && said.Verbs.Any(v => Folded(v) == Folded(verb)),
        found is not null && SideName(found.SideId) == said.Side,
        found is not null && found.SaidOn == said.Date,
        found is not null && (said.Via is null ? found.Via is null : found.Via is not null && IsName(said.Via, found.Via, char.IsUpper(said.Via[^1]))));

    private static bool Names(LabelledSpeaker said, string speaker) => said.Names.Any(n => IsName(n, speaker, said.IsPerson));

    /// <summary>The same words; a person may come with a title, or by the family name alone.</summary>
    private static bool IsName(string wanted, string found, bool isPerson)
    {
        if (Folded(wanted) == Folded(found))
            return true;
        var family = wanted.Split(' ')[^1];
        return isPerson && char.IsUpper(family[0]) && Folded(found).Split(' ').Contains(Folded(family), StringComparer.Ordinal);
    }

    /// <summary>The words without case, marks, possessives and articles.</summary>
    private static string Folded(string text) => string.Join(' ', Tokenizer.Tokenize(text).Select(t => t.Text).Where(t => t is not ("the" or "a" or "an")));

    /// <summary>The side as people call it: the European Council's is the European Union.</summary>
    private string? SideName(string? id)
    {
        while (id is not null && answerer.Gazetteer.Find(id)?.Side is { } wider)
            id = wider;
        return id is null ? null : answerer.Gazetteer.Find(id)?.Name;
    }

    private AnalyzedSentence Sentence(SpeakerLabel label)
    {
        var wanted = Whitespace.Collapse(label.Text);
        return library.All.Select(a => a.Article).Where(a => a.Id.Value.StartsWith(label.Document, StringComparison.Ordinal))
            .SelectMany(a => a.Paragraphs.Where(p => !p.IsHeading).SelectMany(p => answerer.Sentences.Analyze(a, p)))
            .First(s => Whitespace.Collapse(s.Text).Contains(wanted, StringComparison.Ordinal));
    }

    private static string Text(Attribution? found) =>
        found is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{found.Speaker} | {found.Verb} | {found.SideId} | {found.SaidOn:yyyy-MM-dd}{(found.Via is { } via ? $" | via {via}" : "")}");
}
