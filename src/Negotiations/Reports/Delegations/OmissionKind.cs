namespace Negotiations;

/// <summary>How a person came not to be in a delegation.</summary>
public enum OmissionKind
{
    /// <summary>Left out.</summary>
    Omitted,

    /// <summary>Taken out.</summary>
    Removed,
}
