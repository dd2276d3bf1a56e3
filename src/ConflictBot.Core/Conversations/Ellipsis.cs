using ConflictBot.Core.Articles;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Conversations;

/// <summary>Completes a fragment ("And Armenian?", "I meant Armenia", "not July, September") by the question it changes.</summary>
internal sealed class Ellipsis(AliasMatcher matcher)
{
    private const int MostWords = 8;
    private const int MostBareWords = 4;

    // "in the 2016 clashes": words between a preposition and the date it leads to.
    private const int PrepositionWithin = 2;

    private static readonly string[] Openers =
    [
        "and what about", "and how about", "what about", "how about", "and for", "and on", "and in", "and by", "and", "also", "or", "but", "then",
        "no sorry i meant", "no i meant", "no i mean", "sorry i meant", "sorry i mean", "what i meant was", "i meant", "i mean", "i said", "i asked about", "i was asking about",
        "no sorry", "no actually", "no wait", "no not", "no", "sorry", "oops", "wait", "actually", "rather", "make that", "make it", "same for", "the same for", "for", "in", "on",
    ];

    /// <summary>The last question with what the turn names put in the place of its like; null where the turn is no fragment.</summary>
    public string? Complete(string turn, List<Token> tokens, string last)
    {
        if (Contrast(turn, tokens, last) is { } contrasted)
            return contrasted;
        var folded = string.Join(' ', tokens.Select(t => t.Text));
        var opener = Array.Find(Openers, o => folded == o || folded.StartsWith(o + " ", StringComparison.Ordinal));
        var rest = tokens.Skip(opener?.Split(' ').Length ?? 0).ToList();
        var restIsAQuestion = rest.Exists(t => QuestionWords.Interrogative(t.Text) is not null || QuestionWords.IsAuxiliary(t.Text));
        if (rest.Count is 0 or > MostWords || restIsAQuestion || (opener is null && rest.Count > MostBareWords))
            return null;
        return Replace(turn[rest[0].Start..rest[^1].End], last, opener);
    }

    /// <summary>The question with what a fragment names put in the place of its like; null where it names nothing, or the question has it already.</summary>
    public string? Replace(string fragment, string last, string? opener)
    {
        var mentions = matcher.MatchApproximate(fragment).ToList();
        var dates = DateExpressionParser.Parse(fragment, new PartialDate(2000, 1, 1));
        if (mentions.Count == 0 && dates.Count == 0)
            return opener is null ? null : WithNoun(fragment, last);
        if (opener is null && !CoversAll(fragment, mentions, dates))
            return null;
        var result = last;
        foreach (var mention in mentions.Where(m => m.Entry.Kind != EntityKind.Event && !dates.Exists(d => d.Span.Contains(m.Span))))
            result = ReplaceLike(result, mention, WithItsBody(fragment, mention.Span));
        var date = dates.Count > 0 ? dates[0].Span : mentions.Find(m => m.Entry.Kind == EntityKind.Event)?.Span;
        if (date is { } when)
            result = ReplaceDate(result, fragment, when, mentions);
        return string.Equals(result, last, StringComparison.Ordinal) ? null : result;
    }

    /// <summary>"not July, September", "September, not July": what is named wrong gives way where it stands.</summary>
    private string? Contrast(string turn, List<Token> tokens, string last)
    {
        var not = tokens.FindIndex(t => t.Text == "not");
        if (not < 0 || tokens.Count > MostWords || tokens.Exists(t => QuestionWords.IsAuxiliary(t.Text)))
            return null;
        var cut = tokens.FindIndex(not + 1, t => t.Text == "but" || (t.Start > 0 && turn.AsSpan(0, t.Start).TrimEnd().EndsWith(",")));
        var (wrong, right) = cut > not
            ? (turn[tokens[not].End..tokens[cut].Start], turn[(tokens[cut].Text == "but" ? tokens[cut].End : tokens[cut].Start)..])
            : (turn[tokens[not].End..], turn[..tokens[not].Start]);
        (wrong, right) = (Bare(wrong), Bare(right));
        if (wrong.Length == 0 || right.Length == 0)
            return null;
        var at = last.IndexOf(wrong, StringComparison.OrdinalIgnoreCase);
        return at >= 0 ? string.Concat(last.AsSpan(0, at), right, last.AsSpan(at + wrong.Length)) : Replace(right, last, "not");
    }

