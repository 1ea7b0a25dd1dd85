namespace Negotiations.Cli.Audits;

/// <summary>What an audit of a store found.</summary>
/// <param name="Record">The checks of the record itself.</param>
/// <param name="Talks">The negotiations, by their identifiers.</param>
internal sealed record AuditRun(IReadOnlyList<RecordCheck> Record, IReadOnlyList<Audit> Talks)
{
    /// <summary>Whether nothing was altered, as far as could be checked: no text, no span, no event.</summary>
    public bool IsSound => Record.All(check => check.Status != RecordStatus.Failed) && Talks.All(audit => audit.IsSound);

    /// <summary>Whether the sourcing has weak spots.</summary>
    public bool IsWeak => Talks.Any(audit => audit.WeakSpots.Count > 0);
}
