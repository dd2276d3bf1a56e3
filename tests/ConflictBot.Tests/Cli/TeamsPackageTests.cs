using System.IO.Compression;
using ConflictBot.Cli;

namespace ConflictBot.Tests.Cli;

public sealed class TeamsPackageTests
{
    private const string AppId = "0c27d5aa-1d5b-4c3a-9f52-6f1d5a3b8e01";

    [Fact]
    public async Task Writes_the_package_where_it_is_told_to()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "app.zip");
        var run = await CommandLineRun.OfAsync("teams-package", "--app-id", AppId, "--domain", "bot.example.org", "--output", path);
        run.Error.ShouldBeEmpty();
        run.Code.ShouldBe(ExitCodes.Ok);
        run.Output.ShouldContain(path);
        run.Output.ShouldContain("1.19");
        await using var zip = await ZipFile.OpenReadAsync(path);
        zip.Entries.Select(e => e.FullName).ShouldBe(["manifest.json", "color.png", "outline.png"]);
    }

    [Fact]
    public async Task Names_everything_that_is_wrong_and_writes_nothing()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "app.zip");
        var run = await CommandLineRun.OfAsync("teams-package", "--app-id", "mine", "--domain", "https://bot.example.org", "--privacy", "http://x", "--output", path);
        run.Code.ShouldBe(ExitCodes.Usage);
        run.Output.ShouldBeEmpty();
        foreach (var problem in new[] { "app id must be a GUID", "domain must be a public host name", "privacy address must begin with https://" })
            run.Error.ShouldContain(problem);
        File.Exists(path).ShouldBeFalse();
    }

    [Theory]
    [InlineData("teams-package")]
    [InlineData("teams-package", "--app-id", AppId)]
    [InlineData("teams-package", "--domain", "bot.example.org")]
    public async Task The_ids_and_the_domain_are_required(params string[] arguments) =>
        (await CommandLineRun.OfAsync(arguments)).Code.ShouldBe(ExitCodes.Usage);

    [Fact]
    public async Task A_place_that_cannot_be_written_is_said_in_a_line()
    {
        using var folder = new TemporaryFolder();
        var run = await CommandLineRun.OfAsync("teams-package", "--app-id", AppId, "--domain", "bot.example.org", "--output", Path.Combine(folder.Path, "no", "such", "app.zip"));
        run.Code.ShouldBe(ExitCodes.Failed);
        run.Error.ShouldStartWith("Can't write");
        run.Error.ShouldNotContain("   at ");
    }
}
