namespace Negotiations;

/// <summary>A round of talks.</summary>
/// <param name="Id">Identifier: the first segment of the keys of its facts.</param>
/// <param name="Title">What people call it.</param>
/// <param name="When">When it was or is to be; it completes dates given without a year.</param>
/// <param name="Background">Whether it is background only, of an earlier negotiation: it completes no dates.</param>
public sealed record Round(string Id, string? Title = null, Edtf? When = null, bool Background = false)
{
    /// <summary>The prefix of what belongs to the negotiation but to no round.</summary>
    public const string General = "general";
}
