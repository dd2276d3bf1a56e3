using ConflictBot.Channels.Slack;
using Microsoft.Extensions.Options;

namespace ConflictBot.Channels.Tests.Slack;

public sealed class SlackOptionsTests
{
    private const string Secret = "0123456789abcdef0123456789abcdef";
    private const string Token = "xoxb-of-the-tests";

    [Fact]
    public void Nothing_set_is_valid_and_off()
    {
        Problems(new SlackOptions()).ShouldBeEmpty();
        new SlackOptions().IsConfigured.ShouldBeFalse();
    }

    [Fact]
    public void Both_set_is_valid_and_on()
    {
        var options = new SlackOptions { SigningSecret = Secret, BotToken = Token };
        Problems(options).ShouldBeEmpty();
        options.IsConfigured.ShouldBeTrue();
    }

    [Theory]
    [InlineData(Secret, null, "Slack:BotToken (or Slack:BotTokenFile) is missing")]
    [InlineData(null, Token, "Slack:SigningSecret (or Slack:SigningSecretFile) is missing")]
    [InlineData(Secret, "xoxp-a-users-token", "starts with xoxb-")]
    [InlineData(Secret, "xoxb-", "starts with xoxb-")]
    [InlineData(Secret, "xoxb-a\nb", "starts with xoxb-")]
    [InlineData("short", Token, "at least 16 visible ASCII characters")]
    public void Half_or_wrongly_configured_stops_the_start_and_never_repeats_a_secret(string? secret, string? token, string told)
    {
        var problem = Problems(new SlackOptions { SigningSecret = secret, BotToken = token }).ShouldHaveSingleItem();
        problem.ShouldContain(told);
        foreach (var value in new[] { secret, token })
        {
            if (value is { Length: > 5 })
                problem.ShouldNotContain(value);
        }
    }

    [Fact]
    public void Every_way_to_set_some_of_the_settings_is_whole_or_told_what_is_missing_or_too_much()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var secretFile = Path.Combine(folder.FullName, "secret");
            var tokenFile = Path.Combine(folder.FullName, "token");
            File.WriteAllText(secretFile, Secret);
            File.WriteAllText(tokenFile, Token);
            for (var set = 0; set < 16; set++)
            {
                var (secret, inSecretFile, token, inTokenFile) = ((set & 1) != 0, (set & 2) != 0, (set & 4) != 0, (set & 8) != 0);
                var problems = Problems(new SlackOptions
                {
                    SigningSecret = secret ? Secret : null,
                    SigningSecretFile = inSecretFile ? secretFile : null,
                    BotToken = token ? Token : null,
                    BotTokenFile = inTokenFile ? tokenFile : null,
                }).ToList();
                var isWhole = set == 0 || (secret != inSecretFile && token != inTokenFile);
                var name = $"{(secret ? "secret " : "")}{(inSecretFile ? "secret file " : "")}{(token ? "token " : "")}{(inTokenFile ? "token file" : "")}";
                (problems.Count == 0).ShouldBe(isWhole, name);
                if (!isWhole && secret == inSecretFile)
                    problems.ShouldContain(p => p.Contains("Slack:SigningSecret", StringComparison.Ordinal), name);
                if (!isWhole && token == inTokenFile)
                    problems.ShouldContain(p => p.Contains("Slack:BotToken", StringComparison.Ordinal), name);
                problems.ShouldAllBe(p => !p.Contains(Secret) && !p.Contains(Token), name);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("https://bot.example.org/", false)]
    public async Task Without_its_own_address_it_starts_with_a_warning(string? publicUrl, bool warned)
    {
        await using var host = await SlackBotHost.StartAsync(new() { ["Web:PublicUrl"] = publicUrl });
        host.Log.Lines.Any(l => l.Contains("Web:PublicUrl is not set", StringComparison.Ordinal)).ShouldBe(warned);
    }

    [Theory]
    [InlineData("http://slack.example/api/")]
    [InlineData("https://slack.com/api")]
    [InlineData("https://user@slack.com/api/")]
    [InlineData("slack.com")]
    [InlineData("")]
    public void An_api_that_would_leak_the_token_is_refused(string url) =>
        Problems(new SlackOptions { ApiUrl = url }).ShouldHaveSingleItem().ShouldContain("Slack:ApiUrl is an https address that ends in a slash");

    [Fact]
    public void Sizes_out_of_range_are_refused_with_the_range()
    {
        Problems(new SlackOptions { QueueCapacity = 7 }).ShouldHaveSingleItem().ShouldContain("from 8 to 100000");
        Problems(new SlackOptions { MaxRequestBytes = 1 }).ShouldHaveSingleItem().ShouldContain("from 4096 to 1048576");
    }

    [Fact]
    public void Secrets_are_read_from_files()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var secret = Path.Combine(folder.FullName, "secret");
            var token = Path.Combine(folder.FullName, "token");
            File.WriteAllText(secret, Secret + "\n");
            File.WriteAllText(token, Token + "\n");
            var options = new SlackOptions { SigningSecretFile = secret, BotTokenFile = token };
            Problems(options).ShouldBeEmpty();
            SlackSecrets.Read(options).ShouldBeOfType<SlackSecretsResult.Usable>().Secrets.BotToken.ShouldBe(Token);

            Problems(new SlackOptions { SigningSecretFile = secret, SigningSecret = Secret, BotToken = Token }).ShouldHaveSingleItem().ShouldContain("are both set");
            Problems(new SlackOptions { SigningSecretFile = secret + "x", BotToken = Token }).ShouldHaveSingleItem().ShouldContain("SigningSecretFile can't be read");
            File.WriteAllText(secret, new string('a', 2_000));
            Problems(new SlackOptions { SigningSecretFile = secret, BotToken = Token }).ShouldHaveSingleItem().ShouldContain("holds the secret and nothing else");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_server_does_not_start_half_configured()
    {
        var error = await Should.ThrowAsync<OptionsValidationException>(() => SlackBotHost.StartAsync(new() { ["Slack:BotToken"] = null }));
        error.Message.ShouldContain("Slack is half configured");
    }

    private static IEnumerable<string> Problems(SlackOptions options) => new SlackOptionsValidator().Validate(null, options).Failures ?? [];
}
