namespace Negotiations;

/// <summary>The flags of a fact.</summary>
public static class FactFlag
{
    /// <summary>The reports of the deciding act contradict each other on its date.</summary>
    public const string DateDisputed = "dateDisputed";
}
