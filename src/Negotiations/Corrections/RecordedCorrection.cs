namespace Negotiations;

/// <summary>A correction with its place on the record clock.</summary>
/// <param name="Recorded">The correction's event in the store.</param>
/// <param name="Correction">The correction.</param>
public sealed record RecordedCorrection(RecordedEvent Recorded, Correction Correction)
{
    /// <summary>Identifier of the correction's event.</summary>
    public Guid EventId => Recorded.Id;

    /// <summary>Whether the publisher erred, so that it counts only from its notice on.</summary>
    public bool IsPublishers => Correction.By == CorrectionBy.Publisher;
}
