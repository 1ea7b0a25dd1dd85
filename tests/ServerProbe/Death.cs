using System.Diagnostics;
using Marten;
using Marten.Services;

namespace ServerProbe;

/// <summary>Kills the process by SIGKILL at one place of its work.</summary>
internal sealed class Death(string place) : DocumentSessionListenerBase, IChangeListener
{
    /// <summary>Where Marten is to be told of it.</summary>
    public void AddTo(StoreOptions options)
    {
        options.Listeners.Add(this);
        options.Projections.AsyncListeners.Add(this);
    }

    /// <summary>
    /// Marten calls the listeners of a session in order, and that of Wolverine, which sends the messages, is the last.
    /// </summary>
    public override Task AfterCommitAsync(IDocumentSession session, IChangeSet commit, CancellationToken token)
    {
        if (place == "after the append" && commit.GetEvents().Any())
            Kill();
        if (place == "after the publication" && commit.Inserted.OfType<PublishedChange>().Any())
            Kill();
        return Task.CompletedTask;
    }

    /// <summary>Before the daemon notes that a batch of the projection is done.</summary>
    Task IChangeListener.BeforeCommitAsync(IDocumentSession session, IChangeSet commit, CancellationToken token)
    {
        if (place == "before the projection")
            Kill();
        return Task.CompletedTask;
    }

    Task IChangeListener.AfterCommitAsync(IDocumentSession session, IChangeSet commit, CancellationToken token) =>
        Task.CompletedTask;

    private static void Kill()
    {
        using var self = Process.GetCurrentProcess();
        self.Kill();
        Thread.Sleep(Timeout.Infinite);
    }
}
