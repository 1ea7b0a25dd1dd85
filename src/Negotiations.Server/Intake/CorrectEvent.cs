namespace Negotiations.Server;

/// <summary>Take in a correction.</summary>
/// <param name="Event">What is corrected: an identifier or a short form (<see cref="EventText"/>).</param>
/// <param name="Correction">The correction, as it is written.</param>
public sealed record CorrectEvent(string Event, CorrectionRequest Correction);
