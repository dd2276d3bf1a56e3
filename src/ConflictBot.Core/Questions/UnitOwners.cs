using System.Collections.Immutable;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Questions;

/// <summary>Whose the things of a question are: "Armenian soldiers", "Azerbaijan's harbour", "how many troops did Armenia lose", "Putin's adviser Jane Doe".</summary>
internal static class UnitOwners
{
    // What is left of the weight of one who only tells whose somebody named is.
    private const double OwnerShare = 0.2;

    // "'s ".
    private const int MostOfAPossessive = 3;

    /// <summary>The units, each state linked to what is its own, and each person who only tells whose somebody named is marked as that.</summary>
    public static ImmutableArray<QuestionUnit> Linked(string question, ImmutableArray<QuestionUnit> units) => WithOwnersOfNamed(question, WithModifiers(question, units));

    /// <summary>Links an adjective to the word it stands before ("Armenian" to "soldiers").</summary>
    private static ImmutableArray<QuestionUnit> WithModifiers(string question, ImmutableArray<QuestionUnit> units)
    {
        var linked = units.ToBuilder();
        for (var i = 0; i + 1 < linked.Count; i++)
        {
            var between = question[linked[i].Span.End..linked[i + 1].Span.Start];
            var isOwner = linked[i].IsAdjective ? string.IsNullOrWhiteSpace(between)
                : between.Length <= MostOfAPossessive && IsPossessive(question, linked[i]) && (linked[i].Entity is { Kind: EntityKind.State } || (linked[i].Entity is { Kind: EntityKind.Person } && linked.Skip(i + 1).Take(2).Any(u => WordLists.Roles.Contains(u.Stem))));
            if (isOwner && linked[i + 1].Entity is null)
                linked[i] = linked[i] with { Modifies = linked[i + 1] };
        }

        LinkToOwner(question, linked);
        return linked.ToImmutable();
    }

    /// <summary>"How many of its troops did Armenia lose", "how many troops did Armenia lose": the state's own.</summary>
    private static void LinkToOwner(string question, ImmutableArray<QuestionUnit>.Builder units)
    {
        var owner = Enumerable.Range(0, units.Count).FirstOrDefault(i => units[i] is { Entity.Kind: EntityKind.State, IsAdjective: false }, -1);
        if (owner < 0 || units.Any(u => u.Modifies is not null))
            return;
        var isOwned = units.Skip(owner + 1).Any(u => u.Stem is "lose" or "lost" or "loss");
        foreach (var unit in units.Where(u => u.Entity is null && u.Span.Start < units[owner].Span.Start && (u.Role == UnitRole.Focus || !isOwned)))
        {
            if (isOwned || Tokenizer.Tokenize(question[..unit.Span.Start]) is [.., { Text: "its" or "their" }])
            {
                units[owner] = units[owner] with { Modifies = unit };
                return;
            }
        }
    }

    /// <summary>Of "Aliyev's adviser Jane Doe", Aliyev only tells who she is.</summary>
    private static ImmutableArray<QuestionUnit> WithOwnersOfNamed(string question, ImmutableArray<QuestionUnit> units) =>
        [.. units.Select((u, i) => IsOwnerOfNamed(question, units, i) ? u with { Role = UnitRole.Whose, Weight = u.Weight * OwnerShare, Unknown = false } : u)];

    private static bool IsOwnerOfNamed(string question, ImmutableArray<QuestionUnit> units, int at) =>
        units[at].Entity is { Kind: EntityKind.Person } && IsPossessive(question, units[at]) && at + 2 < units.Length && WordLists.Roles.Contains(units[at + 1].Stem)
        && units[at + 2].IsName && units[at + 2].Span.Start - units[at + 1].Span.End == 1;

    private static bool IsPossessive(string question, QuestionUnit unit) =>
        question.AsSpan(unit.Span.End) is ['\'' or '’', 's' or ' ', ..] || question.AsSpan(0, unit.Span.End).EndsWith("'s") || question.AsSpan(0, unit.Span.End).EndsWith("’s");
}
