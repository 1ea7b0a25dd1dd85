namespace Negotiations;

/// <summary>How what one report says of a detail stands to what another says of it.</summary>
internal enum DetailRelation
{
    /// <summary>They say the same.</summary>
    Same,

    /// <summary>The first says less: a month of which the other names the day.</summary>
    LessPrecise,

    /// <summary>The first says more: a house in the town that the other names.</summary>
    MorePrecise,

    /// <summary>They say different things that can both be true.</summary>
    Compatible,

    /// <summary>They cannot both be true.</summary>
    Contradicts,
}
