namespace Negotiations;

/// <summary>
/// A version of an article came out at another time than was coded; all that hangs on it moves along.
/// </summary>
/// <param name="Head">Of what, by whom, why.</param>
public sealed record PublicationCorrected(CorrectionHead Head) : Correction(Head)
{
    /// <summary>The time of publication as it is now known.</summary>
    public required Publication Published { get; init; }
}
