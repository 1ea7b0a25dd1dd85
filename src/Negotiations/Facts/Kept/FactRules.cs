namespace Negotiations;

/// <summary>The rules by which facts are decided, and the format in which they are kept ready.</summary>
public static class FactRules
{
    /// <summary>
    /// Raised whenever a rule or the format changes: facts that were kept under another version are made anew.
    /// </summary>
    public const int Version = 1;
}
