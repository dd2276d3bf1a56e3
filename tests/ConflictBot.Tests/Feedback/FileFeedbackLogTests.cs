using System.Text;
using ConflictBot.Configuration;
using ConflictBot.Core.Conversations;
using ConflictBot.Feedback;
using ConflictBot.Tests.Cli;
using Microsoft.Extensions.Options;

namespace ConflictBot.Tests.Feedback;

public sealed class FileFeedbackLogTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _data = new();

    private string FeedbackPath => Path.Combine(_data.Path, "feedback");

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task What_was_said_is_read_back_in_its_order()
    {
        using var log = Log();
        await log.AppendAsync(Entry("ann", helpful: true, "Who?", "A “quote”\nof two lines"), CancellationToken.None);
        await log.AppendAsync(Entry("ben", helpful: false, "When? 🕊"), CancellationToken.None);
        var lines = await ReadAsync(log);
        lines.Select(l => (l.Channel, l.Helpful, l.Question)).ShouldBe([("web", true, "Who?"), ("web", false, "When? 🕊")]);
        lines[0].Excerpts.ShouldBe(["A “quote”\nof two lines"]);
        lines[0].At.ShouldBe(Noon);
        lines[0].Comment.ShouldBeNull();
    }

    [Fact]
    public async Task A_user_stands_there_only_as_a_salted_hash()
    {
        using var log = Log();
        await log.AppendAsync(Entry("ann@example.org"), CancellationToken.None);
        await log.AppendAsync(Entry("ann@example.org"), CancellationToken.None);
        await log.AppendAsync(Entry("ann@example.org") with { Channel = "slack" }, CancellationToken.None);
        var lines = await ReadAsync(log);
        lines[1].User.ShouldBe(lines[0].User);
        lines[2].User.ShouldNotBe(lines[0].User, "one id on two channels is two users");
        foreach (var file in Directory.GetFiles(FeedbackPath))
            Encoding.UTF8.GetString(await File.ReadAllBytesAsync(file)).ShouldNotContain("ann@example.org");

        using var other = new TemporaryFolder();
        using var elsewhere = Log(folder: other.Path);
        await elsewhere.AppendAsync(Entry("ann@example.org"), CancellationToken.None);
        (await ReadAsync(elsewhere))[0].User.ShouldNotBe(lines[0].User, "each folder has a salt of its own");
    }

    [Fact]
    public async Task A_folder_that_is_deleted_under_a_running_server_is_made_anew_with_a_salt_all_share()
    {
        using var running = Log();
        await running.AppendAsync(Entry("ann"), CancellationToken.None);
        Directory.Delete(FeedbackPath, recursive: true);
        await running.AppendAsync(Entry("ann"), CancellationToken.None);
        using var other = Log();
        (await other.ForgetAsync("ann", channel: null, CancellationToken.None)).ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_but_the_owner_can_read_any_of_it()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var log = Log();
        await log.AppendAsync(Entry("ann"), CancellationToken.None);
        File.GetUnixFileMode(FeedbackPath).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var file in Directory.GetFiles(FeedbackPath))
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, file);
    }

    [Fact]
    public async Task A_damaged_salt_is_not_replaced_in_silence()
    {
        Directory.CreateDirectory(FeedbackPath);
        await File.WriteAllBytesAsync(Path.Combine(FeedbackPath, UserHashes.FileName), [1, 2, 3]);
        using var log = Log();
        (await Should.ThrowAsync<IOException>(() => log.AppendAsync(Entry("ann"), CancellationToken.None))).Message.ShouldContain("damaged");
    }

    [Theory]
    [InlineData("{\"at\":\"2024-05-01T11:0")]
    [InlineData("{")]
    [InlineData("\0\0\0\0")]
    public async Task A_line_torn_by_a_crash_is_cut_off_and_the_next_one_is_whole(string torn)
    {
        using (var before = Log())
            await before.AppendAsync(Entry("ann", question: "before"), CancellationToken.None);
        await File.AppendAllTextAsync(DayFile(), torn);

        using var after = Log();
        await after.AppendAsync(Entry("ann", question: "after"), CancellationToken.None);
        var unreadable = 0;
        (await after.ReadAsync(() => unreadable++, CancellationToken.None).ToListAsync()).Select(l => l.Question).ShouldBe(["before", "after"]);
        unreadable.ShouldBe(0);
    }

    [Fact]
    public async Task A_torn_line_is_mended_at_the_next_start()
    {
        using var log = Log();
        await log.AppendAsync(Entry("ann"), CancellationToken.None);
        var whole = await File.ReadAllTextAsync(DayFile());
        await File.AppendAllTextAsync(DayFile(), "{\"at\":");
        await log.SweepAsync(CancellationToken.None);
        (await File.ReadAllTextAsync(DayFile())).ShouldBe(whole);
    }

    [Fact]
    public async Task A_damaged_line_in_the_middle_hides_none_of_the_others()
    {
        using var log = Log();
        await log.AppendAsync(Entry("ann", question: "first"), CancellationToken.None);
        await File.AppendAllTextAsync(DayFile(), "no json\n[]\n{\"helpful\":true}\n");
        await log.AppendAsync(Entry("ann", question: "last"), CancellationToken.None);
        var unreadable = 0;
        (await log.ReadAsync(() => unreadable++, CancellationToken.None).ToListAsync()).Select(l => l.Question).ShouldBe(["first", "last"]);
        unreadable.ShouldBe(3);
    }

    [Fact]
    public async Task Several_writers_at_once_lose_and_mix_nothing()
    {
        // Each log is what a process has: they share nothing but the folder.
        var logs = Enumerable.Range(0, 4).Select(_ => Log()).ToList();
        await Parallel.ForEachAsync(Enumerable.Range(0, 80), async (i, cancellationToken) =>
            await logs[i % logs.Count].AppendAsync(Entry($"user {i % 7}", question: $"question {i}"), cancellationToken));
        var unreadable = 0;
        var lines = await logs[0].ReadAsync(() => unreadable++, CancellationToken.None).ToListAsync();
        lines.Select(l => l.Question).Order().ShouldBe(Enumerable.Range(0, 80).Select(i => $"question {i}").Order());
        lines.Select(l => l.User).Distinct().Count().ShouldBe(7, "all of them use one salt");
        unreadable.ShouldBe(0);
        logs.ForEach(l => l.Dispose());
    }

    [Fact]
    public async Task Texts_are_cut_to_their_bounds_and_never_inside_a_character()
    {
        using var log = Log(new FeedbackOptions { RetentionDays = 0, MaxCommentLength = 10 });
        await log.AppendAsync(
            Entry("ann", question: new string('q', 5_000)) with { Comment = "123456789🕊", Excerpts = [.. Enumerable.Repeat(new string('e', 9_000), 50)] },
            CancellationToken.None);
        var line = (await ReadAsync(log)).ShouldHaveSingleItem();
        line.Comment.ShouldBe("123456789");
        line.Question.Length.ShouldBe(2_000);
        line.Excerpts.Length.ShouldBe(12);
        line.Excerpts.ShouldAllBe(e => e.Length == 1_000);
    }

    [Fact]
    public async Task Over_its_bound_new_feedback_is_refused_and_the_old_stays()
    {
        using var log = Log(new FeedbackOptions { RetentionDays = 0, MaxMegabytes = 1 });
        var entry = Entry("ann") with { Excerpts = [.. Enumerable.Repeat(new string('ღ', 1_000), 12)] };
        var kept = 0;
        await Should.ThrowAsync<FeedbackFullException>(async () =>
        {
            for (; kept < 100; kept++)
                await log.AppendAsync(entry, CancellationToken.None);
        });
        kept.ShouldBeInRange(20, 40);
        (await ReadAsync(log)).Count.ShouldBe(kept);
    }

    [Fact]
    public async Task What_is_older_than_the_retention_is_not_shown_and_then_deleted()
    {
        var time = new FixedTime(Noon);
        using var log = Log(new FeedbackOptions { RetentionDays = 30 }, time: time);
        await log.AppendAsync(Entry("ann", question: "old") with { At = Noon.AddDays(-31) }, CancellationToken.None);
        await log.AppendAsync(Entry("ann", question: "young") with { At = Noon.AddDays(-30) }, CancellationToken.None);
        (await ReadAsync(log)).Select(l => l.Question).ShouldBe(["young"]);
        (await log.SweepAsync(CancellationToken.None)).ShouldBe(1);
        Directory.GetFiles(FeedbackPath, "*.jsonl").Length.ShouldBe(1);
    }

    [Fact]
    public async Task Without_a_retention_nothing_is_deleted()
    {
        using var log = Log(new FeedbackOptions { RetentionDays = 0 });
        await log.AppendAsync(Entry("ann") with { At = new DateTimeOffset(2001, 1, 1, 0, 0, 0, TimeSpan.Zero) }, CancellationToken.None);
        (await log.SweepAsync(CancellationToken.None)).ShouldBe(0);
        (await ReadAsync(log)).Count.ShouldBe(1);
    }

    private FileFeedbackLog Log(FeedbackOptions? options = null, string? folder = null, TimeProvider? time = null) => new(
        Options.Create(new DataOptions { Directory = folder ?? _data.Path }),
        Options.Create(options ?? new FeedbackOptions { RetentionDays = 0 }),
        time ?? TimeProvider.System);

    private string DayFile() => Path.Combine(FeedbackPath, "2024-05-01.jsonl");

    private static FeedbackEntry Entry(string user, bool helpful = true, string question = "Who?", params string[] excerpts) =>
        new(Noon, "web", user, helpful, question, [.. excerpts], Comment: null);

    private static async Task<List<FeedbackLine>> ReadAsync(FileFeedbackLog log) =>
        await log.ReadAsync(() => throw new InvalidOperationException("A line can't be read."), CancellationToken.None).ToListAsync();

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
