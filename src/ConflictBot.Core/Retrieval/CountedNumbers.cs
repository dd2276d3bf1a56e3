using System.Collections.Frozen;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Retrieval;

/// <summary>A number that may count what is asked for.</summary>
/// <param name="Quantity">The number.</param>
/// <param name="Fit">How surely it counts that, 0–1.</param>
/// <param name="Noun">The token of what it counts, behind or before it; −1 where that does not stand there.</param>
internal readonly record struct CountedNumber(Quantity Quantity, double Fit, int Noun);

/// <summary>Finds the numbers of a sentence that count what a question asks for.</summary>
internal static class CountedNumbers
{
    // Words looked at after a number for what it counts, and before it: "Armenian losses had reached 26".
    private const int CountedWithin = 5;
    private const int CountedBefore = 12;
    private const int DeedWithin = 2;
    private const int BothSidesWithin = 5;

    // What is left of a number's fit where it counts another side's, other people than asked for, or the wounded for the dead.
    private const double OtherSide = 0.5;
    private const double OtherPeople = 0.1;
    private const double OtherDeed = 0.3;

    // "Seven soldiers died on the border of the two states": beside a number of soldiers, "two" is none.
    private const double BesideTheirs = 0.5;

    private const double AsPeople = 0.6;

    // "Two killed" counts the soldiers who were killed, nearly as surely as "two soldiers".
    private const double ByTheDeed = 0.8;

    // "No soldiers" counts them, but tells less than a number does.
    private const double None = 0.45;
    private const int NoneWithin = 3;

    // "Of its 24 hotels, five are open": five of them, and not all that there are.
    private const double OutOfAll = 0.6;

    // "The two former Soviet nations": what stands a few words behind a number, and is counted whatever is asked.
    private const int OthersWithin = 2;

    private static readonly FrozenSet<string> OftenCounted = new[]
    {
        "country", "nation", "state", "side", "party", "government", "year", "month", "week", "day", "hour", "minute", "decade", "century", "time", "kilometre", "kilometer", "km", "metre", "meter", "mile",
    }.Select(WordForms.StemAny).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> AnyPeople = new[] { "people", "person", "casualty", "fatality", "victim", "personnel", "resident", "citizen", "inhabitant" }.Select(WordForms.StemAny).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Best first.</summary>
    /// <param name="question">The question.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="mayCountPeople">Whether "17,000 people" may be the servicemen asked for, as in a sentence that is about them.</param>
    public static IEnumerable<CountedNumber> Of(AnalyzedQuestion question, AnalyzedSentence sentence, bool mayCountPeople = false)
    {
        var side = question.Units.FirstOrDefault(u => u.Modifies?.Role == UnitRole.Focus)?.Entity?.Id;
        // "The 44-day war" counts nothing that is asked for.
        var numbers = sentence.Quantities
            .Where(q => !sentence.Mentions.Any(m => m.Entry.Kind == EntityKind.Event && m.Span.Contains(q.Span)))
            .Select(q => OfItsDeed(question, sentence, OfItsSide(Counted(question, sentence, q, mayCountPeople), side, sentence)))
            .Concat(Nobody(question, sentence).Select(q => OfItsSide(q, side, sentence)))
            .ToList();
        var countsThem = numbers.Exists(q => q.Noun >= 0);
        return numbers.Select(q => countsThem && q.Noun < 0 ? q with { Fit = q.Fit * BesideTheirs } : q).Where(q => q.Fit > 0).OrderByDescending(q => q.Fit);
    }

    private static CountedNumber OfItsSide(CountedNumber number, string? side, AnalyzedSentence sentence) =>
        side is not null && number.Noun >= 0 && (NounSides.OwnerOf(number.Noun, sentence) is { } owner ? owner != side : IsOfBoth(number, sentence) || SpeaksOfOthersAlone(side, sentence)) ? number with { Fit = number.Fit * OtherSide } : number;

    /// <summary>"The Ruritanian ministry said seven protesters were held": they are not likely the other state's.</summary>
    private static bool SpeaksOfOthersAlone(string side, AnalyzedSentence sentence)
    {
        var states = sentence.Mentions.Select(m => m.Entry.Kind == EntityKind.State ? m.Entry.Id : m.StandsFor?.Id ?? m.Entry.Side).OfType<string>().ToList();
        return states.Count > 0 && !states.Contains(side);
    }

