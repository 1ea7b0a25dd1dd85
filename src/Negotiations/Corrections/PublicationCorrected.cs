namespace Negotiations;

/// <summary>A version of an article came out at another time than was coded; all that hangs on it moves along.</summary>
public sealed record PublicationCorrected : Correction
{
    /// <summary>The time of publication as it is now known.</summary>
    public required Publication Published { get; init; }
}
