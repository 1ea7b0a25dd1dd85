namespace Negotiations;

/// <summary>A part of a key that can be in no key of a fact, as far as an answer knows.</summary>
/// <param name="part">The part that was asked for.</param>
/// <param name="nearest">A question for what may be meant; empty where nothing is near.</param>
public sealed class UnknownFactException(string part, string nearest)
    : NotFoundException($"no fact can have '{part}' in its key{nearest}");