    /// <summary>A fragment without punctuation, and without the small words that lead to it.</summary>
    private static string Bare(string text)
    {
        var tokens = Tokenizer.Tokenize(text);
        var first = tokens.FindIndex(t => !StopWords.Contains(t.Text) && t.Text is not ("no" or "sorry" or "meant" or "mean" or "said"));
        return first < 0 ? "" : text[tokens[first].Start..tokens[^1].End];
    }

    private static bool CoversAll(string fragment, List<EntityMention> mentions, List<DateMention> dates) =>
        Tokenizer.Tokenize(fragment).TrueForAll(t => StopWords.Contains(t.Text) || t.Text is "one" or "ones" or "side" or "part"
            || mentions.Exists(m => m.Span.Contains(t.Start)) || dates.Exists(d => d.Span.Contains(t.Start)));

    /// <summary>
    /// The last question's mention of the same kind gives way, in the form it had (an adjective to an adjective). Where the question names the newcomer
    /// too ("killed in clashes with Armenia"), the two change places.
    /// </summary>
    private string ReplaceLike(string question, EntityMention mention, string surface)
    {
        var mentions = matcher.MatchApproximate(question);
        var old = mentions.Where(m => Alike(m, mention) && !IsSame(m, mention)).ToList();
        if (old.Count == 0)
            return mentions.Any(m => IsSame(m, mention)) ? question : question.TrimEnd('?', ' ', '.', '!') + " " + (mention.Entry.Kind == EntityKind.Place ? "in " : "") + surface + "?";
        var target = old.Find(m => m.Form == mention.Form) ?? old[0];
        if (AdjectiveIn(question, target, mention) is { } part)
            target = part;
        else if (surface.Length > mention.Span.Length)
            target = target with { Span = BodySpan(question, target.Span) };
        var opposite = mentions.FirstOrDefault(m => IsSame(m, mention) && m.Span != target.Span);
        var replacements = new List<(TextSpan Span, string Text)> { (target.Span, InForm(mention, surface, target)) };
        if (opposite is not null && !opposite.Span.Contains(target.Span.Start) && !target.Span.Contains(opposite.Span.Start))
            replacements.Add((opposite.Span, InForm(target, target.Span.In(question), opposite)));
        foreach (var (span, text) in replacements.OrderByDescending(r => r.Span.Start))
            question = string.Concat(question.AsSpan(0, span.Start), text, question.AsSpan(span.End));
        return question;
    }

    /// <summary>"Kocharyan's alliance": a name with the body it owns.</summary>
    private static string WithItsBody(string fragment, TextSpan name) =>
        fragment.AsSpan(name.End) is ['’' or '\'', ..] ? BodySpan(fragment, name).In(fragment) : name.In(fragment);

    private static TextSpan BodySpan(string text, TextSpan name)
    {
        var next = Tokenizer.Tokenize(text).Find(t => t.Start >= name.End && t.Text is not "s");
        return next.Text is not null && text[name.End..next.Start] is " " or "'s " or "’s " or "' " && (SpeakerNames.IsBody(next.Text) || next.Text is "alliance" or "bloc" or "team" or "movement" or "club") ? new TextSpan(name.Start, next.End) : name;
    }

    private static bool IsSame(EntityMention a, EntityMention b) => a.Entry.Id == b.Entry.Id || (a.StandsFor?.Id is { } side && side == b.Entry.Id) || (b.StandsFor?.Id is { } other && other == a.Entry.Id);

