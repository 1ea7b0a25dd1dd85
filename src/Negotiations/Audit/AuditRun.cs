namespace Negotiations;

/// <summary>What an audit of a store found.</summary>
/// <param name="Record">The checks of the record itself.</param>
/// <param name="Talks">The negotiations, by their identifiers.</param>
public sealed record AuditRun(IReadOnlyList<RecordCheck> Record, IReadOnlyList<Audit> Talks)
{
    /// <summary>The files with texts that belong to no version; no finding.</summary>
    public IReadOnlyList<string> UnmatchedFiles { get; init; } = [];

    /// <summary>Whether nothing was altered, as far as could be checked: no text, no span, no event.</summary>
    public bool IsSound =>
        Record.All(check => check.Status != RecordStatus.Failed) && Talks.All(audit => audit.IsSound);

    /// <summary>A record from which nothing can be answered, with the checks that were made all the same.</summary>
    /// <param name="record">The checks of the record.</param>
    /// <param name="exception">What kept it from being read.</param>
    public static AuditRun Unreadable(IReadOnlyList<RecordCheck> record, Exception exception) =>
        new([.. record, new("events", RecordStatus.Failed, $"the record cannot be read: {exception.Message}")], []);

    /// <summary>Whether the sourcing has weak spots.</summary>
    public bool IsWeak => Talks.Any(audit => audit.SourcingIssues.Count > 0);
}
