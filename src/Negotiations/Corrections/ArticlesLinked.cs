namespace Negotiations;

/// <summary>Two articles are one text: the state stays as it is, their origins count once.</summary>
public sealed record ArticlesLinked : Correction
{
    /// <summary>Identifier of the other article.</summary>
    public required string Other { get; init; }
}
