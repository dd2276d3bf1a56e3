using System.Collections.Frozen;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Conversations;

/// <summary>Puts the person, people, body or place that a pronoun means in its place.</summary>
internal sealed class References(AliasMatcher matcher)
{
    // As they stand, since stems bring "protesters" and "protests" together.
    private static readonly FrozenSet<string> Nouns = WordLists.Load("people-nouns.tsv", w => w).Union(WordLists.Load("roles.tsv", w => w)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The turn with its first pronoun resolved; null where there is none, or nothing it may mean.</summary>
    public string? Resolve(string turn, List<Token> tokens, ConversationState conversation, string last)
    {
        if (AsksHowManyThereWere(tokens) && PeopleFirst(conversation, last) is { } counted)
            return string.Concat(turn.AsSpan(0, tokens[^3].End), counted.AsSpan("the".Length), turn.AsSpan(tokens[^3].End));
        var own = matcher.MatchApproximate(turn);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (Referent(tokens, i, own.Count > 0, conversation, last) is not { } referent)
                continue;
            var isPossessive = tokens[i].Text is "his" or "their" or "its" || (tokens[i].Text == "her" && i + 1 < tokens.Count && !StopWords.Contains(tokens[i + 1].Text));
            var possessive = !isPossessive ? "" : referent.EndsWith('s') ? "'" : "'s";
            return string.Concat(turn.AsSpan(0, tokens[i].Start), referent + possessive, turn.AsSpan(tokens[i].End));
        }

        return There(turn, tokens, own, conversation, last);
    }

    /// <summary>"How many were there?": of nobody's place.</summary>
    public static bool AsksHowManyThereWere(List<Token> tokens) =>
        tokens is [.., { Text: "how" }, { Text: "many" }, { Text: "were" or "are" }, { Text: "there" }];

    private string? Referent(List<Token> tokens, int at, bool namesSomething, ConversationState conversation, string last) => tokens[at].Text switch
    {
        "he" or "she" or "him" or "her" or "his" => Person(AsksWhoThatIs(tokens), conversation, last),
        "they" or "them" or "their" => PeopleFirst(conversation, last) ?? (namesSomething || AreThings(tokens, at, last) ? null : Named(EntityKind.Organisation, Texts(conversation, last), isActing: true)),
        "its" when !namesSomething => Named(EntityKind.Organisation, Texts(conversation, last)),
        // As an object it is a fact or a thing, which the topic tells.
        "it" when !namesSomething && !IsOfADocument(last) && !IsOfAFact(tokens, at) && (at == 0 || QuestionWords.IsAuxiliary(tokens[at - 1].Text)) && at + 1 < tokens.Count => Named(EntityKind.Organisation, Texts(conversation, last)),
        _ => null,
    };

    /// <summary>"When was the declaration signed?": "it" is the declaration, which the topic tells.</summary>
    private static bool IsOfADocument(string last) => Tokenizer.Tokenize(last).Exists(t => WordLists.Documents.Contains(WordForms.StemAny(t.Text)) && !WordLists.IsPlainSaying(t.Text));

    /// <summary>"Was it confirmed?", "how did it end?": what was told, which the topic tells.</summary>
    private static bool IsOfAFact(List<Token> tokens, int at) =>
        (at > 0 && tokens[at - 1].Text is "was" or "is") || (at + 1 < tokens.Count && tokens[at + 1].Text is "end" or "last" or "begin" or "start" or "happen" or "stop" or "continue");

    /// <summary>"Who offered them?", "were they linked to it?" after "what weapons …": the weapons, which the topic tells; or plain people, of whom it tells no more than "they" does.</summary>
    private bool AreThings(List<Token> tokens, int at, string last)
    {
        var words = Tokenizer.Tokenize(last);
        var mayBeThings = tokens[at].Text == "them" || (at > 0 && tokens[at - 1].Text is "were" or "are") || (at + 1 < tokens.Count && tokens[at + 1].Text is "were" or "are");
        return words.Exists(t => t.Text == "people") || (mayBeThings && words.Exists(t => t.Text.Length > 4 && t.Text.EndsWith('s') && !t.Text.EndsWith("ss", StringComparison.Ordinal) && QuestionWords.IsContent(t.Text) && !IsPeople(t.Text) && matcher.Match(last).All(m => !m.Span.Contains(t.Start))));
    }

    /// <summary>"who is he": of the last answer's people, not of the question's.</summary>
    public static bool AsksWhoThatIs(List<Token> tokens) =>
        tokens.TrueForAll(t => !QuestionWords.IsContent(t.Text)) && tokens.Exists(t => QuestionWords.Interrogative(t.Text) == "who");

    /// <summary>Whom the last question names; else who answers it, where it asked who; else the speaker, or whom the answer names.</summary>
    private string? Person(bool asksWhoThatIs, ConversationState conversation, string last)
    {
        var words = Tokenizer.Tokenize(last);
        // "Which minister called Putin?" asks for somebody too.
        var verb = words.Count > 2 && QuestionWords.Interrogative(words[0].Text) is "which" or "what" && WordLists.Roles.Contains(WordForms.StemAny(words[1].Text)) ? 2 : 1;
        var askedWho = words.Count > verb && (verb == 2 || QuestionWords.Interrogative(words[0].Text) == "who");
        // "Who called Putin?" asks for the one who acts, whom "he" then means; "Who did Putin call?" does not.
        var askedForTheSubject = askedWho && !QuestionWords.IsAuxiliary(words[verb].Text);
        var claims = conversation.LastAnswer?.Claims.ToArray() ?? [];
        var answering = claims.SelectMany(c => c.Emphasis.Select(e => e.In(c.Citation.Quote)));
        var speakers = claims.Select(c => c.Speaker ?? "");
        var inAnswer = askedWho ? answering.Concat(speakers) : speakers.Concat(answering);
        inAnswer = inAnswer.Concat(claims.Select(c => c.Citation.Quote));
        var asked = PersonIn(last);
        if ((asksWhoThatIs && askedWho) || askedForTheSubject)
            return inAnswer.Select(PersonIn).FirstOrDefault(p => p is not null && p != asked) ?? asked;
        return asked ?? inAnswer.Select(PersonIn).FirstOrDefault(p => p is not null);
    }

