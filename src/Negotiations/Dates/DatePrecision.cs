namespace Negotiations;

/// <summary>How precise a date is.</summary>
public enum DatePrecision
{
    /// <summary>Nothing is known.</summary>
    Unknown,

    /// <summary>One day.</summary>
    Day,

    /// <summary>One month.</summary>
    Month,

    /// <summary>A season, a quarter or another part of a year.</summary>
    Season,

    /// <summary>One year.</summary>
    Year,

    /// <summary>Several years, by unspecified digits.</summary>
    Years,

    /// <summary>One of several days, which a set or bounds give.</summary>
    Set,

    /// <summary>A stretch from one date to another, perhaps open.</summary>
    Interval,
}
