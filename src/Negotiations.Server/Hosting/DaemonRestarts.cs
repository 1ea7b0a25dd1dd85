using JasperFx;
using Wolverine.Runtime;
using Wolverine.Runtime.Agents;

namespace Negotiations.Server;

/// <summary>Lets a daemon go on that has stopped because the database was away.</summary>
/// <remarks>
/// Among several nodes Wolverine does that with the checks by which nodes watch each other. A single node has no such
/// checks, and its daemon would stand still until the server is started again.
/// </remarks>
internal sealed partial class DaemonRestarts(IWolverineRuntime runtime, ILogger<DaemonRestarts> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var agent in FindStopped())
                await RestartAsync(agent, stoppingToken);
        }
    }

    private IEnumerable<IEventSubscriptionAgent> FindStopped()
    {
        foreach (var address in runtime.Agents.AllRunningAgentUris())
        {
            if (
                runtime.Agents.TryFindActiveAgent<IEventSubscriptionAgent>(address, out var agent)
                && agent is { Status: not AgentStatus.Running, Failure.IsTransient: true }
            )
                yield return agent;
        }
    }

    private async Task RestartAsync(IEventSubscriptionAgent agent, CancellationToken cancellationToken)
    {
        try
        {
            await agent.StopAsync(cancellationToken);
            await agent.StartAsync(cancellationToken);
            LogRestart(log);
        }
        catch (Exception exception) when (ServerFailure.Translate(exception) is StoreUnavailableException)
        {
            // It is away still, or again: the next time.
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "the daemon goes on after the database was away")]
    private static partial void LogRestart(ILogger log);
}
