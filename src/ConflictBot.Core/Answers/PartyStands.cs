using System.Collections.Immutable;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Retrieval;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Answers;

/// <summary>Finds, for a question for the stands of two parties ("how do Yerevan and Baku see …"), what each of them says of the matter.</summary>
public sealed class PartyStands(SpeakerAttributor attributor, ClaimBuilder claims)
{
    // So much of the matter, the parties apart, is spoken of in the sentence or right around it.
    private const double SpokenOf = 0.4;

    // Words between two names that stand side by side: "the Armenian and the Azerbaijani".
    private const int MostBetween = 3;

    /// <summary>The best of each party's own words, in the order the question names them; null where it names no two, or one of them says nothing of it.</summary>
    public ImmutableArray<ClaimGroup>? Find(AnalyzedQuestion question, ImmutableArray<Evidence> ranked)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (question.Type is not (AnswerType.Position or AnswerType.BothSides) || Parties(question) is not { } parties)
            return null;
        var matter = question.Units.Where(u => u != parties.First && u != parties.Second && u.Role != UnitRole.Saying && u.Entity is null && !WordLists.PlainSaying.Contains(u.Stem)).ToList();
        if (matter.Count == 0 || Best(parties.First, matter, ranked) is not { } first || Best(parties.Second, matter, ranked) is not { } second)
            return null;
        return [Group(parties.First, first), Group(parties.Second, second)];

        ClaimGroup Group(QuestionUnit party, (Evidence Evidence, Attribution Attribution) said) =>
            new(Party(party).Name, [claims.Build(question, said.Evidence, said.Attribution)]);
    }

    /// <summary>The two that stand side by side in the question, else the only two it names.</summary>
    private static (QuestionUnit First, QuestionUnit Second)? Parties(AnalyzedQuestion question)
    {
        var named = question.Units.Where(u => u.Entity is { Kind: EntityKind.State or EntityKind.Organisation or EntityKind.Person } || u.StandsFor is not null).DistinctBy(u => Party(u).Id).ToList();
        for (var i = 0; i + 1 < named.Count; i++)
        {
            var between = Tokenizer.Tokenize(question.Text[named[i].Span.End..named[i + 1].Span.Start]);
            if (between.Count <= MostBetween && between.Exists(t => t.Text is "and" or "vs" or "versus" or "with" or "from" or "to" or "than"))
                return (named[i], named[i + 1]);
        }

        return named.Count == 2 ? (named[0], named[1]) : null;
    }

    private (Evidence Evidence, Attribution Attribution)? Best(QuestionUnit party, List<QuestionUnit> matter, ImmutableArray<Evidence> ranked)
    {
        foreach (var evidence in ranked.Where(e => !e.Sentence.IsTitle && e[SentenceFeature.Time] >= 0 && DisputedMatter.ShareSpokenOf(e, matter.Contains) >= SpokenOf))
        {
            if (attributor.Attribute(evidence.Sentence).FirstOrDefault(a => Speaks(party, a)) is { } attribution)
                return (evidence, attribution);
        }

        return null;
    }

    private static bool Speaks(QuestionUnit party, Attribution attribution)
    {
        if (attribution.PassesOn || attribution.IsCourtesy)
            return false;
        var wanted = Party(party);
        return attribution.Entity?.Id == wanted.Id || attribution.SideId == wanted.Id || (wanted is { Kind: EntityKind.Organisation, Side: { } state } && attribution.SideId == state);
    }

    private static GazetteerEntry Party(QuestionUnit unit) => unit.StandsFor ?? unit.Entity!;
}
