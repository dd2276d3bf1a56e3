using System.Collections.Frozen;
using System.Collections.Immutable;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Retrieval;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Answers;

/// <summary>Finds what parties say of what a question asks, in the best sentences and around the very best.</summary>
internal sealed class AccountFinder(SentenceAnalyzer analyzer, SpeakerAttributor attributor, SentenceJudge judge)
{
    // Around so many of the best sentences, so many paragraphs before and after, another's account is looked for.
    private const int Anchors = 4;
    private const int ParagraphsBefore = 2;
    private const int ParagraphsAfter = 3;

    // So many of the best sentences may be an account wherever they stand, and so many accounts are compared with each other.
    private const int LookedThrough = 20;
    private const int MostAccounts = 24;

    // So much of the matter an account has to speak of, in the sentence or right around it.
    private const double MatterShare = 0.3;

    private const double NameSpokenOf = 0.45;

    // A word that is spoken of less is not spoken of.
    private const double WordSpokenOf = 0.3;

    // What is named elsewhere in the article.
    private const double ByArticle = 0.5;

    // "The two sides disagree about it" stands so many sentences before what each says, at most.
    private const int DisputeToldBefore = 2;
    private const int AccountWithin = 3;

    private static readonly FrozenSet<string> Disputes = new[] { "disagree", "dispute", "contradict", "conflicting", "contest" }.Select(WordForms.StemAny).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Accounts of the best sentences first.</summary>
    public List<Account> Find(AnalyzedQuestion question, ImmutableArray<Evidence> ranked)
    {
        var found = new Dictionary<(ArticleId, int), Evidence>();
        foreach (var evidence in ranked.Take(LookedThrough))
            found.TryAdd(Key(evidence.Sentence), evidence);
        foreach (var anchor in ranked.Where(e => !e.Sentence.IsTitle).Take(Anchors))
        {
            foreach (var sentence in Around(anchor.Sentence).Where(s => !found.ContainsKey(Key(s))))
                found.Add(Key(sentence), ranked.FirstOrDefault(e => e.Sentence == sentence) ?? JudgedBeside(question, sentence, anchor));
        }

        return
        [
            .. found.Values.Where(e => !e.Sentence.IsTitle && DisputedMatter.SpokenOf(e) >= MatterShare)
                .SelectMany(e => attributor.Attribute(e.Sentence).Where(a => a.SideId is { } side && PartyNames.IsParty(side) && !a.PassesOn && !a.IsCourtesy).DistinctBy(a => a.SideId).Select(a => (Evidence: e, Attribution: a)))
                .OrderByDescending(a => a.Evidence.Score).ThenBy(a => a.Evidence.Sentence.Article.Id).ThenBy(a => a.Evidence.Sentence.Sentence.Index)
                .Take(MostAccounts)
                .Select(a => Measured(question, a.Evidence, a.Attribution)),
        ];
    }

    /// <summary>A sentence that the index did not find: of what its article names, what was found of it tells.</summary>
    private Evidence JudgedBeside(AnalyzedQuestion question, AnalyzedSentence sentence, Evidence anchor)
    {
        var evidence = judge.Judge(question, sentence, 0);
        return evidence with { Coverage = [.. evidence.Coverage.Select((c, i) => c with { InArticle = Math.Max(c.Here, anchor.Coverage[i].InArticle) })] };
    }

    private IEnumerable<AnalyzedSentence> Around(AnalyzedSentence anchor)
    {
        var paragraphs = anchor.Article.Paragraphs;
        var last = Math.Min(paragraphs.Length - 1, anchor.Paragraph.Index + ParagraphsAfter);
        for (var i = Math.Max(0, anchor.Paragraph.Index - ParagraphsBefore); i <= last; i++)
        {
            foreach (var sentence in paragraphs[i].IsHeading ? [] : analyzer.Analyze(anchor.Article, paragraphs[i]))
                yield return sentence;
        }
    }

    private static (ArticleId, int) Key(AnalyzedSentence sentence) => (sentence.Article.Id, sentence.Sentence.Index);

