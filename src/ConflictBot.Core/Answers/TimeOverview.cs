using System.Collections.Immutable;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Retrieval;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Answers;

/// <summary>Answers "What happened in July 2020?", which asks of nothing but a time: excerpts that each tell something else of it.</summary>
internal sealed class TimeOverview(ClaimBuilder claims)
{
    private const int MostKept = 12;

    // An article of which only the year is known may be of any month of it.
    private const double Likely = 0.6;

    // Of so few days an article of the weeks after tells what it gives another date too.
    private const int DaysOfADate = 7;

    // News opens with what matters most. So much a sentence is worth for standing in front, and for each word of the conflict in it, three at most.
    private const double InFront = 1;
    private const double PerWord = 0.25;
    private const int MostWords = 3;

    // An article that was quoted already gives way to one that was not.
    private const double SameArticle = 0.5;

    /// <summary>Null where nothing that was found is of that time.</summary>
    public Composition? Compose(AnalyzedQuestion question, string resolved, bool shows, ImmutableArray<Evidence> ranked)
    {
        var of = ranked.Where(e => !e.Sentence.IsTitle && e[SentenceFeature.Time] > 0).ToList();
        if (of.Exists(e => e[SentenceFeature.Time] >= Likely))
            of = of.FindAll(e => e[SentenceFeature.Time] >= Likely);
        if (question.Dates is { Days: <= DaysOfADate } && of.Exists(IsDated))
            of = of.FindAll(IsDated);
        var left = of.ConvertAll(e => (Evidence: e, Worth: Worth(e)));
        var chosen = new List<Evidence>();
        while (chosen.Count < MostKept && left.Count > 0)
        {
            var next = left.MaxBy(c => c.Worth - (SameArticle * chosen.Count(o => o.Sentence.Article.Id == c.Evidence.Sentence.Article.Id)));
            left.Remove(next);
            if (!chosen.Exists(o => SentenceSelector.Repeats(o, next.Evidence)))
                chosen.Add(next.Evidence);
        }

        if (chosen.Count == 0)
            return null;
        var why = $"Nothing but a time was asked about: of {ranked.Length} sentences looked at, these tell most plainly what happened then.";
        return Composition.Supported(Wording.In(question.Language).Supported, resolved, shows, claims.BuildDistinct(question, chosen), 1, why);
    }

    /// <summary>By its own words, and not by its article's date.</summary>
    private static bool IsDated(Evidence evidence) => evidence[SentenceFeature.Time] >= 1;

    private static double Worth(Evidence evidence)
    {
        var words = evidence.Sentence.Stems.Distinct(StringComparer.Ordinal).Count(s => WordLists.Accusations.Contains(s) || WordLists.ConflictTalk.Contains(s));
        return evidence[SentenceFeature.Time] + (InFront * evidence[SentenceFeature.Early]) + (PerWord * Math.Min(MostWords, words));
    }
}
