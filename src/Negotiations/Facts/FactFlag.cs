namespace Negotiations;

/// <summary>The flags of a fact.</summary>
public static class FactFlag
{
    /// <summary>The reports of the deciding act contradict each other on its date.</summary>
    public const string DateDisputed = "dateDisputed";

    /// <summary>No report dates the deciding act; it is dated by the days whose news the articles tell.</summary>
    public const string DatedByCoverage = "datedByCoverage";

    /// <summary>The text says that it no longer holds: it is not in force.</summary>
    public const string Ended = "ended";

    /// <summary>It was still open whether somebody would attend when the round was held or cancelled.</summary>
    public const string Overtaken = "overtaken";

    /// <summary>A correction of a report behind the value is in force.</summary>
    public const string Corrected = "corrected";

    /// <summary>A report behind the value is no longer carried by the last version of its article.</summary>
    public const string NoLongerCarried = "noLongerCarried";

    /// <summary>
    /// The last version of an article was not compared with the one that has a report behind the value.
    /// </summary>
    public const string NotRecoded = "notRecoded";

    /// <summary>A correction of a report behind the value was erased, and no longer counts.</summary>
    public const string Erased = "erased";
}
