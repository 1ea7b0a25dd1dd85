namespace Negotiations;

/// <summary>Two articles are one text: the state stays as it is, their origins count once.</summary>
/// <param name="Head">Of what, by whom, why.</param>
public sealed record ArticlesLinked(CorrectionHead Head) : Correction(Head)
{
    /// <summary>Identifier of the other article.</summary>
    public required string Other { get; init; }
}
