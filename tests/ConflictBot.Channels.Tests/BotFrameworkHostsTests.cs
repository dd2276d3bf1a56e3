using ConflictBot.Channels.BotFramework;
using ConflictBot.Channels.Tests.BotFramework;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ConflictBot.Channels.Tests;

public sealed class BotFrameworkHostsTests
{
    /// <summary>Stands for the conversation suite over this host, which is compiled only where the host is.</summary>
    [BotBuilderFact]
    public async Task The_Bot_Builder_host_is_the_one_that_auto_takes()
    {
        await using var bot = await BotHost.StartAsync();
        bot.Services.GetRequiredService<IActivityHost>().GetType().Name.ShouldBe("BotBuilderHost");
    }

    [Fact]
    public async Task The_built_in_host_is_there_whatever_the_feeds_have()
    {
        await using var bot = await BotHost.StartAsync(new() { ["BotFramework:Host"] = "builtin" });
        bot.Services.GetRequiredService<IActivityHost>().ShouldBeOfType<BuiltInHost>();
    }

    [Fact]
    public async Task Asking_for_a_host_that_is_not_built_in_stops_the_start()
    {
        if (BotFrameworkHosts.BotBuilderAvailable)
        {
            await using var bot = await BotHost.StartAsync(new() { ["BotFramework:Host"] = "botbuilder" });
            bot.Services.GetRequiredService<IActivityHost>().ShouldNotBeOfType<BuiltInHost>();
            return;
        }

        var error = await Should.ThrowAsync<OptionsValidationException>(() => BotHost.StartAsync(new() { ["BotFramework:Host"] = "botbuilder" }));
        error.Message.ShouldContain(BotFrameworkHosts.BotBuilderAbsent);
    }
}
