namespace Negotiations.Bench;

/// <summary>One of the engines that are compared, each on a database of its own.</summary>
public interface IEngine : IAsyncDisposable
{
    BenchDatabase Database { get; }

    /// <summary>Appends a history, a transaction for each article.</summary>
    Task FillAsync(DrawnHistory history, Times times);

    /// <summary>Makes anew what is computed ahead of the questions.</summary>
    Task RebuildAsync(Times times);

    /// <summary>Asks everything once.</summary>
    Task AskAsync(DrawnHistory history, Times times);
}
