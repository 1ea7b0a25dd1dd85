namespace Negotiations;

/// <summary>How the time of a publication is known.</summary>
public enum PublicationBasis
{
    /// <summary>The source states it.</summary>
    Stated,

    /// <summary>We assume it, for a reason that is given.</summary>
    Assumed,
}
