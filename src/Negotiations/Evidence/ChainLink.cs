using System.Text.Json.Serialization;

namespace Negotiations;

/// <summary>One link of a chain of attribution, which runs from the origin to the outlet.</summary>
public sealed record ChainLink
{
    /// <summary>Who it is; for an unnamed source its description as written, or null where there is none.</summary>
    public Name? Name { get; init; }

    /// <summary>What it is.</summary>
    public required LinkKind Kind { get; init; }

    /// <summary>The side on which the text places the link; null where the text is silent.</summary>
    public Name? Side { get; init; }

    /// <summary>For a spokesman, the institution that speaks through him, as resolved when this was recorded.</summary>
    public string? SpeaksFor { get; init; }

    /// <summary>Where the text names the link.</summary>
    public TextSpan? Span { get; init; }

    /// <summary>Why the link is there although the text does not name it.</summary>
    public string? Implied { get; init; }

    /// <summary>Whether it passes on what it heard, saw or read: an agency, an outlet, a republisher.</summary>
    [JsonIgnore]
    public bool PassesOn => Kind is LinkKind.Agency or LinkKind.Outlet or LinkKind.Republisher;
}