    /// <summary>"Hundreds were killed on both sides": not one side's.</summary>
    private static bool IsOfBoth(CountedNumber number, AnalyzedSentence sentence) =>
        Enumerable.Range(number.Noun, BothSidesWithin).Any(i => i + 1 < sentence.Tokens.Length && sentence.Tokens[i].Text is "both" or "each" or "two" && WordLists.Parties.Contains(sentence.Stems[i + 1]));

    private static CountedNumber OfItsDeed(AnalyzedQuestion question, AnalyzedSentence sentence, CountedNumber number) =>
        AsksForPeople(question) && DeedsCounted.IsOther(question, sentence, number.Quantity) ? number with { Fit = number.Fit * OtherDeed } : number;

    private static CountedNumber Counted(AnalyzedQuestion question, AnalyzedSentence sentence, Quantity quantity, bool mayCountPeople)
    {
        var fit = quantity.IsVague ? 0.1 : 0.4;
        if (question.Focus.IsEmpty)
            return new CountedNumber(quantity, fit, -1);
        var countsOthers = false;
        var deed = (Similarity: 0d, Noun: -1);
        for (var i = quantity.FirstToken; i < Math.Min(sentence.Tokens.Length, quantity.FirstToken + CountedWithin); i++)
        {
            if (sentence.Quantities.Any(other => other != quantity && other.Span.Contains(sentence.Tokens[i].Start)))
                break;
            if (Nearness(question, sentence, i, mayCountPeople) is > 0 and var near)
                return new CountedNumber(quantity, With(near) * (sentence.Quantities.Any(q => WholeOf(question, sentence, q) == i) ? OutOfAll : 1), i);
            if (deed.Similarity <= 0 && i < quantity.FirstToken + DeedWithin)
                deed = (Deed(question, sentence, i), i);
            countsOthers |= IsOtherPeople(question, sentence.Stems[i]) || IsOfAnotherKind(question, sentence, quantity, i);
        }

        if (WholeOf(question, sentence, quantity) is >= 0 and var noun)
            return new CountedNumber(quantity, With(1), noun);
        if (deed.Similarity > 0 && !countsOthers)
            return new CountedNumber(quantity, With(deed.Similarity), deed.Noun);

        if (NounBefore(question, sentence, quantity) is { Similarity: > 0 } before)
            return new CountedNumber(quantity, With(before.Similarity), before.Noun);
        return new CountedNumber(quantity, countsOthers ? OtherPeople : fit, -1);

        double With(double near) => fit + ((quantity.IsVague ? 0.3 : 0.6) * near);
    }

    private static double Nearness(AnalyzedQuestion question, AnalyzedSentence sentence, int token, bool mayCountPeople)
    {
        var near = question.Focus.Max(f => AnswerShape.Similarity(f, sentence, token));
        return near <= 0 && mayCountPeople && AnyPeople.Contains(sentence.Stems[token]) && AsksForPeople(question) ? AsPeople : near;
    }

    /// <summary>"No Ruritanian soldiers were killed".</summary>
    private static IEnumerable<CountedNumber> Nobody(AnalyzedQuestion question, AnalyzedSentence sentence)
    {
        if (question.Focus.IsEmpty)
            yield break;
        for (var no = 0; no < sentence.Tokens.Length; no++)
        {
            if (sentence.Tokens[no].Text != "no")
                continue;
            for (var i = no + 1; i < Math.Min(sentence.Tokens.Length, no + 1 + NoneWithin); i++)
            {
                if (Nearness(question, sentence, i, mayCountPeople: false) is > 0 and var near)
                {
                    yield return new CountedNumber(new Quantity(new TextSpan(sentence.Tokens[no].Start, sentence.Tokens[no].End), no + 1, 0, 0, IsVague: false), None * near, i);
                    break;
                }
            }
        }
    }

    /// <summary>What "five" counts in "of its 24 hotels, five are open", where open is what is asked: the token of the noun; −1 where it is no part of a whole.</summary>
    private static int WholeOf(AnalyzedQuestion question, AnalyzedSentence sentence, Quantity quantity)
    {
        if (quantity.FirstToken >= sentence.Tokens.Length || !QuestionWords.IsAuxiliary(sentence.Tokens[quantity.FirstToken].Text) || sentence.Tokens[0].Text != "of")
            return -1;
        var isAsked = question.Units.Any(u => u is { IsName: false, Role: UnitRole.Content } && Enumerable.Range(quantity.FirstToken, sentence.Tokens.Length - quantity.FirstToken).Any(i => AnswerShape.Similarity(u, sentence, i) > 0));
        var first = sentence.TokenAt(quantity.Span.Start);
        return isAsked ? Enumerable.Range(0, first).Where(i => question.Focus.Any(f => AnswerShape.Similarity(f, sentence, i) > 0)).DefaultIfEmpty(-1).First() : -1;
    }

