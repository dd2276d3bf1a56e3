using System.Diagnostics.Metrics;
using ConflictBot.Core.Metrics;

namespace ConflictBot.Channels.Tests.Metrics;

/// <summary>Listens to the bot's meter, which is one for the process: who counts exactly runs alone.</summary>
internal sealed class HeardMetrics : IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<(string Name, double Value, Dictionary<string, object?> Tags)> _all = [];
    private readonly MeterListener _listener = new();

    public HeardMetrics()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == MetricNames.Meter)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument.Name, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument.Name, value, tags));
        _listener.Start();
    }

    /// <summary>What a counter was raised by, over all measurements with these tags.</summary>
    public double Sum(string name, params (string Tag, object Value)[] tags)
    {
        lock (_gate)
            return Matching(name, tags).Sum(m => m.Value);
    }

    /// <summary>How many measurements there were with these tags.</summary>
    public int Count(string name, params (string Tag, object Value)[] tags)
    {
        lock (_gate)
            return Matching(name, tags).Count();
    }

    /// <summary>How deep a queue is now; null where nobody measures it.</summary>
    public double? Depth(string queue)
    {
        lock (_gate)
            _all.RemoveAll(m => m.Name == MetricNames.QueueDepth);
        _listener.RecordObservableInstruments();
        lock (_gate)
            return Matching(MetricNames.QueueDepth, [(MetricNames.Queue, queue)]).Select(m => (double?)m.Value).SingleOrDefault();
    }

    public void Dispose() => _listener.Dispose();

    private IEnumerable<(string Name, double Value, Dictionary<string, object?> Tags)> Matching(string name, (string Tag, object Value)[] tags) =>
        _all.Where(m => m.Name == name && tags.All(t => t.Value.Equals(m.Tags.GetValueOrDefault(t.Tag))));

    private void Add(string name, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var named = tags.ToArray().ToDictionary(t => t.Key, t => t.Value, StringComparer.Ordinal);
        lock (_gate)
            _all.Add((name, value, named));
    }
}

/// <summary>Tests that count what the whole process measures: they run when all others are done, one after the other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MeasuredAlone
{
    public const string Name = "measured alone";
}
