namespace Negotiations;

/// <summary>How close the source of a report stands to the one whom it is about, strongest first.</summary>
public enum Standing
{
    /// <summary>The person, or a named speaker or institution of the person's side.</summary>
    Own,

    /// <summary>The outlet narrates what it saw happen.</summary>
    Observed,

    /// <summary>An unnamed speaker whom the text places on the person's side.</summary>
    OwnUnnamed,

    /// <summary>Anyone else: other sides, unnamed sources without a side, forecasts.</summary>
    Other,
}
