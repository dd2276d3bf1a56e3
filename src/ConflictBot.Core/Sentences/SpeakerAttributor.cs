using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;

namespace ConflictBot.Core.Sentences;

/// <summary>Finds who says what, by rules over a sentence's reporting verbs and, for "It said …" and quotations of several sentences, those around it.</summary>
public sealed class SpeakerAttributor
{
    /// <summary>
    /// How often "he" may lead to another "he" before somebody is named. It is counted, and every answer kept by its count: whoever speaks is the same, whichever sentence was asked of before.
    /// </summary>
    internal const int MostHops = 6;

    private const int OtherSpeakersWithin = 2;

    // An article that quotes one state so many times as often as all others is that state's bodies' report.
    private const int ByFar = 3;

    // Longer texts are no reports: whose "the ministry" is has to stand near.
    private const int MostParagraphsOfAReport = 60;

    /// <summary>Id of the authorities in Nagorno-Karabakh, which speak for themselves and for no state.</summary>
    internal const string LocalAuthorities = "org.nagorno-karabakh-authorities";

    // Who rejects something answers, most likely, another state than the one that has just spoken.
    private static readonly FrozenSet<string> Contradicting = new[] { "deny", "reject", "dismiss", "refute", "rebut", "dispute" }.Select(WordForms.StemAny).ToFrozenSet(StringComparer.Ordinal);

    private readonly SentenceAnalyzer _analyzer;
    private readonly Antecedents _antecedents;
    private readonly Interview _interview;

