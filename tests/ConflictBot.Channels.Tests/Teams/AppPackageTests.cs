using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ConflictBot.Channels.Teams;
using ConflictBot.Channels.Teams.AppPackage;

namespace ConflictBot.Channels.Tests.Teams;

public sealed partial class AppPackageTests
{
    private const string AppId = "0C27D5AA-1D5B-4C3A-9F52-6F1D5A3B8E01";

    private static readonly AppPackageOptions Options = new() { AppId = AppId, Domain = "Bot.Example.org" };

    [Fact]
    public void The_package_holds_the_manifest_and_two_icons_at_its_root_and_nothing_else() =>
        Files(Options).Keys.ShouldBe(["manifest.json", "color.png", "outline.png"], ignoreOrder: true);

    [Fact]
    public void The_same_options_give_the_same_bytes() => TeamsAppPackage.Create(Options).ShouldBe(TeamsAppPackage.Create(Options));

    [Fact]
    public void Every_field_the_schema_requires_is_there_and_within_its_bounds()
    {
        var manifest = Manifest(Options);
        Text(manifest["$schema"]).ShouldBe("https://developer.microsoft.com/en-us/json-schemas/teams/v1.19/MicrosoftTeams.schema.json");
        Text(manifest["manifestVersion"]).ShouldBe("1.19");
        Version.Parse(Text(manifest["version"])).ShouldBe(new Version(1, 0, 0));
        Text(manifest["id"]).ShouldBe(AppId.ToLowerInvariant());
        Text(manifest["developer"]!["name"]).Length.ShouldBeInRange(1, 32);
        Text(manifest["developer"]!["websiteUrl"]).ShouldBe("https://bot.example.org/");
        Text(manifest["developer"]!["privacyUrl"]).ShouldBe("https://bot.example.org/privacy");
        Text(manifest["developer"]!["termsOfUseUrl"]).ShouldBe("https://bot.example.org/terms");
        Text(manifest["name"]!["short"]).Length.ShouldBeInRange(1, 30);
        Text(manifest["name"]!["full"]).Length.ShouldBeInRange(1, 100);
        Text(manifest["description"]!["short"]).Length.ShouldBeInRange(1, 80);
        Text(manifest["description"]!["full"]).Length.ShouldBeInRange(1, 4000);
        Text(manifest["icons"]!["color"]).ShouldBe("color.png");
        Text(manifest["icons"]!["outline"]).ShouldBe("outline.png");
        HexColour().IsMatch(Text(manifest["accentColor"])).ShouldBeTrue();
        manifest["validDomains"]!.AsArray().Select(Text).ShouldBe(["bot.example.org"]);
        manifest.AsObject().Select(p => p.Key).Except(["$schema", "manifestVersion", "version", "id", "developer", "name", "description", "icons", "accentColor", "defaultInstallScope", "bots", "composeExtensions", "validDomains"]).ShouldBeEmpty();
    }

    [Fact]
    public void The_bot_is_in_all_three_scopes_with_commands_within_their_bounds()
    {
        var bot = Manifest(Options)["bots"]!.AsArray().ShouldHaveSingleItem()!;
        Text(bot["botId"]).ShouldBe(AppId.ToLowerInvariant());
        bot["scopes"]!.AsArray().Select(Text).ShouldBe(["personal", "team", "groupChat"]);
        var list = bot["commandLists"]!.AsArray().ShouldHaveSingleItem()!;
        list["scopes"]!.AsArray().Select(Text).ShouldBe(["personal", "team", "groupChat"]);
        var commands = list["commands"]!.AsArray();
        commands.Count.ShouldBeInRange(1, 10);
        commands.ShouldAllBe(c => Text(c!["title"]).Length <= 32 && Text(c["description"]).Length <= 128);
    }

    [Fact]
    public void The_message_extension_is_the_one_the_bot_answers()
    {
        var extension = Manifest(Options)["composeExtensions"]!.AsArray().ShouldHaveSingleItem()!;
        Text(extension["botId"]).ShouldBe(AppId.ToLowerInvariant());
        var command = extension["commands"]!.AsArray().ShouldHaveSingleItem()!;
        Text(command["id"]).ShouldBe(MessageExtension.CommandId);
        Text(command["id"]).Length.ShouldBeLessThanOrEqualTo(64);
        Text(command["type"]).ShouldBe("query");
        Text(command["title"]).Length.ShouldBeInRange(1, 32);
        Text(command["description"]).Length.ShouldBeInRange(1, 128);
        command["initialRun"]!.GetValue<bool>().ShouldBeTrue();
        command["context"]!.AsArray().Select(Text).ShouldBe(["compose", "commandBox"]);
        var parameter = command["parameters"]!.AsArray().ShouldHaveSingleItem()!;
        Text(parameter["name"]).ShouldBe(MessageExtension.ParameterName);
        Text(parameter["title"]).Length.ShouldBeInRange(1, 32);
        Text(parameter["description"]).Length.ShouldBeInRange(1, 128);
    }

