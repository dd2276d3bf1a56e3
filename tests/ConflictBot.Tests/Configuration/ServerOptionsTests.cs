using ConflictBot.Configuration;

namespace ConflictBot.Tests.Configuration;

public sealed class ServerOptionsTests
{
    [Theory]
    [InlineData("http://localhost:3978", true)]
    [InlineData("http://127.0.0.1:0;https://*:443", true)]
    [InlineData("http://+:80/", true)]
    [InlineData("http://[::1]:5000", true)]
    [InlineData("", false)]
    [InlineData("localhost:3978", false)]
    [InlineData("3978", false)]
    [InlineData("ftp://localhost", false)]
    [InlineData("http://localhost:99999", false)]
    [InlineData("http://localhost:3978/bot", false)]
    public void Takes_addresses_to_listen_on_and_nothing_else(string urls, bool valid)
    {
        var result = new ServerOptionsValidator().Validate(null, new ServerOptions { Urls = urls });
        result.Succeeded.ShouldBe(valid);
        if (!valid)
            result.FailureMessage!.ShouldContain("http://HOST:PORT");
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(300, true)]
    [InlineData(-1, false)]
    [InlineData(301, false)]
    public void Keeps_the_time_a_stop_takes_within_bounds(int seconds, bool valid) =>
        new ServerOptionsValidator().Validate(null, new ServerOptions { ShutdownSeconds = seconds }).Succeeded.ShouldBe(valid);
}
