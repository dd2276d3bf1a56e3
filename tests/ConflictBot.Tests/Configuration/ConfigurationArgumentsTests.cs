using ConflictBot.Configuration;

namespace ConflictBot.Tests.Configuration;

public sealed class ConfigurationArgumentsTests
{
    [Fact]
    public void Parts_settings_from_the_rest_of_the_command_line()
    {
        var split = ConfigurationArguments.Split(["ask", "--Index:Engine=memory", "--json", "--engine=lucene", "--Data:Directory=a=b", "why?"]);
        split.Rest.ShouldBe(["ask", "--json", "--engine=lucene", "why?"]);
        split.Settings.ShouldBe(new Dictionary<string, string?> { ["Index:Engine"] = "memory", ["Data:Directory"] = "a=b" }, ignoreOrder: true);
    }

    [Fact]
    public void Leaves_what_stands_after_two_dashes_alone()
    {
        var split = ConfigurationArguments.Split(["ask", "--", "--Index:Engine=memory"]);
        split.Settings.ShouldBeEmpty();
        split.Rest.ShouldBe(["ask", "--", "--Index:Engine=memory"]);
    }

    [Theory]
    [InlineData("--Index:Engine=x", null)]
    [InlineData("--index:engine=x", null)]
    [InlineData("--Logging:LogLevel:Default=Debug", null)]
    [InlineData("--Kestrel:Limits:MaxRequestBodySize=1", null)]
    [InlineData("--environment=Test", null)]
    [InlineData("--ShutdownSeconds=9", null)]
    [InlineData("--ShutDownSecond=9", "ShutDownSecond")]
    [InlineData("--Index:Engin=x", "Index:Engin")]
    [InlineData("--Other:Engine=x", "Other:Engine")]
    public void Finds_a_setting_that_nobody_knows(string argument, string? unknown) =>
        ConfigurationArguments.Split([argument]).FirstUnknown(ConflictBotBuilder.DocumentedSettings).ShouldBe(unknown);
}
