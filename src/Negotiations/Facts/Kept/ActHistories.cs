namespace Negotiations;

/// <summary>The acts of a log that grows, along the known clock.</summary>
/// <remarks>
/// What is recorded of an act seldom grows. So those of the log before and of the log with more are kept, and what is
/// as it was stays the very object that it was: who follows the log looks only at the others.
/// </remarks>
/// <param name="index">Which reports tell of which acts.</param>
internal sealed class ActHistories(FactIndex index)
{
    private readonly Dictionary<string, (ActHistory Last, ActHistory? Before)> known = new(StringComparer.Ordinal);

    /// <summary>Which reports tell of which acts.</summary>
    public FactIndex Index => index;

    /// <summary>The acts of a log that bear on a fact at any time known, in the order of their keys.</summary>
    public IReadOnlyList<ActHistory> FindAll(string key, NegotiationLog log) =>
        [.. index.FindActs(key).Order(StringComparer.Ordinal).Select(act => Find(act, log))];

    /// <summary>An act of a log.</summary>
    public ActHistory Find(string act, NegotiationLog log)
    {
        var reports = log.Timeline.FindReports(index.FindReports([act]));
        var (last, before) = known.GetValueOrDefault(act);
        if (last is not null && ByReference.AreSame(last.Reports, reports))
            return last;
        if (before is not null && ByReference.AreSame(before.Reports, reports))
            return before;
        var read = ActHistory.Read(act, reports, last);
        known[act] = (read, last);
        return read;
    }
}
