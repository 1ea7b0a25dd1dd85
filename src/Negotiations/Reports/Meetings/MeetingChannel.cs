namespace Negotiations;

/// <summary>By what channel people meet.</summary>
public enum MeetingChannel
{
    /// <summary>In person.</summary>
    InPerson,

    /// <summary>By telephone.</summary>
    Call,

    /// <summary>By video.</summary>
    Video,

    /// <summary>The text does not say.</summary>
    Unspecified,
}
