using System.Net;
using ConflictBot.Channels.Tests.Hosting;
using ConflictBot.Channels.Web;
using ConflictBot.Core.Language;
using Microsoft.AspNetCore.Http;

namespace ConflictBot.Channels.Tests.Web;

/// <summary>The pages speak the reader's language, and around an answer the question's; articles and quotes stay as they are.</summary>
public sealed class PageLanguageTests
{
    [Theory]
    [InlineData("", QuestionLanguage.English)]
    [InlineData("ru", QuestionLanguage.Russian)]
    [InlineData("RU-ru,ru;q=0.9,en-US;q=0.8", QuestionLanguage.Russian)]
    [InlineData("en-US,en;q=0.9,hy;q=0.8", QuestionLanguage.English)]
    [InlineData("de-DE,de;q=0.9,az-Latn-AZ;q=0.8,en;q=0.7", QuestionLanguage.Azerbaijani)]
    [InlineData("en;q=0.3,tr;q=0.7", QuestionLanguage.Turkish)]
    [InlineData("hy;q=0,en;q=0.1", QuestionLanguage.English)]
    [InlineData("de,fr", QuestionLanguage.English)]
    [InlineData("*", QuestionLanguage.English)]
    [InlineData(";;=,\u0001,;q", QuestionLanguage.English)]
    public void The_first_language_that_the_browser_prefers_and_the_bot_speaks_is_taken(string accepted, QuestionLanguage language)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.AcceptLanguage = accepted;
        PageLanguage.AskedFor(request).ShouldBe(language);
    }

    [Theory]
    [InlineData("/", "hy", "Հարցեր՝ սկսելու համար")]
    [InlineData("/articles", "ru", "Статей: 5")]
    [InlineData("/articles/004_5d0f107e35de4fc4", "az", "Bütün məqalələr")]
    [InlineData("/timeline", "tr", "Zaman çizelgesi")]
    [InlineData("/no-such-page", "ru", "Такой страницы нет.")]
    public async Task A_page_is_in_the_language_that_the_browser_asks_for(string path, string language, string words)
    {
        await using var host = await WebHost.StartAsync();
        var page = await PageAsync(host, path, language);
        page.ShouldContain($"<html lang=\"{language}\">");
        page.ShouldContain(words);
        // The next reader's page is that reader's.
        (await PageAsync(host, path, "en")).ShouldContain("<html lang=\"en\">");
    }

    [Fact]
    public async Task An_article_keeps_its_language_and_its_dates_are_told_in_the_readers()
    {
        await using var host = await WebHost.StartAsync();
        var page = await PageAsync(host, "/articles/004_5d0f107e35de4fc4", "ru");
        page.ShouldContain("<div class=\"body\" lang=\"en\">");
        page.ShouldContain("сентября 2022 года");
        (await PageAsync(host, "/timeline", "ru")).ShouldContain("<h3>12–13 сентября 2022 года <small>(предположительно)</small></h3>");
    }

    [Theory]
    [InlineData("Сколько армянских солдат погибло в сентябре 2022 года?", "en", "ru", "Этот ответ помог?", "Ссылка на этот ответ")]
    [InlineData("How many Armenian soldiers were killed in September 2022?", "ru", "en", "Was this helpful?", "Link to this answer")]
    public async Task Around_an_answer_the_page_speaks_the_questions_language(string question, string browser, string language, params string[] words)
    {
        await using var host = await WebHost.StartAsync();
        var page = await PageAsync(host, "/?q=" + Uri.EscapeDataString(question), browser);
        page.ShouldContain($"<html lang=\"{language}\">");
        page.ShouldContain("<p class=\"quote\" lang=\"en\">");
        page.ShouldContain("of its soldiers were killed");
        foreach (var word in words)
            page.ShouldContain(word);
    }

    [Fact]
    public async Task What_is_English_on_a_page_of_another_language_says_so()
    {
        await using var host = await WebHost.StartAsync();
        (await PageAsync(host, "/?q=" + Uri.EscapeDataString("Сколько армянских солдат погибло в сентябре 2022 года?"), "ru"))
            .ShouldContain("<q lang=\"en\">How many Armenian soldiers were killed in September 2022?</q>");
        (await PageAsync(host, "/?q=" + Uri.EscapeDataString("Сколько стоит билет в Париж?"), "ru")).ShouldContain("<div lang=\"en\">\n<ul class=\"questions\">");
    }

    [Fact]
    public async Task The_chat_greets_in_the_language_that_the_browser_asks_for()
    {
        await using var host = await WebHost.StartAsync();
        host.Client.DefaultRequestHeaders.Add("Accept-Language", "hy-AM,hy;q=0.9,en;q=0.5");
        var client = await DirectLineClient.OpenAsync(host.Client);
        ((string)(await client.ReadAsync())["activities"]![0]!["text"]!).ShouldStartWith("Բարև ձեզ։");
    }

    [Fact]
    public async Task The_pages_that_are_written_in_English_only_say_so()
    {
        await using var host = await WebHost.StartAsync();
        (await PageAsync(host, "/privacy", "tr")).ShouldContain("<h1>Gizlilik</h1>\n<div lang=\"en\">");
    }

    private static async Task<string> PageAsync(WebHost host, string path, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Accept-Language", language);
        using var response = await host.Client.SendAsync(request);
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
    }
}