    /// <summary>"Put the number of dead at 17", "losses had reached 26": what is counted stands before its number.</summary>
    private static (double Similarity, int Noun) NounBefore(AnalyzedQuestion question, AnalyzedSentence sentence, Quantity quantity)
    {
        var deed = (Similarity: 0d, Noun: -1);
        var first = sentence.TokenAt(quantity.Span.Start);
        var link = first - 1;
        while (link > 0 && IsRoughly(sentence.Tokens[link].Text))
            link--;
        if (link < 1 || sentence.Tokens[link].Text is not ("at" or "reached" or "to" or "totalled" or "totaled" or "exceeded" or "numbered" or "stood"))
            return deed;
        for (var i = link - 1; i >= Math.Max(0, first - CountedBefore); i--)
        {
            if (sentence.Text.AsSpan(sentence.Tokens[i].End..sentence.Tokens[i + 1].Start).ContainsAny(",;:“”\"") || sentence.Quantities.Any(q => q.Span.Contains(sentence.Tokens[i].Start)))
                break;
            if (question.Focus.Max(f => AnswerShape.Similarity(f, sentence, i)) is > 0 and var focus)
                return (focus, i);
            if (deed.Similarity <= 0)
                deed = (Deed(question, sentence, i), i);
        }

        return deed;
    }

    /// <summary>How surely a word names what befell the people asked for: "nine wounded".</summary>
    private static double Deed(AnalyzedQuestion question, AnalyzedSentence sentence, int token) =>
        AsksForPeople(question) ? ByTheDeed * question.Units.Where(u => u is { IsName: false, Role: UnitRole.Content }).Select(u => AnswerShape.Similarity(u, sentence, token)).DefaultIfEmpty(0).Max() : 0;

    /// <summary>"At least", "nearly", "no fewer than".</summary>
    private static bool IsRoughly(string word) =>
        word is "least" or "most" or "about" or "around" or "some" or "nearly" or "almost" or "over" or "only" or "just" or "more" or "fewer" or "less" or "than" or "no" or "roughly" or "approximately" or "currently";

    private static bool AsksForPeople(AnalyzedQuestion question) => question.Focus.Any(f => WordLists.People.Contains(f.Stem) || f.Bodies.Any(b => b.Any(WordLists.People.Contains)));

    /// <summary>"50 soldiers", where drones are asked for, "50 villages", where people are, and "two nations", where neither.</summary>
    private static bool IsOfAnotherKind(AnalyzedQuestion question, AnalyzedSentence sentence, Quantity quantity, int token) =>
        question.Focus.All(f => f.Entity is null)
        && ((token <= quantity.FirstToken + OthersWithin && OftenCounted.Contains(sentence.Stems[token]) && !question.Focus.Any(f => OftenCounted.Contains(f.Stem)))
            || (token <= quantity.FirstToken + 1 + Determiners(sentence, quantity.FirstToken) && IsPeopleForThings(question, sentence.Stems[token])));

    /// <summary>"49 of its soldiers": the words between a number and what it counts.</summary>
    private static int Determiners(AnalyzedSentence sentence, int first) =>
        sentence.Tokens.Skip(first).TakeWhile(t => t.Text is "of" or "its" or "their" or "his" or "her" or "the" or "our").Count();

    /// <summary>Or things for people.</summary>
    private static bool IsPeopleForThings(AnalyzedQuestion question, string stem) => AsksForPeople(question) ? IsThing(stem) : WordLists.People.Contains(stem) && question.Focus.Any(f => IsThing(f.Stem));

    private static bool IsThing(string stem) => WordLists.ThingNouns.Contains(stem) || WordLists.Materials.Contains(stem);

    /// <summary>"Soldiers", where civilians are asked for.</summary>
    private static bool IsOtherPeople(AnalyzedQuestion question, string stem) =>
        WordLists.People.Contains(stem) && !AnyPeople.Contains(stem) && AsksForPeople(question) && !question.Focus.Any(f => AnyPeople.Contains(f.Stem));
}
