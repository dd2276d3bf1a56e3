using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace ConflictBot.Channels.Slack;

/// <summary>Runs the queue with the server, where the channel is configured.</summary>
internal sealed class SlackHost(IOptions<SlackOptions> options, IServiceProvider services) : IHostedService
{
    private readonly SlackQueue? _queue = options.Value.IsConfigured ? services.GetRequiredService<SlackQueue>() : null;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _queue?.Start();
        return Task.CompletedTask;
    }

    /// <summary>Comes after the server has stopped taking requests. What was accepted is waited for by <see cref="AcceptedWork"/>.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        _queue?.Complete();
        return Task.CompletedTask;
    }
}