    [Fact]
    public void What_is_given_stands_in_the_manifest()
    {
        var bot = Guid.NewGuid().ToString("D");
        var manifest = Manifest(Options with { BotId = bot, Name = new string('n', 30), Website = "https://a.example/", Privacy = "https://b.example/p", Terms = "https://c.example/t", Version = "2.1.0" });
        Text(manifest["id"]).ShouldBe(AppId.ToLowerInvariant());
        Text(manifest["bots"]![0]!["botId"]).ShouldBe(bot);
        Text(manifest["composeExtensions"]![0]!["botId"]).ShouldBe(bot);
        Text(manifest["name"]!["short"]).ShouldBe(new string('n', 30));
        Text(manifest["name"]!["full"]).Length.ShouldBeLessThanOrEqualTo(100);
        Text(manifest["developer"]!["websiteUrl"]).ShouldBe("https://a.example/");
        Text(manifest["developer"]!["privacyUrl"]).ShouldBe("https://b.example/p");
        Text(manifest["developer"]!["termsOfUseUrl"]).ShouldBe("https://c.example/t");
        Text(manifest["version"]).ShouldBe("2.1.0");
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once_and_nothing_is_written()
    {
        var wrong = new AppPackageOptions { AppId = "{x}", BotId = Guid.Empty.ToString(), Domain = "https://bot.example.org", Name = new string('n', 31), Website = "http://a.example", Privacy = "p", Terms = "ftp://c", Version = "1.0" };
        wrong.Problems().Count().ShouldBe(8);
        Should.Throw<ArgumentException>(() => TeamsAppPackage.Create(wrong));
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("bot.example.org:443")]
    [InlineData("bot.example.org/")]
    [InlineData("bot.example.org.")]
    [InlineData("*.example.org")]
    [InlineData("")]
    public void A_domain_is_a_public_host_name(string domain) => (Options with { Domain = domain }).Problems().ShouldHaveSingleItem().ShouldContain("domain");

    [Theory]
    [InlineData("color.png", 192)]
    [InlineData("outline.png", 32)]
    public void Icons_are_sound_pictures_of_the_size_Teams_wants(string name, int size)
    {
        var (width, height, pixels) = Decode(Files(Options)[name]);
        (width, height).ShouldBe((size, size));
        pixels.Length.ShouldBe(size * size * 4);
    }

    [Fact]
    public void The_outline_is_white_on_nothing()
    {
        var (_, _, pixels) = Decode(Files(Options)["outline.png"]);
        pixels.Chunk(4).ShouldAllBe(p => p[0] == 255 && p[1] == 255 && p[2] == 255);
        pixels.Chunk(4).Count(p => p[3] == 255).ShouldBeGreaterThan(100);
        pixels.Chunk(4).Count(p => p[3] == 0).ShouldBeGreaterThan(500);
        new[] { 0, 31, 31 * 32, (32 * 32) - 1 }.ShouldAllBe(corner => pixels[(corner * 4) + 3] == 0);
    }

    [Fact]
    public void The_colour_icon_is_opaque_with_its_marks_where_no_client_cuts()
    {
        var (_, _, pixels) = Decode(Files(Options)["color.png"]);
        byte[] ground = [0x1F, 0x5F, 0x66, 255];
        for (var i = 0; i < 192 * 192; i++)
        {
            var (x, y) = (i % 192, i / 192);
            pixels[(i * 4) + 3].ShouldBe((byte)255);
            if (x is < 36 or >= 156 || y is < 36 or >= 156)
                pixels.AsSpan(i * 4, 4).SequenceEqual(ground).ShouldBeTrue();
        }

        pixels.Chunk(4).Count(p => p[0] == 0xF4).ShouldBeGreaterThan(2000);
    }

    private static string Text(JsonNode? node) => node!.GetValue<string>();

    private static JsonNode Manifest(AppPackageOptions options) => JsonNode.Parse(Files(options)["manifest.json"])!;

    private static Dictionary<string, byte[]> Files(AppPackageOptions options)
    {
        using var zip = new ZipArchive(new MemoryStream(TeamsAppPackage.Create(options)));
        return zip.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var content = new MemoryStream();
            using var stream = e.Open();
            stream.CopyTo(content);
            return content.ToArray();
        });
    }

    /// <summary>Reads a PNG as the specification has it, checksums included. The rows are unfiltered, as our encoder writes them.</summary>
    private static (int Width, int Height, byte[] Pixels) Decode(byte[] png)
    {
        png[..8].ShouldBe([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        // The checksum of an empty IEND is the same in every PNG there is.
        png[^12..].ShouldBe([0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]);
        png[12..16].ShouldBe("IHDR"u8.ToArray());
        png[24..29].ShouldBe([8, 6, 0, 0, 0]);
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
        png[37..41].ShouldBe("IDAT"u8.ToArray());
        var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(33));
        (41 + length + 4 + 12).ShouldBe(png.Length);
        using var zlib = new ZLibStream(new MemoryStream(png, 41, length), CompressionMode.Decompress);
        using var rows = new MemoryStream();
        zlib.CopyTo(rows);
        var lines = rows.ToArray().Chunk(1 + (width * 4)).ToList();
        lines.Count.ShouldBe(height);
        lines.ShouldAllBe(l => l[0] == 0);
        return (width, height, [.. lines.SelectMany(l => l.Skip(1))]);
    }

    [GeneratedRegex("^#[0-9A-Fa-f]{6}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HexColour();
}
