using ConflictBot.Channels.BotFramework;
using Microsoft.Extensions.Options;

namespace ConflictBot.Channels.Tests.BotFramework;

public sealed class BotFrameworkOptionsTests
{
    private const string Secret = "a-secret-never-shown";

    public static TheoryData<string, Action<BotFrameworkOptions>, string[]> Wrong => new()
    {
        { "secret without app", o => Change(o, appId: null), ["BotFramework:AppPassword and BotFramework:TenantId are set", "BotFramework:AppId is missing"] },
        { "kind without app", o => { o.AppId = o.AppPassword = o.TenantId = null; o.AppType = BotAppType.ManagedIdentity; }, ["BotFramework:AppType is set", "BotFramework:AppId"] },
        { "app without secret", o => o.AppPassword = null, ["BotFramework:AppPassword", "BotFramework:AppPasswordFile"] },
        { "app without tenant", o => o.TenantId = null, ["BotFramework:TenantId is missing"] },
        { "app no GUID", o => o.AppId = "bot", ["BotFramework:AppId is a GUID"] },
        { "two secrets", o => o.AppPasswordFile = "x", ["Both BotFramework:AppPassword and BotFramework:AppPasswordFile"] },
        { "file missing", o => { o.AppPassword = null; o.AppPasswordFile = "no/such/file"; }, ["BotFramework:AppPasswordFile names a file"] },
        { "identity with secret", o => o.AppType = BotAppType.ManagedIdentity, ["A managed identity has no secret"] },
        { "multi with tenant", o => o.AppType = BotAppType.MultiTenant, ["BotFramework:TenantId is for"] },
        { "tenant a path", o => o.TenantId = "a/../b", ["BotFramework:TenantId is a GUID or a domain"] },
        { "metadata unencrypted", o => o.OpenIdMetadataUrl = "http://login.example/", ["BotFramework:OpenIdMetadataUrl"] },
        { "login unencrypted", o => o.LoginUrl = "http://login.example/", ["BotFramework:LoginUrl"] },
        { "capacity", o => o.QueueCapacity = 0, ["from 1 to 100000; 0 is not"] },
        { "bytes", o => o.MaxActivityBytes = 2_000_000, ["from 1024 to 1048576"] },
        { "timeout", o => o.ConnectorTimeoutSeconds = 61, ["from 1 to 60"] },
        { "attempts", o => o.ConnectorAttempts = 11, ["from 1 to 10"] },
        { "host", o => o.Host = (BotFrameworkHost)9, ["auto, builtin, botbuilder"] },
        { "type", o => o.AppType = (BotAppType)9, ["singletenant, multitenant, managedidentity"] },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_half_configured_channel_stops_the_start_and_names_the_keys(string name, Action<BotFrameworkOptions> change, string[] told)
    {
        var options = Complete();
        change(options);
        var result = new BotFrameworkOptionsValidator().Validate(null, options);
        result.Failed.ShouldBeTrue(name);
        foreach (var text in told)
            result.FailureMessage.ShouldContain(text);
        result.FailureMessage.ShouldNotContain(Secret);
    }

    [Fact]
    public void Whole_configurations_are_valid()
    {
        var validator = new BotFrameworkOptionsValidator();
        validator.Validate(null, new BotFrameworkOptions()).Succeeded.ShouldBeTrue();
        validator.Validate(null, Complete()).Succeeded.ShouldBeTrue();
        validator.Validate(null, new BotFrameworkOptions { AppId = TokenForge.AppId, AppType = BotAppType.MultiTenant, AppPassword = Secret }).Succeeded.ShouldBeTrue();
        validator.Validate(null, new BotFrameworkOptions { AppId = TokenForge.AppId, AppType = BotAppType.ManagedIdentity, TenantId = "tenant.example" }).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public void Every_way_to_set_some_of_the_settings_is_whole_or_told_what_is_missing_or_too_much()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, Secret);
            foreach (var type in Enum.GetValues<BotAppType>())
            {
                for (var set = 0; set < 16; set++)
                {
                    var (app, password, passwordFile, tenant) = ((set & 1) != 0, (set & 2) != 0, (set & 4) != 0, (set & 8) != 0);
                    var result = new BotFrameworkOptionsValidator().Validate(null, new BotFrameworkOptions
                    {
                        AppType = type,
                        AppId = app ? TokenForge.AppId : null,
                        AppPassword = password ? Secret : null,
                        AppPasswordFile = passwordFile ? file : null,
                        TenantId = tenant ? "tenant.example" : null,
                    });
                    var isWhole = type switch
                    {
                        BotAppType.SingleTenant => set == 0 || (app && tenant && password != passwordFile),
                        BotAppType.MultiTenant => app && !tenant && password != passwordFile,
                        _ => app && tenant && !password && !passwordFile,
                    };
                    var name = $"{type}: {(app ? "app " : "")}{(password ? "password " : "")}{(passwordFile ? "file " : "")}{(tenant ? "tenant" : "")}";
                    result.Succeeded.ShouldBe(isWhole, name);
                    if (!isWhole)
                        result.Failures!.ShouldAllBe(f => f.Contains("BotFramework:", StringComparison.Ordinal) && !f.Contains(Secret), name);
                }
            }
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("https://bot.example.org/", false)]
    public async Task Without_its_own_address_a_bot_for_others_starts_with_a_warning(string? publicUrl, bool warned)
    {
        var settings = TokenBench.Settings("https://login.example/");
        settings["Web:PublicUrl"] = publicUrl;
        await using var bot = await BotHost.StartAsync(settings);
        bot.Log.Lines.Any(l => l.Text.Contains("Web:PublicUrl is not set", StringComparison.Ordinal)).ShouldBe(warned);
    }

    [Fact]
    public void A_secret_is_read_from_its_file_without_the_line_end()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, Secret + "\n");
            var options = Complete();
            options.AppPassword = null;
            options.AppPasswordFile = file;
            new BotFrameworkOptionsValidator().Validate(null, options).Succeeded.ShouldBeTrue();
            options.ReadPassword().ShouldBe(Secret);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_server_with_half_a_configuration_does_not_start() =>
        (await Should.ThrowAsync<OptionsValidationException>(() => BotHost.StartAsync(new() { ["BotFramework:AppPassword"] = Secret })))
            .Message.ShouldContain("BotFramework:AppId is missing");

    private static BotFrameworkOptions Complete() => new() { AppId = TokenForge.AppId, AppPassword = Secret, TenantId = "tenant.example" };

    private static void Change(BotFrameworkOptions options, string? appId) => options.AppId = appId;
}
