namespace Negotiations;

/// <summary>No report has ever asserted a fact whose key begins so.</summary>
/// <param name="prefix">The beginning that was asked for.</param>
/// <param name="nearest">A question for what may be meant; empty where nothing is near.</param>
public sealed class UnknownFactException(string prefix, string nearest)
    : NotFoundException($"no fact begins with '{prefix}'{nearest}");
