using ConflictBot.Channels.DirectLine;
using ConflictBot.Channels.Tests.Hosting;
using Microsoft.Extensions.Options;

namespace ConflictBot.Channels.Tests.DirectLine;

public sealed class OptionsTests
{
    [Theory]
    [InlineData("DirectLine:TokenMinutes", "0", "from 1 to 1440")]
    [InlineData("DirectLine:MaxActivityBytes", "10", "from 1024 to 262144")]
    [InlineData("DirectLine:Access", "7", "none, anyone, key, origins")]
    [InlineData("DirectLine:Access", "key", "at least 16 characters")]
    [InlineData("DirectLine:TokenKey", "c2hvcnQ=", "at least 32 bytes")]
    [InlineData("DirectLine:AllowedOrigins:0", "https://a.example/path", "without a path")]
    [InlineData("Web:PublicUrl", "ftp://a.example", "such as https://bot.example.org")]
    [InlineData("Web:SuggestedQuestions:0", " ", "1 to 200 characters")]
    public async Task A_wrong_setting_stops_the_start_and_is_told_what_is_allowed(string setting, string value, string told)
    {
        var error = await Should.ThrowAsync<OptionsValidationException>(() => WebHost.StartAsync(new() { [setting] = value }));
        error.Message.ShouldContain(told);
    }

    [Fact]
    public void The_defaults_are_valid() =>
        new DirectLineOptionsValidator().Validate(null, new DirectLineOptions()).Succeeded.ShouldBeTrue();
}
