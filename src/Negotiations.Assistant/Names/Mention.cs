namespace Negotiations.Assistant.Names;

/// <summary>Words of a sentence that mean somebody, or a place.</summary>
/// <param name="First">The first of its tokens.</param>
/// <param name="Last">The last of its tokens.</param>
/// <param name="Kind">What is mentioned.</param>
internal sealed record Mention(int First, int Last, MentionKind Kind)
{
    /// <summary>Whom the words mean; none for a source without a name.</summary>
    public IReadOnlyList<NamedEntity> Entities { get; init; } = [];

    /// <summary>The place that the words mean, perhaps besides a party of the same name.</summary>
    public Place? Place { get; init; }

    /// <summary>Identifier of the party on whose side a source without a name is placed.</summary>
    public string? Side { get; init; }

    /// <summary>The words as they stand in the text.</summary>
    public required string Written { get; init; }

    /// <summary>Where the name itself stands, without title and article.</summary>
    public (int First, int Last) Core { get; init; } = (First, Last);

    /// <summary>Whether it is written as a name, with a capital, and not by a common noun or a pronoun.</summary>
    public bool IsByName { get; init; }

    /// <summary>The token by whose word patterns know it; null for the last.</summary>
    public int? Head { get; init; }

    public NamedEntity? Entity => Entities.Count > 0 ? Entities[0] : null;

    /// <summary>Whether it can do something: everything but an adjective, a bare place and an outlet's name.</summary>
    public bool IsActor => Kind is not (MentionKind.Place or MentionKind.Adjective) && (Entities.Count > 0 || IsSource);

    public bool IsSource => Kind is MentionKind.Source;
}

internal enum MentionKind
{
    /// <summary>Somebody by name or office.</summary>
    Named,

    /// <summary>A pronoun, or words such as "both sides".</summary>
    Reference,

    /// <summary>Somebody without a name: "two officials".</summary>
    Source,

    /// <summary>A place that is no party.</summary>
    Place,

    /// <summary>"Norlandic" in "a Norlandic ship".</summary>
    Adjective,
}
