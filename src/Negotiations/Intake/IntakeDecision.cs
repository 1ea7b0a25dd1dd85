namespace Negotiations;

/// <summary>What taking something in comes to: events to append, or differences for which it is refused.</summary>
/// <param name="Stream">The stream to append to.</param>
/// <param name="ExpectedVersion">The version of the stream on which the decision stands.</param>
/// <param name="Append">The events; none when everything is there already.</param>
/// <param name="Differences">Where the store says otherwise; then nothing is to be appended.</param>
public sealed record IntakeDecision(
    string Stream,
    long ExpectedVersion,
    IReadOnlyList<NewEvent> Append,
    IReadOnlyList<CodingDifference> Differences
);
