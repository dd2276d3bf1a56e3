using System.Diagnostics.Metrics;
using ConflictBot.Core.Metrics;
using ConflictBot.Tests.Answers;

namespace ConflictBot.Tests.Telemetry;

public sealed class BotMetricsTests(SeedsBot bot) : IClassFixture<SeedsBot>
{
    [Fact]
    public async Task A_question_tells_the_time_of_each_stage_and_no_stage_takes_longer_than_all()
    {
        var result = await bot.AskAsync("What did NATO say?");
        result.Stages.Select(s => s.Key).ShouldBe(["resolve", "analyse", "query", "search", "rank", "compose"]);
        result.Stages.Aggregate(TimeSpan.Zero, (sum, s) => sum + s.Value).ShouldBeLessThanOrEqualTo(result.Elapsed);
    }

    [Fact]
    public async Task Answers_refusals_and_stages_are_counted_for_whoever_listens()
    {
        using var heard = new Heard();
        await bot.AskAsync("What did NATO say?");
        await bot.AskAsync("What is the capital of France?");
        heard.Tags(MetricNames.Answers, MetricNames.Kind).ShouldContain("supported");
        heard.Tags(MetricNames.Answers, MetricNames.Kind).ShouldContain("none");
        heard.Tags(MetricNames.Refusals, MetricNames.Reason).ShouldNotBeEmpty();
        heard.Tags(MetricNames.StageDuration, MetricNames.Stage).ShouldContain("search");
        heard.Tags(MetricNames.AnswerDuration, MetricNames.Kind).ShouldContain("supported");
    }

    [Fact]
    public void A_queue_tells_its_depth_to_a_listener_that_comes_late()
    {
        var queue = BotMetrics.Queue("a queue of this test");
        queue.Enter();
        queue.Enter();
        queue.Enter();
        queue.Leave();
        using var heard = new Heard();
        heard.Observe();
        heard.Values(MetricNames.QueueDepth, MetricNames.Queue, "a queue of this test").ShouldBe([2]);
        queue.Leave(2);
        queue.Current.ShouldBe(0);
    }

    [Fact]
    public void Refused_tokens_feedback_and_limits_carry_their_reasons()
    {
        using var heard = new Heard();
        BotMetrics.TokenRefused("a channel of this test", "expired");
        BotMetrics.Feedback("a channel of this test", helpful: false);
        BotMetrics.Limited("a limit of this test");
        heard.Values(MetricNames.TokensRefused, MetricNames.Channel, "a channel of this test").ShouldBe([1]);
        heard.Values(MetricNames.Feedback, MetricNames.Channel, "a channel of this test").ShouldBe([1]);
        heard.Values(MetricNames.Limited, MetricNames.Limit, "a limit of this test").ShouldBe([1]);
    }

    /// <summary>Listens to the bot's meter. Other tests measure on it at the same time.</summary>
    private sealed class Heard : IDisposable
    {
        private readonly Lock _gate = new();
        private readonly List<(string Name, long Value, Dictionary<string, object?> Tags)> _all = [];
        private readonly MeterListener _listener = new();

        public Heard()
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == MetricNames.Meter)
                    listener.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
            _listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Add(instrument, 0, tags));
            _listener.Start();
        }

        public void Observe() => _listener.RecordObservableInstruments();

        public List<object?> Tags(string name, string tag)
        {
            lock (_gate)
                return [.. _all.Where(m => m.Name == name).Select(m => m.Tags.GetValueOrDefault(tag))];
        }

        public List<long> Values(string name, string tag, object value)
        {
            lock (_gate)
                return [.. _all.Where(m => m.Name == name && value.Equals(m.Tags.GetValueOrDefault(tag))).Select(m => m.Value)];
        }

        public void Dispose() => _listener.Dispose();

        private void Add(Instrument instrument, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            lock (_gate)
                _all.Add((instrument.Name, value, tags.ToArray().ToDictionary(t => t.Key, t => t.Value, StringComparer.Ordinal)));
        }
    }
}
