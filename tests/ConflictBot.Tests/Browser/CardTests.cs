using ConflictBot.Channels.Rendering;
using ConflictBot.Core.Answers;
using ConflictBot.Tests.Answers;
using ConflictBot.TestSupport.Packages;
using Microsoft.Playwright;

namespace ConflictBot.Tests.Browser;

/// <summary>The cards that go with answers in Teams, drawn as wide as a phone. The pictures are left in <c>artifacts/cards</c>.</summary>
public sealed class CardTests(SeedsBot bot) : IClassFixture<SeedsBot>
{
    // Below it a column shows less than two words of these languages in a line.
    private const double NarrowestColumn = 120;

    private static readonly Uri Site = new("https://bot.example/");

    [CardTheory]
    [InlineData("numbers", "How many Azerbaijani soldiers died in July 2020?")]
    [InlineData("sides", "Who started the September 2022 fighting?")]
    [InlineData("russian", "Кто начал бои в сентябре 2022 года?")]
    [InlineData("armenian", "Ո՞վ սկսեց մարտերը 2022 թվականի սեպտեմբերին։")]
    public async Task Differing_claims_can_be_read_beside_each_other_on_a_phone(string name, string question)
    {
        var answer = (await bot.AskAsync(question)).Answer.ShouldBeOfType<DisputedAnswer>();
        await using var renderer = await CardRenderer.StartAsync();
        var page = await renderer.DrawAsync(AnswerCards.Of(answer, Site)!.ToJson());
        await PictureAsync(page, name);

        (await CardRenderer.OverflowAsync(page)).ShouldBeEmpty();
        var columns = await page.EvaluateAsync<double[]>("() => [...document.querySelectorAll('.ac-columnSet > .ac-container')].map(c => c.getBoundingClientRect().width)");
        columns.Length.ShouldBeGreaterThanOrEqualTo(answer.Groups.Length);
        columns.ShouldAllBe(w => w >= NarrowestColumn);
        (columns.Max() - columns.Min()).ShouldBeLessThanOrEqualTo(1, "no side is given more room");
        (await page.EvaluateAsync<double>("() => Math.min(...[...document.querySelectorAll('.ac-richTextBlock span')].map(s => parseFloat(getComputedStyle(s).fontSize)))")).ShouldBeGreaterThanOrEqualTo(12);
        var shown = await page.Locator("#card").InnerTextAsync();
        foreach (var group in answer.Groups)
            shown.ShouldContain(group.Label);
        (await page.Locator(".ac-pushButton:visible").CountAsync()).ShouldBe(answer.Claims.Count());
    }

    [CardTheory]
    [InlineData(3, 2)]
    [InlineData(2, 3)]
    public async Task As_many_claims_as_a_card_takes_can_be_read(int groups, int claims)
    {
        var answer = (await bot.AskAsync("Кто начал бои в сентябре 2022 года?")).Answer.ShouldBeOfType<DisputedAnswer>();
        var all = answer.Claims.ToArray();
        answer = answer with { Groups = [.. Enumerable.Range(1, groups).Select(g => new ClaimGroup(FormattableString.Invariant($"Side {g}"), [.. Enumerable.Range(0, claims).Select(i => all[i % all.Length])]))] };
        await using var renderer = await CardRenderer.StartAsync();
        var page = await renderer.DrawAsync(AnswerCards.Of(answer, Site)!.ToJson());
        await PictureAsync(page, FormattableString.Invariant($"many-{groups}-{claims}"));
        (await CardRenderer.OverflowAsync(page)).ShouldBeEmpty();
        // As long as these are, not all fit into a message; of each side there are as many.
        var shown = await page.Locator("#card").InnerTextAsync();
        foreach (var group in answer.Groups)
            shown.ShouldContain(group.Label);
        ((await page.Locator(".ac-pushButton:visible").CountAsync()) % groups).ShouldBe(0);
    }

    [CardTheory]
    [InlineData("How many Azerbaijani soldiers died in July 2020?")]
    [InlineData("Ո՞վ սկսեց մարտերը 2022 թվականի սեպտեմբերին։")]
    public async Task The_context_of_a_claim_unfolds_within_the_width(string question)
    {
        var answer = (await bot.AskAsync(question)).Answer;
        await using var renderer = await CardRenderer.StartAsync();
        var page = await renderer.DrawAsync(AnswerCards.Of(answer, Site)!.ToJson());
        await page.GetByRole(AriaRole.Button, new() { Name = "[1]" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = Wording.In(answer.Language).OpenArticle }).Or(page.GetByRole(AriaRole.Button, new() { Name = Wording.In(answer.Language).OpenArticle })).First.WaitForAsync();
        await PictureAsync(page, "unfolded-" + answer.Language);
        (await CardRenderer.OverflowAsync(page)).ShouldBeEmpty();
    }

    [CardTheory]
    [InlineData("ceasefire")]
    [InlineData("Что сказал Пашинян?")]
    public async Task A_passage_to_insert_fits_too(string query)
    {
        var answer = (await bot.AskAsync(query)).Answer;
        var claim = answer.Claims.Concat(answer is NoAnswer none ? none.Nearest : []).First();
        await using var renderer = await CardRenderer.StartAsync();
        var page = await renderer.DrawAsync(AnswerCards.Passage(claim, Site, answer.Language).ToJson());
        await PictureAsync(page, "passage-" + answer.Language);
        (await CardRenderer.OverflowAsync(page)).ShouldBeEmpty();
    }

    private static Task PictureAsync(IPage page, string name) =>
        page.ScreenshotAsync(new PageScreenshotOptions { Path = RepositoryFolder.PathTo("artifacts", "cards", name + ".png"), FullPage = true });
}