    private string? PersonIn(string text)
    {
        var mentions = matcher.Match(text);
        var person = mentions.FirstOrDefault(m => m.Entry.Kind == EntityKind.Person);
        var unlisted = NameFinder.Find(text, Tokenizer.Tokenize(text), mentions).Where(n => n.In(text).Contains(' ', StringComparison.Ordinal)).Select(n => (TextSpan?)n).FirstOrDefault();
        // Of two the first, unless what is not listed may be no person: "the Treaty of Linden, which Putin signed".
        if (person is not null && (unlisted is not { } name || person.Span.Start < name.Start || !IsActing(text, name)))
            return person.Span.In(text) is var written && written.Contains(' ', StringComparison.Ordinal) ? written : person.Entry.Name;
        return unlisted?.In(text);
    }

    /// <summary>"The minister, Jane Doe, called off …", "Jane Doe said".</summary>
    private static bool IsActing(string text, TextSpan name)
    {
        var next = Tokenizer.Tokenize(text[name.End..]).FirstOrDefault().Text;
        return next is not null && (FiniteVerbs.IsAuxiliary(next) || FiniteVerbs.IsPast(next));
    }

    /// <summary>The people the last question or its answer speaks of, where they stand before any body it names.</summary>
    private string? PeopleFirst(ConversationState conversation, string last)
    {
        var quotes = conversation.LastAnswer?.Claims.Take(1).Select(c => c.Citation.Quote) ?? [];
        if (People(last) is { } asked)
            return NamesBodyBefore(last, asked.Start) ? null : asked.Text;
        if (Named(EntityKind.Organisation, [last]) is not null)
            return null;
        return quotes.Select(q => People(q)?.Text).FirstOrDefault(p => p is not null);
    }

    private bool NamesBodyBefore(string text, int position) =>
        matcher.Match(text).Any(m => m.Form != AliasForm.Adjective && m.Entry.Kind is EntityKind.Organisation or EntityKind.State && m.Span.End < position);

    /// <summary>"the Azerbaijani soldiers": the first noun for people in numbers, with the adjective before it.</summary>
    private (string Text, int Start)? People(string text)
    {
        var tokens = Tokenizer.Tokenize(text);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!IsPeople(tokens[i].Text))
                continue;
            var start = tokens[i].Start;
            if (i > 0 && matcher.Match(text).FirstOrDefault(m => m.Form == AliasForm.Adjective && m.Span.Contains(tokens[i - 1].Start)) is { } side)
                start = side.Span.Start;
            return ("the " + text[start..tokens[i].End], start);
        }

        return null;
    }

    /// <summary>Not "people", which says no more than "they" does.</summary>
    private static bool IsPeople(string word) => word is "police" or "forces"
        || (word != "people" && IrregularForms.Lemma(word) is var lemma && lemma != word && Nouns.Contains(lemma))
        || (word.EndsWith('s') && Nouns.Contains(word[..^1]));

    /// <summary>"… there?" at the end means the place last named.</summary>
    private string? There(string turn, List<Token> tokens, IReadOnlyList<EntityMention> own, ConversationState conversation, string last)
    {
        if (!tokens.Exists(t => t.Text == "there") || own.Any(m => m.Entry.Kind == EntityKind.Place) || Named(EntityKind.Place, Texts(conversation, last)) is not { } place)
            return null;
        var there = tokens.Find(t => t.Text == "there");
        return there.Start > 0 && there.End >= turn.TrimEnd('?', ' ', '.').Length
            ? string.Concat(turn.AsSpan(0, there.Start), "in ", place, turn.AsSpan(there.End)) : null;
    }

    /// <summary>The first body or place that one of the texts names.</summary>
    /// <param name="isActing">Only one that is not just where something was: "at the embassy".</param>
    private string? Named(EntityKind kind, IEnumerable<string> texts, bool isActing = false)
    {
        foreach (var text in texts)
        {
            var mention = matcher.Match(text).FirstOrDefault(m => m.Form != AliasForm.Adjective
                && (m.Entry.Kind == kind || (kind == EntityKind.Organisation && m.Entry.Kind == EntityKind.State)) && !(isActing && IsWhere(text, m)));
            if (mention is not null)
                return mention.Span.In(text);
        }

        return null;
    }

    private static bool IsWhere(string text, EntityMention mention) =>
        Tokenizer.Tokenize(text[..mention.Span.Start]) is var before && before.FindLastIndex(t => t.Text != "the") is >= 0 and var at
        && (before[at].Text is "at" or "in" or "near" or "outside" or "inside" || (before[at].Text == "of" && at > 0 && before[at - 1].Text == "front"));

    private static IEnumerable<string> Texts(ConversationState conversation, string last) =>
        new[] { last }.Concat(conversation.LastAnswer?.Claims.SelectMany(c => Emphasised(c).Append(c.Speaker ?? "").Append(c.Citation.Quote)) ?? []);

    private static IEnumerable<string> Emphasised(Claim claim) => claim.Emphasis.Select(e => e.In(claim.Citation.Quote));
}
