using ConflictBot.Core.Articles;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;
using ConflictBot.Core.Questions;

namespace ConflictBot.Core.Conversations;

/// <summary>Makes a turn of a conversation a question that stands alone.</summary>
public sealed class FollowUpResolver(AliasMatcher matcher)
{
    private const int MostContentOfAFollowUp = 4;
    private const int MostContentAfterAnd = 2;

    private static readonly string[] Openers = ["and what about", "and how about", "what about", "how about", "and for", "and on", "and in", "and by", "and", "also", "or", "but", "then", "i meant", "i mean", "no i meant", "sorry i meant", "same for", "the same for", "for", "in", "on"];

    /// <summary>The standalone question, and whether it was put together from the conversation.</summary>
    public (string Question, bool FromConversation) Resolve(string turn, ConversationState conversation)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(conversation);
        if (conversation.LastQuestion is not { } last)
            return (turn, false);
        var tokens = Tokenizer.Tokenize(turn);
        if (tokens.Count == 0)
            return (turn, false);
        if (Ellipsis(turn, tokens, last) is { } completed)
            return (completed, true);
        var referred = WithReferences(turn, tokens, conversation, last);
        if (LeansOnTheLast(tokens) && WithTopic(referred ?? turn, last) is { } about)
            return (about, true);
        return referred is null ? (turn, false) : (referred, true);
    }

    /// <summary>"And for how long?", "Did it admit that?": short, and of something said before.</summary>
    private static bool LeansOnTheLast(List<Token> tokens)
    {
        var content = tokens.Count(t => !StopWords.Contains(t.Text) && !QuestionWords.IsLight(t.Text) && !QuestionWords.IsAuxiliary(t.Text) && QuestionWords.Interrogative(t.Text) is null);
        if (tokens[0].Text is "and" or "but" or "also" or "so" or "then" && content <= MostContentAfterAnd)
            return true;
        var points = tokens.Exists(t => t.Text is "it" or "they" or "them" or "that" or "this" or "those" or "these" or "there" or "one" or "its" or "their");
        return points && content <= MostContentOfAFollowUp;
    }

    /// <summary>The turn with what the last question was about set off behind it; null where that adds nothing.</summary>
    private static string? WithTopic(string turn, string last)
    {
        var own = Tokenizer.Tokenize(turn).Select(t => WordForms.StemAny(t.Text)).ToHashSet(StringComparer.Ordinal);
        var topic = Tokenizer.Tokenize(last[..QuestionTopic.StartIn(last)])
            .Where(t => !StopWords.Contains(t.Text) && !QuestionWords.IsLight(t.Text) && !QuestionWords.IsAuxiliary(t.Text) && QuestionWords.Interrogative(t.Text) is null
                && !own.Contains(WordForms.StemAny(t.Text)) && !Sentences.WordLists.PlainSaying.Contains(WordForms.StemAny(t.Text)))
            .Select(t => last[t.Start..t.End])
            .ToList();
        return topic.Count == 0 ? null : QuestionTopic.Append(turn, topic);
    }

    /// <summary>"And Armenian?": the last question with what the fragment names put in the place of its like.</summary>
    private string? Ellipsis(string turn, List<Token> tokens, string last)
    {
        var folded = string.Join(' ', tokens.Select(t => t.Text));
        var opener = Array.Find(Openers, o => folded == o || folded.StartsWith(o + " ", StringComparison.Ordinal));
        var openerWords = opener?.Split(' ').Length ?? 0;
        var rest = tokens.Skip(openerWords).ToList();
        var restIsAQuestion = rest.Exists(t => QuestionWords.Interrogative(t.Text) is not null || QuestionWords.IsAuxiliary(t.Text));
        if (rest.Count is 0 or > 8 || restIsAQuestion || (opener is null && rest.Count > 3))
            return null;
        var fragment = turn[rest[0].Start..rest[^1].End];
        var mentions = matcher.MatchApproximate(fragment).ToList();
        var dates = DateExpressionParser.Parse(fragment, null);
        if (mentions.Count == 0 && dates.Count == 0)
            return opener is null ? null : WithNoun(fragment, last);
        if (opener is null && !CoversAll(fragment, mentions, dates))
            return null;
        var result = last;
        foreach (var mention in mentions.Where(m => m.Entry.Kind != EntityKind.Event))
            result = ReplaceLike(result, mention, mention.Span.In(fragment));
        var date = dates.Count > 0 ? dates[0].Span.In(fragment)
            : mentions.Find(m => m.Entry.Kind == EntityKind.Event)?.Span.In(fragment);
        if (date is not null)
            result = ReplaceDate(result, date);
        return string.Equals(result, last, StringComparison.Ordinal) ? null : result;
    }

    private static bool CoversAll(string fragment, List<EntityMention> mentions, List<DateMention> dates) =>
        Tokenizer.Tokenize(fragment).TrueForAll(t => StopWords.Contains(t.Text) || mentions.Exists(m => m.Span.Contains(t.Start)) || dates.Exists(d => d.Span.Contains(t.Start)));

    /// <summary>The last question's mention of the same kind gives way, in the form it had (an adjective to an adjective).</summary>
    private string ReplaceLike(string question, EntityMention mention, string surface)
    {
        var old = matcher.MatchApproximate(question).Where(m => Alike(m, mention)).ToList();
        if (old.Count == 0)
            return question.TrimEnd('?', ' ', '.', '!') + " " + (mention.Entry.Kind == EntityKind.Place ? "in " : "") + surface + "?";
        var target = old.Find(m => m.Form == mention.Form) ?? old[0];
        return string.Concat(question.AsSpan(0, target.Span.Start), InForm(mention, surface, target), question.AsSpan(target.Span.End));
    }

    private static bool Alike(EntityMention old, EntityMention mention)
    {
        static bool Acts(EntityMention m) => m.Entry.Kind is EntityKind.State or EntityKind.Organisation || m.StandsFor is not null;
        return old.Entry.Kind == mention.Entry.Kind || (Acts(old) && Acts(mention)) || (Acts(old) && mention.Entry.Kind == EntityKind.Person)
            || (old.Entry.Kind == EntityKind.Person && Acts(mention));
    }

    private static string InForm(EntityMention mention, string surface, EntityMention slot)
    {
        if (slot.Form == mention.Form || slot.Form != AliasForm.Adjective)
            return slot.Form == AliasForm.Name && mention.Form == AliasForm.Adjective ? mention.Entry.Name : surface;
        return mention.Entry.Aliases.Where(a => a.Form == AliasForm.Adjective).Select(a => a.Text).FirstOrDefault() ?? surface;
    }

    private static string ReplaceDate(string question, string date)
    {
        var old = DateExpressionParser.Parse(question, new PartialDate(2000, 1, 1));
        if (old.Count == 0)
            return question.TrimEnd('?', ' ', '.', '!') + " in " + date + "?";
        var span = old[0].Span;
        return string.Concat(question.AsSpan(0, span.Start), date, question.AsSpan(span.End));
    }

    /// <summary>"And wounded?": the last action or thing asked about gives way.</summary>
    private static string? WithNoun(string fragment, string last)
    {
        var tokens = Tokenizer.Tokenize(last);
        var at = tokens.FindLastIndex(t => t.Text.EndsWith("ed", StringComparison.Ordinal) || IrregularForms.Lemma(t.Text) != t.Text);
        if (at < 0 || QuestionWords.IsAuxiliary(tokens[at].Text))
            return null;
        return string.Concat(last.AsSpan(0, tokens[at].Start), fragment, last.AsSpan(tokens[at].End));
    }

    /// <summary>Pronouns give way to the person, body or event they mean.</summary>
    private string? WithReferences(string turn, List<Token> tokens, ConversationState conversation, string last)
    {
        var own = matcher.MatchApproximate(turn);
        for (var i = 0; i < tokens.Count; i++)
        {
            var wanted = tokens[i].Text switch
            {
                "he" or "she" or "him" or "her" or "his" => (EntityKind?)EntityKind.Person,
                "they" or "them" or "their" or "it" or "its" when own.Count == 0 => EntityKind.Organisation,
                _ => null,
            };
            if (wanted is not { } kind || Referent(kind, conversation, last) is not { } referent)
                continue;
            var isPossessive = tokens[i].Text is "his" or "their" or "its" || (tokens[i].Text == "her" && i + 1 < tokens.Count);
            return string.Concat(turn.AsSpan(0, tokens[i].Start), referent + (isPossessive ? "'s" : ""), turn.AsSpan(tokens[i].End));
        }

        if (tokens.Exists(t => t.Text == "there") && own.All(m => m.Entry.Kind != EntityKind.Place) && Referent(EntityKind.Place, conversation, last) is { } place)
        {
            var there = tokens.Find(t => t.Text == "there");
            if (there.Start > 0 && there.End >= turn.TrimEnd('?', ' ', '.').Length)
                return string.Concat(turn.AsSpan(0, there.Start), "in ", place, turn.AsSpan(there.End));
        }

        return null;
    }

    /// <summary>Whom or what the last question names, else whom its answer does.</summary>
    private string? Referent(EntityKind kind, ConversationState conversation, string last)
    {
        var texts = new[] { last }.Concat(conversation.LastAnswer?.Claims.SelectMany(c => Emphasised(c).Append(c.Speaker ?? "").Append(c.Citation.Quote)) ?? []);
        foreach (var text in texts)
        {
            var mention = matcher.Match(text).FirstOrDefault(m => m.Form != AliasForm.Adjective
                && (m.Entry.Kind == kind || (kind == EntityKind.Organisation && m.Entry.Kind == EntityKind.State)));
            if (mention is not null)
                return mention.Entry.Kind == EntityKind.Person ? mention.Entry.Name : mention.Span.In(text);
            if (kind == EntityKind.Person && CapitalisedName(text) is { } name)
                return name;
        }

        return null;
    }

    private static IEnumerable<string> Emphasised(Answers.Claim claim) => claim.Emphasis.Select(e => e.In(claim.Citation.Quote));

    private string? CapitalisedName(string text)
    {
        var tokens = Tokenizer.Tokenize(text);
        var span = Sentences.NameFinder.Find(text, tokens, matcher.Match(text)).Where(n => n.In(text).Contains(' ', StringComparison.Ordinal)).Select(n => (TextSpan?)n).FirstOrDefault();
        return span?.In(text);
    }
}
