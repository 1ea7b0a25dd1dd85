namespace Negotiations;

/// <summary>Which values of one fact displace which, whatever their order.</summary>
public enum Precedence
{
    /// <summary>
    /// Says less than the fact can hold, such as a number in place of names or an offer in place of a date; never
    /// displaces the others.
    /// </summary>
    Yielding,

    /// <summary>The act that happened last decides.</summary>
    Ordinary,

    /// <summary>Ends the matter but for a correction: talks that were held or cancelled.</summary>
    Final,
}
