using System.Text.Json.Serialization;

namespace Negotiations;

/// <summary>A party, person, institution, group, outlet or agency of a negotiation.</summary>
public sealed record NamedEntity
{
    /// <summary>Identifier, as it stands in the keys of facts.</summary>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    public required EntityKind Kind { get; init; }

    /// <summary>The canonical name.</summary>
    public required string Name { get; init; }

    /// <summary>Identifier of the party on whose side it is.</summary>
    public string? Side { get; init; }

    /// <summary>The office that a person holds.</summary>
    public string? Office { get; init; }

    /// <summary>For a spokesman, the identifier of the institution.</summary>
    public string? SpeaksFor { get; init; }

    /// <summary>Other forms of the name.</summary>
    public IReadOnlyList<string> Spellings { get; init; } = [];

    /// <summary>How reliable it is as a source, by those who graded it; null where nobody did.</summary>
    public IReadOnlyList<Grade>? Grades { get; init; }

    /// <summary>The codes of a party in other schemes; null where nobody gave any.</summary>
    public PartyCodes? Codes { get; init; }

    /// <summary>What it is as a link of a chain of attribution.</summary>
    [JsonIgnore]
    public LinkKind LinkKind =>
        Kind switch
        {
            EntityKind.Person => LinkKind.Person,
            EntityKind.Agency => LinkKind.Agency,
            EntityKind.Outlet => LinkKind.Outlet,
            _ => LinkKind.Institution,
        };
}

/// <summary>What other schemes call a party.</summary>
/// <param name="Iso">The code of a country by ISO 3166-1, of two or three letters.</param>
/// <param name="Cameo">The code of an actor by CAMEO.</param>
public sealed record PartyCodes(string? Iso = null, string? Cameo = null);
