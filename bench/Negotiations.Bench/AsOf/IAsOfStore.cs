namespace Negotiations.Bench;

/// <summary>
/// What answers questions about negotiations at any point of their clocks, on a database of its own: each way of doing
/// so is one implementation, and all are measured alike.
/// </summary>
/// <remarks>
/// A part of a key is a round, or a fact, or empty for everything. Each question gives what it found in memory, so that
/// nothing is left unread. Null: it cannot be asked at this size in the time that there is.
/// </remarks>
public interface IAsOfStore : IAsyncDisposable
{
    string Name { get; }

    BenchDatabase Database { get; }

    /// <summary>Appends everything in its order, and makes ready whatever answers need.</summary>
    Task FillAsync(IEnumerable<Arrival> arrivals);

    /// <summary>Appends what comes in at once; when it ends, every answer counts it.</summary>
    Task AppendAsync(Arrival arrival);

    /// <summary>The facts.</summary>
    Task<AsOfState?> StateAsync(Question question, string part);

    /// <summary>The number of changes of facts.</summary>
    Task<int?> HistoryAsync(Question question, string part);

    /// <summary>The number of reports for and against facts.</summary>
    Task<int?> BlameAsync(Question question, string part);

    /// <summary>The number of facts that differ between two questions.</summary>
    Task<int?> DiffAsync(Question from, Question to, string part);

    /// <summary>The number of facts that a correction would change; appends nothing.</summary>
    Task<int?> PlanAsync(Correction correction);

    /// <summary>Makes anew what is kept; null where nothing is.</summary>
    Task<int?> RebuildAsync();
}

/// <summary>Facts, and the position for which they stand.</summary>
public sealed record AsOfState(IReadOnlyList<FactState> Facts, long Position);
