namespace Negotiations;

/// <summary>How far a journey is.</summary>
public enum TravelStatus
{
    /// <summary>It is planned.</summary>
    Planned,

    /// <summary>The traveller is on the way to the place.</summary>
    EnRoute,

    /// <summary>The traveller is on a journey.</summary>
    Travelling,

    /// <summary>The traveller is in the region.</summary>
    InRegion,

    /// <summary>The journey is over.</summary>
    Completed,
}
