using System.Net;
using ConflictBot.Configuration;
using ConflictBot.Tests.Health;

namespace ConflictBot.Tests.Configuration;

public sealed class ProxyOptionsTests
{
    [Theory]
    [InlineData("10.0.0.7", true)]
    [InlineData("10.0.0.0/24", true)]
    [InlineData("fd00::7", true)]
    [InlineData("fd00::/64", true)]
    [InlineData("10.0.0.7/24", true)]
    [InlineData("10.0.0.0/33", false)]
    [InlineData("proxy.example.org", false)]
    [InlineData("", false)]
    public void Takes_addresses_and_networks_and_nothing_else(string proxy, bool valid)
    {
        var result = new ProxyOptionsValidator().Validate(null, new ProxyOptions { KnownProxies = [proxy] });
        result.Succeeded.ShouldBe(valid);
        if (!valid)
            result.FailureMessage!.ShouldContain($"Server:KnownProxies holds '{proxy}', and must hold IP addresses and networks");
    }

    [Fact]
    public void Without_a_proxy_nobody_is_believed() => new ProxyOptions().ToForwardedHeaders().ShouldBeNull();

    [Fact]
    public async Task Behind_a_known_proxy_each_client_is_counted_by_its_own_address()
    {
        await using var server = await StartedServer.StartAsync(("Server:KnownProxies:0", "127.0.0.1"), ("Limits:RequestsPerMinute", "1"));
        (await GetAsync(server, "203.0.113.7")).ShouldBe(HttpStatusCode.OK);
        (await GetAsync(server, "203.0.113.7")).ShouldBe(HttpStatusCode.TooManyRequests);
        (await GetAsync(server, "203.0.113.8")).ShouldBe(HttpStatusCode.OK);
        // What a client writes itself stands left of what the proxy adds, and is not believed.
        (await GetAsync(server, "198.51.100.1, 203.0.113.8")).ShouldBe(HttpStatusCode.TooManyRequests);
        // Two addresses of one IPv6 network are one client's.
        (await GetAsync(server, "2001:db8:1:2::1")).ShouldBe(HttpStatusCode.OK);
        (await GetAsync(server, "2001:db8:1:2:ffff::9")).ShouldBe(HttpStatusCode.TooManyRequests);
        (await GetAsync(server, "2001:db8:1:3::1")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Health_is_never_limited()
    {
        await using var server = await StartedServer.StartAsync(("Limits:RequestsPerMinute", "1"), ("Limits:Loopback", "true"));
        for (var i = 0; i < 5; i++)
            (await server.Client.GetAsync("/healthz")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<HttpStatusCode> GetAsync(StartedServer server, string forwardedFor)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/articles");
        request.Headers.Add("X-Forwarded-For", forwardedFor);
        using var response = await server.Client.SendAsync(request);
        return response.StatusCode;
    }
}