    private Account Measured(AnalyzedQuestion question, Evidence evidence, Attribution attribution) => Of(question, evidence, attribution) with { TellsOfADispute = TellsOfADispute(evidence.Sentence) };

    /// <summary>What a party says, measured by its sentence alone.</summary>
    public static Account Of(AnalyzedQuestion question, Evidence evidence, Attribution attribution) => new(evidence, attribution)
    {
        Confidence = AbstentionPolicy.Confidence(question, evidence),
        Covered = (Covered(evidence, c => c.Here), Covered(evidence, SpokenOf)),
        MissesAName = evidence.Coverage.Any(c => c.Unit.IsName && c.Unit.Entity is not { Kind: EntityKind.State } && SpokenOf(c) < NameSpokenOf),
        WordsMissing = [.. evidence.Coverage.Where(c => c.Unit is { IsName: false, Entity: null, Role: UnitRole.Content or UnitRole.Focus } && SpokenOf(c) < WordSpokenOf).Select(c => c.Unit)],
        OwnWords = OwnWords(question, evidence.Sentence),
        Accuses = AccusationText.HasAny(evidence.Sentence),
        Contradicts = AccusationText.Answers(evidence.Sentence, attribution) || AccusationText.Contends(attribution),
        Negates = Negates(evidence.Sentence),
    };

    /// <summary>How well the sentence, what stands around it, or its article speaks of something.</summary>
    private static double SpokenOf(UnitCoverage unit) => Math.Max(Math.Max(unit.Here, unit.WithContext), ByArticle * unit.InArticle);

    private static double Covered(Evidence evidence, Func<UnitCoverage, double> how)
    {
        var total = evidence.Coverage.Sum(c => c.Unit.Weight);
        return total <= 0 ? 0 : evidence.Coverage.Sum(c => how(c) * c.Unit.Weight) / total;
    }

    private static HashSet<string> OwnWords(AnalyzedQuestion question, AnalyzedSentence sentence) =>
        sentence.Tokens.Select((t, i) => (t.Text, Stem: sentence.Stems[i])).Where(t => !StopWords.Contains(t.Text) && !WordLists.ReportingVerbs.Contains(t.Stem) && !question.Words.Any(w => w.Stem == t.Stem))
            .Select(t => t.Stem).ToHashSet(StringComparer.Ordinal);

    private bool TellsOfADispute(AnalyzedSentence sentence)
    {
        for (var (i, at) = (0, sentence); i <= DisputeToldBefore && at is not null; i++, at = analyzer.Before(at))
        {
            if (at.Stems.Any(Disputes.Contains) || Enumerable.Range(0, at.Tokens.Length).Any(t => TellsOfAnotherAccount(at, t)))
                return true;
        }

        return false;
    }

    /// <summary>"Another story", "sharply different accounts", "the two governments cannot agree".</summary>
    private static bool TellsOfAnotherAccount(AnalyzedSentence sentence, int at)
    {
        var word = sentence.Tokens[at].Text;
        if (word is "agree" or "agrees" or "agreed")
            return at > 0 && sentence.Tokens[at - 1].Text is "not" or "cannot" or "never" or "hardly" or "can't" or "don't";
        return word is "another" or "different" or "differing" or "differently" or "opposite" or "contrary" or "rival" or "competing" or "two" or "own" or "other"
            && Enumerable.Range(at + 1, AccountWithin).Any(i => i < sentence.Tokens.Length && sentence.Tokens[i].Text is "story" or "stories" or "version" or "versions" or "account" or "accounts" or "tale" or "explanation" or "number" or "numbers" or "figure" or "figures" or "view" or "views");
    }

    private static bool Negates(AnalyzedSentence sentence) =>
        sentence.Tokens.Any(t => t.Text is "no" or "not" or "never" or "nothing" or "nobody" or "none" or "neither" or "nor" or "without" || t.Text.EndsWith("n't", StringComparison.Ordinal) || t.Text.EndsWith("n’t", StringComparison.Ordinal));
}
