using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ConflictBot.Channels.Rendering;
using ConflictBot.Channels.Tests.Hosting;
using ConflictBot.Channels.Tests.Slack;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Articles;
using ConflictBot.TestSupport.Building;

namespace ConflictBot.Channels.Tests.Rendering;

/// <summary>The reviewed messages stand in Golden/*.slack.json; set UPDATE_GOLDEN=1 to write them anew, and review the difference.</summary>
public sealed class SlackBlocksRendererTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly Uri Site = new("https://bot.example/");

    private static readonly SlackExtras Everything = new() { AskedBy = "U0ANN", More = true, Feedback = true, Post = true, Page = 1 };

    public static TheoryData<string> Kinds => ["supported", "disputed", "none", "hostile", "long", "russian", "armenian"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_message_is_as_reviewed(string kind)
    {
        var extras = kind switch
        {
            "supported" => new SlackExtras { More = true, Feedback = true, Post = true },
            "long" => Everything,
            _ => new SlackExtras { Feedback = true },
        };
        var rendered = SlackBlocksRenderer.Render(Sample(kind), Site, extras).ToJson().ToJsonString(Readable) + "\n";
        var path = Repository.PathTo("tests", "ConflictBot.Channels.Tests", "Rendering", "Golden", $"{kind}.slack.json");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            await File.WriteAllTextAsync(path, rendered);
        rendered.ShouldBe((await File.ReadAllTextAsync(path)).ReplaceLineEndings("\n"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_message_is_within_every_limit(string kind)
    {
        foreach (var extras in new[] { new SlackExtras(), Everything })
            Check(Sample(kind), extras);
    }

    [Theory]
    [InlineData(1, 1, 9_000)]
    [InlineData(3, 1, 2_850)]
    [InlineData(3, 8, 2_850)]
    [InlineData(40, 1, 30)]
    [InlineData(2, 60, 10)]
    [InlineData(1, 200, 10)]
    public void However_much_there_is_to_quote_the_message_stays_within_the_limits_and_says_what_it_left_out(int groups, int claims, int words)
    {
        var all = Enumerable.Range(0, groups).Select(g => new ClaimGroup($"Side {g} " + new string('x', 200), [.. Enumerable.Range(0, claims).Select(c => Big($"b{g}-{c}", words))]));
        var answer = new DisputedAnswer { Text = "They differ.", Resolved = new string('q', 1_900), Groups = [.. all] };
        var blocks = Check(answer, Everything);
        var shown = SlackLimits.Texts(blocks).Count(t => t.StartsWith('[') && t.Contains("] ", StringComparison.Ordinal));
        shown.ShouldBeGreaterThan(0);
        var said = string.Join('\n', SlackLimits.Texts(blocks));
        if (shown < groups * claims)
            said.ShouldContain(groups * claims - shown == 1 ? "1 more excerpt is left out" : $"{groups * claims - shown} more excerpts are left out");
        else
            said.ShouldNotContain("left out");
    }

    [Fact]
    public void Every_side_is_shown_before_any_side_is_shown_more_of()
    {
        var answer = new DisputedAnswer
        {
            Text = "They differ.",
            Resolved = "What?",
            Groups = [new ClaimGroup("One", [.. Enumerable.Range(0, 12).Select(i => Big($"a{i}", 200))]), new ClaimGroup("Two", [.. Enumerable.Range(0, 12).Select(i => Big($"b{i}", 200))])],
        };
        var texts = SlackLimits.Texts(Check(answer, new SlackExtras())).ToList();
        var two = texts.IndexOf("Two");
        var ofOne = texts.Take(two).Count(t => t.StartsWith('['));
        var ofTwo = texts.Skip(two).Count(t => t.StartsWith('['));
        ofTwo.ShouldBeGreaterThan(0);
        (ofOne - ofTwo).ShouldBeInRange(0, 1);
    }

    [Fact]
    public void A_quote_that_is_too_long_is_cut_on_a_sentence_and_said_to_be()
    {
        var article = new ArticleBuilder("two").WithParagraph("The first sentence ends here.", "The second " + string.Join(' ', Enumerable.Repeat("goes on", 500)) + ".").Build();
        var claim = new Claim(Citation.Of(article, article.Paragraphs[0], 0, 2), null, null, []);
        var texts = SlackLimits.Texts(Check(new SupportedAnswer { Text = "Here.", Resolved = "What?", Excerpts = [claim] }, new SlackExtras())).ToList();
        texts.ShouldContain("> “The first sentence ends here.”");
        texts.ShouldContain("The quote is cut here; the article has all of it.");
    }

    [Theory]
    [InlineData("He said *no* to it.")]
    [InlineData("The file_name is ~here~.")]
    [InlineData("It was :100: to `one`.")]
    public void A_quote_that_mrkdwn_would_format_is_shown_as_it_is(string quote)
    {
        var article = new ArticleBuilder("formatted").WithParagraph(quote).Build();
        var answer = new SupportedAnswer { Text = "Here.", Resolved = "What?", Excerpts = [new Claim(Citation.Of(article, article.Paragraphs[0], 0), null, null, [new TextSpan(0, 2)])] };
        var section = Check(answer, new SlackExtras()).Select(b => b!["text"]).First(t => ((string?)t?["text"])?.Contains('“') == true)!;
        ((string?)section["type"]).ShouldBe("plain_text");
        ((string?)section["text"]).ShouldBe($"“{quote}”");
    }

    [Fact]
    public void A_plain_quote_is_verbatim_once_its_escapes_and_bold_are_taken_away()
    {
        var article = new ArticleBuilder("plain").WithParagraph("AT&T said 5 < 6 > 4, and <!channel> is no call.").Build();
        var answer = new SupportedAnswer { Text = "Here.", Resolved = "What?", Excerpts = [new Claim(Citation.Of(article, article.Paragraphs[0], 0), null, null, [new TextSpan(10, 15)])] };
        var text = SlackLimits.Texts(Check(answer, new SlackExtras())).First(t => t.StartsWith("> ", StringComparison.Ordinal));
        text.ShouldBe("> “AT&amp;T said *5 &lt; 6* &gt; 4, and &lt;!channel&gt; is no call.”");
    }

    [Fact]
    public void A_quote_of_a_surrogate_pair_at_every_place_is_never_cut_within_it()
    {
        for (var before = 2_880; before < 2_910; before++)
        {
            var cut = SlackText.Cut(new string('a', before) + "😀😀😀😀😀😀😀😀😀😀" + new string('b', 100), 2_900, out var wasCut);
            wasCut.ShouldBeTrue();
            cut.Length.ShouldBeLessThanOrEqualTo(2_900);
            char.IsHighSurrogate(cut.TrimEnd(' ', '…')[^1]).ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData("<@U0BOT> What did NATO say?", "What did NATO say?")]
    [InlineData("What did <@U0BOT|conflictbot> and <@U0BEN> say?", "What did and say?")]
    [InlineData("See <https://a.example/x|this page> &amp; <https://b.example>", "See this page & https://b.example")]
    [InlineData("<#C0ROOM|general> <!here> &lt;b&gt; &amp;lt;", "general <b> &lt;")]
    [InlineData("  \n ", "")]
    public void A_users_message_is_read_as_words(string text, string words) => SlackText.Read(text, "U0BOT", stripFirstMention: true).ShouldBe(words);

    [Fact]
    public void Where_the_bots_id_is_not_known_the_first_mention_is_taken_for_it() =>
        SlackText.Read("<@U0BOT> ask <@U0BEN|ben>", bot: null, stripFirstMention: true).ShouldBe("ask ben");

    private static JsonArray Check(Answer answer, SlackExtras extras)
    {
        var message = SlackBlocksRenderer.Render(answer, Site, extras);
        message.Text.Length.ShouldBeInRange(1, 3_000);
        SlackLimits.Problems(message.ToJson(), message.Blocks).ShouldBeEmpty();
        foreach (var text in SlackLimits.Texts(message.Blocks))
            text.ShouldNotContain("<!");
        return message.Blocks;
    }

    private static Claim Big(string id, int words)
    {
        var article = new ArticleBuilder(id)
            .WithParagraph("It " + string.Join(' ', Enumerable.Repeat("went", words)) + ".")
            .WithMetadata(new ArticleMetadata { Publisher = new string('P', 700), Title = new string('T', 500), Note = new string('N', 3_000) })
            .Build();
        return new Claim(Citation.Of(article, article.Paragraphs[0], 0), null, null, []);
    }

    private static Answer Sample(string kind) => kind switch
    {
        "supported" => SampleAnswers.Supported,
        "disputed" => SampleAnswers.Disputed,
        "none" => SampleAnswers.None,
        "russian" => SampleAnswers.Russian,
        "armenian" => SampleAnswers.Armenian,
        "long" => Long(),
        _ => SampleAnswers.HostileAnswer,
    };

    private static DisputedAnswer Long()
    {
        var article = new ArticleBuilder("long")
            .WithTitle("A very long report")
            .WithParagraph("It begins with a short sentence.", "Then " + string.Join(' ', Enumerable.Repeat("it goes on & on", 250)) + ".")
            .WithParagraph("One " + string.Join(' ', Enumerable.Repeat("word after another", 170)) + ".")
            .Build();
        ImmutableArray<Claim> claims = [SampleAnswers.Claim(article, 0, 0, 2, "A reporter", null), .. Enumerable.Range(0, 5).Select(_ => SampleAnswers.Claim(article, 1, 0, 1, null, null))];
        return new DisputedAnswer
        {
            Text = "The articles tell it in different ways. " + string.Join(' ', Enumerable.Repeat("They are long.", 250)),
            Resolved = "What does the long report tell?",
            Groups = [new ClaimGroup("One side", claims), new ClaimGroup("The other side", [SampleAnswers.Claim(SampleAnswers.Named, 1, 0, 1, "The Northern Ministry", "Northland", "12 trucks")])],
        };
    }
}