    public SpeakerAttributor(SentenceAnalyzer analyzer)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        _analyzer = analyzer;
        _antecedents = new Antecedents(analyzer, Attribute);
        _interview = new Interview(analyzer);
    }

    /// <summary>Whether the sentence is an interviewer's, who asks and tells nothing.</summary>
    public bool IsAsked(AnalyzedSentence sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        return _interview.IsAsked(sentence);
    }

    /// <summary>
    /// The sentence's attributions, in the order of their clauses, then those who only passed something on; empty where the outlet speaks in its own words.
    /// </summary>
    public ImmutableArray<Attribution> Attribute(AnalyzedSentence sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        return Attribute(sentence, MostHops);
    }

    private ImmutableArray<Attribution> Attribute(AnalyzedSentence sentence, int hops)
    {
        ref var known = ref sentence.Attributions(hops);
        known ??= ImmutableCollectionsMarshal.AsArray(Find(sentence, hops));
        return ImmutableCollectionsMarshal.AsImmutableArray(known);
    }

    private ImmutableArray<Attribution> Find(AnalyzedSentence sentence, int hops)
    {
        var own = Own(sentence, hops);
        if (_interview.AnswererOf(sentence) is { } answerer)
            return own.IsEmpty ? [answerer] : ToldBy(answerer, own);
        if (!own.IsEmpty || hops == 0)
            return own;
        return Quotation(sentence, hops) is { } quoted ? [quoted with { Clause = new TextSpan(0, sentence.Text.Length) }] : [];
    }

    /// <summary>What others say, an interview's answer only passes on.</summary>
    private static ImmutableArray<Attribution> ToldBy(Attribution answerer, ImmutableArray<Attribution> said) =>
        [.. said.Select(a => a.Speaker == answerer.Speaker ? a : a with { Via = a.Via ?? answerer.Speaker }), .. said.Any(a => a.Speaker == answerer.Speaker) ? [] : new[] { answerer with { PassesOn = true } }];

    /// <summary>What the sentence's own reporting words tell.</summary>
    private ImmutableArray<Attribution> Own(AnalyzedSentence sentence, int hops)
    {
        var found = new List<FoundReport>();
        TextSpan? denied = null;
        foreach (var report in ReportFinder.In(sentence))
        {
            if (report.IsNegated)
            {
                denied ??= report.Subject;
                continue;
            }

            var place = found.Count == 0 ? ReportPlace.Beside : ReportPlaces.Of(sentence, found[^1].Report, report);
            if (place == ReportPlace.Inside)
                continue;
            // "The envoy did not say …, but he did say …": he is the envoy.
            var subject = denied is { } other && found.Count == 0 && IsPronoun(report.Subject.In(sentence.Text)) ? other : report.Subject;
            if (Resolve(sentence, subject, report.Extent(sentence), hops, found) is not { } speaker)
                continue;
            speaker = speaker with { Verb = report.Words, SaidOn = SayingDates.Of(sentence, report, _analyzer), Via = null, PassesOn = false };
            var quoter = report.QuotedBy is { } by ? Resolve(sentence, by, by, hops, []) : null;
            var isNew = found.Count == 0 || found[^1].Speaker.Speaker != speaker.Speaker;
            if (place == ReportPlace.PassedOn && isNew)
                found[^1] = new FoundReport(report, speaker) { Relay = found[^1].Speaker };
            else if (place == ReportPlace.PassesOn && isNew)
                found[^1] = found[^1] with { Relay = speaker };
            else if (isNew)
                found.Add(new FoundReport(report, speaker) { Relay = quoter });
        }

        if (SubjectFinder.AccordingTo(sentence) is { } source && Resolve(sentence, source, source, hops, []) is { } cited)
        {
            cited = cited with { Verb = "according to", SaidOn = null, IsInherited = false };
            if (found.Count == 0)
                return [cited];
            if (!found.Exists(f => f.Speaker.Speaker == cited.Speaker))
                found[^1] = found[^1] with { Relay = cited };
        }

        return WithClauses(sentence, found);
    }

    /// <summary>Each of several speakers gets the text from their own clause's start to the next one's.</summary>
    private static ImmutableArray<Attribution> WithClauses(AnalyzedSentence sentence, List<FoundReport> found)
    {
        var result = ImmutableArray.CreateBuilder<Attribution>(found.Count);
        for (var i = 0; i < found.Count; i++)
        {
            var start = i == 0 ? 0 : ClauseStart(sentence, found[i]);
            var end = i + 1 == found.Count ? sentence.Text.Length : ClauseStart(sentence, found[i + 1]);
            result.Add(found[i].Speaker with { Clause = new TextSpan(start, Math.Max(start, end)), Via = found[i].Relay?.Speaker });
        }

        for (var i = 0; i < found.Count; i++)
        {
            if (found[i].Relay is { } relay)
                result.Add(relay with { Clause = result[i].Clause, PassesOn = true });
        }

        return result.ToImmutable();
    }

    private static int ClauseStart(AnalyzedSentence sentence, FoundReport report)
    {
        var position = sentence.Tokens[report.Report.First].Start;
        for (var i = sentence.TokenAt(Math.Min(position, report.Report.Subject.Start)); i > 0; i--)
        {
            if (sentence.Tokens[i].Text is "while" or "but" or "and" or "whereas" or "although")
                return sentence.Tokens[i].Start;
        }

        return position;
    }

    private Attribution? Resolve(AnalyzedSentence sentence, TextSpan subject, TextSpan extent, int hops, List<FoundReport> found)
    {
        var clause = new TextSpan(0, sentence.Text.Length);
        var first = sentence.TokenAt(subject.Start);
        var words = WordsIn(sentence, subject).ToList();
        if (words.Count == 0)
            return null;
        if (words.Count <= 3 && IsPronoun(words[^1]))
        {
            if (found.Count > 0)
                return found[^1].Speaker with { Clause = clause };
            // "In Yerevan they answered".
            if (words[^1] == "they" && SpeakerSides.SeatAtOpening(sentence) is { Entry.StandsFor: { } seated } capital && sentence.Text[capital.Span.End..subject.Start] is " " or ", ")
                return new Attribution(capital.Span.In(sentence.Text), capital.Entry, seated, clause, IsInherited: false);
            return _antecedents.OfPronoun(sentence, subject, words[^1], hops) is { } person ? person with { Clause = clause, IsInherited = true } : null;
        }

        if (SpeakerNames.Named(sentence, subject, clause) is { } named)
        {
            named = WithSide(sentence, SpeakerNames.WithStrayName(sentence, named) ?? named, extent, hops);
            if (named is { SideId: null, Entity: null } && words[0] == "the" && (SpeakerNames.IsStateBody(words[^1]) || SpeakerNames.IsNamedStateBody(named.Speaker)))
                return named with { SideId = Home(sentence, hops) };
            if (named is { SideId: null, Entity: null })
            {
                // "Colonel Jane Doe, head of the ministry's press service".
                if (BodyNamedIn(extent, sentence) is { } bodyOf && sentence.TokenAt(bodyOf.Start) is > 0 and var at && sentence.Tokens[at - 1].Text == "the" && _antecedents.OfNoun(sentence, bodyOf, hops) is { SideId: { } side })
                    return named with { SideId = side };
                if (StateOffices.HoldsOne(sentence, extent))
                    return named with { SideId = Home(sentence, hops) };
            }

            // "His Defence Ministry", "its spokesman, Jane Doe," is that of whoever spoke before.
            var owned = sentence.Tokens[sentence.TokenAt(extent.Start)].Text;
            return named.SideId is null && ((IsOwned(owned) && words.Concat(WordsIn(sentence, extent)).Any(SpeakerNames.IsBody)) || StateOffices.OpensWithSpokesman(sentence, extent))
                ? named with { SideId = found.Count > 0 ? found[^1].Speaker.SideId : _antecedents.OfPronoun(sentence, subject, "they", hops)?.SideId } : named;
        }

        if (!Enumerable.Range(first, words.Count).Any(i => SpeakerNames.CanSpeak(sentence, i)) || words.Count > MostWordsUnnamed || IsClause(words))
            return null;
        if ((words[0] is "the" or "this" or "that" or "both" || words is ["a", "statement"]) && _antecedents.OfNoun(sentence, subject, hops) is { } before)
            return before with { Clause = clause, IsInherited = true };
        var unnamed = SpeakerNames.Unnamed(sentence, subject, clause) with { Phrase = extent.In(sentence.Text) };
        if (unnamed.SideId is not null)
            return unnamed;
        // A surname that opens a sentence is no name to the reader of names.
        if (WithoutOffice(unnamed.Speaker) is var surname && surname != unnamed.Speaker && _antecedents.OfSurname(sentence, surname, hops) is { SideId: { } whose })
            return unnamed with { SideId = whose };
        if (BodyNamedIn(subject, sentence) is { } body && _antecedents.OfNoun(sentence, body, hops) is { SideId: { } bodySide })
            return unnamed with { SideId = bodySide };
        if (IsOwned(words[0]) && (found.Count > 0 ? found[^1].Speaker : _antecedents.OfPronoun(sentence, subject, "they", hops)) is { } owner)
            return unnamed with { SideId = owner.SideId };
        if (SpeakerSides.SeatBefore(sentence, extent) is { } seat)
            return unnamed with { SideId = seat };
        if (SpeakerSides.IsOfLocalAuthorities(sentence, extent))
            return unnamed with { SideId = LocalAuthorities };
        return (words[0] == "the" && SpeakerNames.IsStateBody(words[^1]) && !words.Exists(w => w is "regional" or "local" or "provincial" or "district" or "city" or "municipal")) || words is ["the", "ministry", "of", ..] or ["investigators" or "prosecutors"] ? unnamed with { SideId = Home(sentence, hops) } : unnamed;
    }

    /// <summary>
    /// Whose "the ministry" is: in a report from a capital, its own; else that of the one state that spoke right before, or of the only one whose bodies the article quotes.
    /// Null where two sides have spoken right before, or, in a report from a capital, another one has.
    /// </summary>
    private string? Home(AnalyzedSentence sentence, int hops)
    {
        var spoke = new HashSet<string>(StringComparer.Ordinal);
        var before = _analyzer.Before(sentence);
        for (var i = 0; i < OtherSpeakersWithin && hops > 0 && before is not null && spoke.Count == 0; i++, before = _analyzer.Before(before))
        {
            var attributions = Attribute(before, hops - 1);
            spoke.UnionWith(attributions.Select(a => a.SideId).OfType<string>().Where(IsOfAParty));
            // "Armenia's Ministry of Economy reacted coolly."
            if (i == 0 && attributions.IsEmpty && Antecedents.Subject(before, before.Text.Length) is { SideId: { } acts } && IsOfAParty(acts))
                spoke.Add(acts);
        }

        if (_analyzer.WrittenIn(sentence.Article) is { } home)
            return spoke.All(s => s == home) ? home : null;
        if (spoke.Count > 1 || sentence.Stems.Any(Contradicting.Contains))
            return null;
        return spoke.Count == 1 ? spoke.First() : hops > 0 ? OnlyState(sentence.Article) : null;
    }

    /// <summary>Of a state, or of the authorities that speak for themselves: no other body has a ministry.</summary>
    private static bool IsOfAParty(string side) => side.StartsWith("state.", StringComparison.Ordinal) || side == LocalAuthorities;

    /// <summary>The state whose officials and bodies, named with it, an article quotes most, by far; null where there is none.</summary>
    private string? OnlyState(Article article)
    {
        var quoted = article.Paragraphs.Where(p => !p.IsHeading).Take(MostParagraphsOfAReport)
            .SelectMany(p => _analyzer.Analyze(article, p)).SelectMany(s => Attribute(s, 0)).Select(a => a.SideId).OfType<string>().Where(IsOfAParty)
            .GroupBy(s => s, StringComparer.Ordinal).OrderByDescending(g => g.Count()).Select(g => (Side: g.Key, Times: g.Count())).ToList();
        return quoted is [var most, .. var others] && most.Times >= ByFar * others.Sum(o => o.Times) ? most.Side : null;
    }

    /// <summary>"Ministry" of "the ministry's press service", "a ministry spokesman", "an official at the ministry": the body that was named before.</summary>
    private static TextSpan? BodyNamedIn(TextSpan subject, AnalyzedSentence sentence)
    {
        var last = sentence.TokenAt(subject.End) - 1;
        for (var i = sentence.TokenAt(subject.Start); i <= last; i++)
        {
            if (i > 0 && sentence.Tokens[i].Text is "ministry" or "government" or "army" or "cabinet" && (i < last || sentence.Tokens[i - 1].Text == "the"))
                return new TextSpan(sentence.Tokens[i].Start, sentence.Tokens[i].End);
        }

        return null;
    }

    private static IEnumerable<string> WordsIn(AnalyzedSentence sentence, TextSpan span) => sentence.Tokens.Where(t => span.Contains(t.Start)).Select(t => t.Text);

    private static bool IsOwned(string first) => first is "its" or "his" or "her" or "their";

    /// <summary>"Up to 100 men are hurt" is nobody; "officials who were there" are.</summary>
    private static bool IsClause(List<string> words) =>
        words.FindIndex(FiniteVerbs.IsAuxiliary) is >= 0 and var verb && !words.Take(verb).Any(w => w is "who" or "which" or "that" or "whose");

    private static bool IsPronoun(string word) => word.ToLowerInvariant() is "he" or "she" or "it" or "they" or "him" or "her" or "them";

    /// <summary>The speaker with the side that the words beside the name tell, or an office spoken of before ("The governor, Jane Doe, said").</summary>
    private Attribution WithSide(AnalyzedSentence sentence, Attribution named, TextSpan extent, int hops)
    {
        named = named with { Phrase = extent.In(sentence.Text) };
        if (named.Entity is { Kind: EntityKind.Organisation } body && named.SideId == body.Id && SpeakerNames.IsPrivate(sentence, extent))
            return named with { SideId = null };
        if (named.SideId is not null || named.Entity is { Kind: not EntityKind.Person })
            return named;
        var at = sentence.Text.IndexOf(named.Speaker, extent.Start, StringComparison.Ordinal);
        var tells = at < 0 || named.Entity is not null ? extent : SpeakerNames.WithWhatTellsOfIt(sentence, new TextSpan(at, at + named.Speaker.Length), extent);
        if ((SpeakerSides.In(sentence, tells) ?? SpeakerSides.SeatBefore(sentence, extent)) is { } side)
            return named with { SideId = side };
        if (SpeakerSides.IsOfLocalAuthorities(sentence, tells))
            return named with { SideId = LocalAuthorities };
        if (named.Entity is null && _antecedents.OfSurname(sentence, WithoutOffice(named.Speaker), hops) is { SideId: { } sameSide })
            return named with { SideId = sameSide };
        var title = sentence.Text.IndexOf(',', extent.Start) is var comma && comma > 0 && comma < extent.End ? new TextSpan(extent.Start, comma) : extent;
        return sentence.Tokens[sentence.TokenAt(extent.Start)].Text == "the" && _antecedents.OfNoun(sentence, title, hops) is { SideId: { } before } ? named with { SideId = before } : named;
    }

    /// <summary>"Doe" of "Doe’s office".</summary>
    private static string WithoutOffice(string speaker) =>
        speaker.EndsWith("’s office", StringComparison.Ordinal) || speaker.EndsWith("'s office", StringComparison.Ordinal) ? speaker[..^"’s office".Length] : speaker;

    // "A spokesman for the ministry in charge of the border" is somebody; a longer phrase is mostly a clause.
    private const int MostWordsUnnamed = 10;

    /// <summary>Whose quotation the sentence goes on with: one that stands open around it, or one that ended right before it.</summary>
    private Attribution? Quotation(AnalyzedSentence sentence, int hops)
    {
        var paragraph = _analyzer.Analyze(sentence.Article, sentence.Paragraph);
        for (var i = sentence.Ordinal; paragraph[i].LeavesQuotationOpen && i + 1 < paragraph.Length && paragraph[i + 1].ContinuesQuotation; i++)
        {
            if (Own(paragraph[i + 1], hops - 1) is [var next, ..])
                return next with { IsInherited = false };
        }

        var first = sentence;
        while (first.ContinuesQuotation && first.Ordinal > 0)
        {
            first = paragraph[first.Ordinal - 1];
            if (Main(Own(first, hops - 1)) is { } opened)
                return opened with { IsInherited = true };
        }

        if (!IsBareQuotation(first) || _analyzer.Before(first) is not { } before)
            return null;
        var goesOn = first.Ordinal > 0 || before.QuoteSpans.Length > 0 || before.Text.EndsWith(':');
        return goesOn && Main(Attribute(before, hops - 1)) is { } spoken ? spoken with { IsInherited = true } : null;
    }

    /// <summary>The last of those who speak themselves.</summary>
    private static Attribution? Main(ImmutableArray<Attribution> attributions) => attributions.LastOrDefault(a => !a.PassesOn);

    private static bool IsBareQuotation(AnalyzedSentence sentence) =>
        sentence.QuoteSpans.Sum(q => q.Length) >= (sentence.Text.Length * 8) / 10;

    private sealed record FoundReport(Report Report, Attribution Speaker)
    {
        /// <summary>Who passed it on.</summary>
        public Attribution? Relay { get; init; }
    }
}
