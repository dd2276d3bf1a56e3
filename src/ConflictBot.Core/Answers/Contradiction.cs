using System.Collections.Immutable;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Retrieval;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Answers;

/// <summary>Finds, right behind what answers, that a party of which it tells something says it is not so, whoever told it: a villager, a newspaper, the other side.</summary>
internal sealed class Contradiction(SentenceAnalyzer analyzer, SpeakerAttributor attributor, SentenceJudge judge)
{
    // A denial stands so many sentences behind what it denies, at most.
    private const int Within = 2;

    // So much of what the question asks of has to be spoken of in what is denied.
    private const double Matter = 0.5;

    /// <summary>The best of the sentences that answer, and its denial; null where it is not denied.</summary>
    public (Evidence Told, Account Denial)? Find(AnalyzedQuestion question, ImmutableArray<Evidence> answering)
    {
        if (question.HasSpeaker || !MayBeDenied(question.Type))
            return null;
        var told = answering[0];
        return !told.Sentence.IsTitle && DisputedMatter.SpokenOf(told) >= Matter && DenialOf(question, told) is { } denial ? (told, denial) : null;
    }

    /// <summary>What a person is, when and where something was, how it is called: such things are hardly denied.</summary>
    private static bool MayBeDenied(AnswerType type) => type is AnswerType.Who or AnswerType.What or AnswerType.Why or AnswerType.How or AnswerType.HowMany or AnswerType.YesNo or AnswerType.BothSides;

    private Account? DenialOf(AnalyzedQuestion question, Evidence told)
    {
        var tellers = attributor.Attribute(told.Sentence).Select(a => a.SideId).ToList();
        var concerned = told.Sentence.Mentions.Select(AccusationText.SideOf).OfType<string>().Where(PartyNames.IsParty).ToHashSet(StringComparer.Ordinal);
        foreach (var next in Behind(told.Sentence))
        {
            var denying = attributor.Attribute(next).FirstOrDefault(a => a.SideId is { } side && concerned.Contains(side) && !tellers.Contains(side) && !a.PassesOn && DeniesIt(next, a, question));
            if (denying is not null)
                return AccountFinder.Of(question, judge.Judge(question, next, 0), denying);
        }

        return null;
    }

    /// <summary>The sentences right behind, to the end of the next paragraph at most.</summary>
    private IEnumerable<AnalyzedSentence> Behind(AnalyzedSentence sentence)
    {
        var article = sentence.Article;
        return article.Paragraphs.Where(p => p.Index >= sentence.Paragraph.Index && p.Index <= sentence.Paragraph.Index + 1 && !p.IsHeading)
            .SelectMany(p => analyzer.Analyze(article, p)).Where(s => s.Sentence.Index > sentence.Sentence.Index).Take(Within);
    }

    private static bool DeniesIt(AnalyzedSentence sentence, Attribution attribution, AnalyzedQuestion question) =>
        (AccusationText.Rejects(sentence, attribution) && !sentence.Tokens.Any(t => t.Text is "link" or "links" or "connection" or "connections")) || SaysThereIsNoSuchThing(sentence, attribution) || question.Units.Any(u => u is { IsName: false, Role: not UnitRole.Saying } && Negation.Denies(sentence, u));

    /// <summary>"No such killings had taken place", "nothing of the kind", "it was not true".</summary>
    private static bool SaysThereIsNoSuchThing(AnalyzedSentence sentence, Attribution attribution)
    {
        for (var i = 0; i + 1 < sentence.Tokens.Length; i++)
        {
            if (attribution.Clause.Contains(sentence.Tokens[i].Start) && (sentence.Tokens[i].Text, sentence.Tokens[i + 1].Text) is ("no", "such") or ("not", "true") or ("nothing", "of"))
                return true;
        }

        return false;
    }
}
