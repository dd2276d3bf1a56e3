using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using ConflictBot.Channels.Tests.Hosting;

namespace ConflictBot.Channels.Tests.Web;

public sealed partial class AssetTests
{
    [Theory]
    [InlineData(null, null, "plain")]
    [InlineData("br", "br", "brotli")]
    [InlineData("gzip, deflate, br, zstd", "br", "brotli")]
    [InlineData("gzip", "gzip", "gzip")]
    [InlineData("br;q=0, gzip", "gzip", "gzip")]
    [InlineData("*", "br", "brotli")]
    [InlineData("*;q=0", null, "plain")]
    [InlineData("identity", null, "plain")]
    public async Task The_control_is_served_in_a_coding_the_client_takes(string? accepted, string? coding, string body)
    {
        using var folder = new WebChatFolder();
        await using var host = await WebHost.StartAsync(new() { ["Web:WebChatDirectory"] = folder.Path });
        using var response = await GetAsync(host, $"/webchat/{WebChatFolder.Script}", accepted);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentEncoding.SingleOrDefault().ShouldBe(coding);
        (await response.Content.ReadAsStringAsync()).ShouldBe(body);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/javascript");
        response.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
        response.Headers.Vary.ShouldContain("Accept-Encoding");
    }

    [Theory]
    [InlineData("/webchat/LICENSE.txt")]
    [InlineData("/webchat/webchat.0123456789abcdef.js.br")]
    [InlineData("/webchat/webchat.fedcba9876543210.js")]
    [InlineData("/webchat/..%2fappsettings.json")]
    [InlineData("/assets/site.css")]
    [InlineData("/assets/..%2f..%2fappsettings.json")]
    public async Task Nothing_else_is_served(string path)
    {
        using var folder = new WebChatFolder();
        await using var host = await WebHost.StartAsync(new() { ["Web:WebChatDirectory"] = folder.Path });
        using var response = await GetAsync(host, path, null);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_sites_own_files_carry_a_hash_and_are_the_same_compressed()
    {
        await using var host = await WebHost.StartAsync();
        var page = await host.Client.GetStringAsync(new Uri("", UriKind.Relative));
        var address = StyleAddress().Match(page).Groups["address"].Value;
        using var plain = await GetAsync(host, address, null);
        using var compressed = await GetAsync(host, address, "br");
        compressed.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        await using var brotli = new BrotliStream(await compressed.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using var reader = new StreamReader(brotli, Encoding.UTF8);
        var text = await plain.Content.ReadAsStringAsync();
        (await reader.ReadToEndAsync()).ShouldBe(text);
        text.ShouldBe(await File.ReadAllTextAsync(Repository.PathTo("src", "ConflictBot", "wwwroot", "site.css")));
    }

    [Fact]
    public async Task Without_its_files_the_page_still_says_everything()
    {
        await using var host = await WebHost.StartAsync(new() { ["Web:AssetsDirectory"] = Repository.PathTo("no", "such", "folder") });
        var page = await host.Client.GetStringAsync(new Uri("/?q=What+did+NATO+say%3F", UriKind.Relative));
        page.ShouldContain("<blockquote");
        page.ShouldNotContain("stylesheet");
    }

    private static async Task<HttpResponseMessage> GetAsync(WebHost host, string path, string? accepted)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        if (accepted is not null)
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        return await host.Client.SendAsync(request);
    }

    [GeneratedRegex("rel=\"stylesheet\" href=\"(?<address>[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex StyleAddress();
}