    /// <summary>"the Azerbaijani one" after "the Armenian Defence Ministry" changes the adjective within the body's name.</summary>
    private EntityMention? AdjectiveIn(string question, EntityMention target, EntityMention mention)
    {
        if (target.Entry.Kind != EntityKind.Organisation || mention is not { Entry.Kind: EntityKind.State, Form: AliasForm.Adjective })
            return null;
        foreach (var token in Tokenizer.Tokenize(target.Span.In(question)))
        {
            var word = new TextSpan(target.Span.Start + token.Start, target.Span.Start + token.End);
            if (matcher.Match(word.In(question)) is [{ Entry.Kind: EntityKind.State, Form: AliasForm.Adjective } adjective, ..] && !IsSame(adjective, mention))
                return adjective with { Span = word };
        }

        return null;
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

    /// <summary>The last question's date gives way; where the fragment says what happened then ("in the war of the 1990s"), the event goes with it.</summary>
    private static string ReplaceDate(string question, string fragment, TextSpan date, List<EntityMention> mentions)
    {
        var text = date.In(fragment);
        var old = DateExpressionParser.Parse(question, new PartialDate(2000, 1, 1));
        if (old.Count == 0)
            return question.TrimEnd('?', ' ', '.', '!') + " in " + text + "?";
        var span = old[0].Span;
        var saysWhatHappened = mentions.TrueForAll(m => m.Entry.Kind == EntityKind.Event || date.Contains(m.Span))
            && Tokenizer.Tokenize(fragment).Exists(t => QuestionWords.IsContent(t.Text) && !date.Contains(t.Start) && t.Text is not ("ones" or "one" or "side"));
        if (saysWhatHappened && Phrase(question, span) is { } phrase)
            (span, text) = (phrase, Determined(fragment));
        return string.Concat(question.AsSpan(0, span.Start), text, question.AsSpan(span.End));
    }

    private static string Determined(string fragment)
    {
        var first = Tokenizer.Tokenize(fragment) is [var token, ..] ? token : default;
        return first.Text is "in" or "on" or "for" or "during" or "of" or "by" ? fragment[first.End..].TrimStart() : fragment;
    }

    /// <summary>What stands between the preposition before a date and the end of its noun phrase; null where none leads to it.</summary>
    private static TextSpan? Phrase(string question, TextSpan date)
    {
        var tokens = Tokenizer.Tokenize(question);
        var at = tokens.FindIndex(t => t.Start >= date.Start);
        var lead = -1;
        for (var i = at - 1; i >= Math.Max(0, at - 1 - PrepositionWithin); i--)
        {
            if (tokens[i].Text is "in" or "on" or "during" or "after" or "before" or "since")
                lead = i;
        }

        if (lead < 0)
            return null;
        var end = tokens.FindLastIndex(t => t.End <= date.End);
        while (end + 1 < tokens.Count && QuestionWords.IsContent(tokens[end + 1].Text))
            end++;
        return new TextSpan(tokens[lead + 1].Start, tokens[end].End);
    }

    /// <summary>"And wounded?", "And businesses?": the last action, or the thing counted, gives way.</summary>
    private static string? WithNoun(string fragment, string last)
    {
        var tokens = Tokenizer.Tokenize(last);
        if (CountedThing(tokens) is { } counted && Tokenizer.Tokenize(fragment) is [.., var noun] && noun.Text.EndsWith('s'))
            return string.Concat(last.AsSpan(0, counted.Start), Bare(fragment), last.AsSpan(counted.End));
        var at = tokens.FindLastIndex(t => t.Text.EndsWith("ed", StringComparison.Ordinal) || (IrregularForms.Lemma(t.Text) != t.Text && !t.Text.EndsWith("men", StringComparison.Ordinal)));
        var bare = Bare(fragment);
        if (at < 0 || bare.Length == 0 || QuestionWords.IsAuxiliary(tokens[at].Text))
            return null;
        return string.Concat(last.AsSpan(0, tokens[at].Start), bare, last.AsSpan(tokens[at].End));
    }

    /// <summary>"Kindergartens" of "How many kindergartens were closed"; null where nothing is counted.</summary>
    private static TextSpan? CountedThing(List<Token> tokens)
    {
        var many = tokens.FindIndex(t => t.Text == "many");
        if (many < 0 || many + 1 >= tokens.Count || tokens[many + 1].Text is "of")
            return null;
        var last = many;
        while (last + 1 < tokens.Count && QuestionWords.IsContent(tokens[last + 1].Text) && !QuestionWords.IsAuxiliary(tokens[last + 1].Text) && !tokens[last + 1].Text.EndsWith("ed", StringComparison.Ordinal) && !(last > many && tokens[last].Text.EndsWith('s')))
            last++;
        return last > many ? new TextSpan(tokens[many + 1].Start, tokens[last].End) : null;
    }
}
