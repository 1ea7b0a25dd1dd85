using NodaTime;

namespace Negotiations;

/// <summary>What could be known of a report from a time on.</summary>
/// <param name="From">The time.</param>
/// <param name="Report">The report; null from when it was withdrawn, or replaced by one of a later version.</param>
public sealed record ReportRevision(Instant From, VisibleReport? Report);
