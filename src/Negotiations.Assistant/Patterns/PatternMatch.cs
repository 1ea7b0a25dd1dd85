namespace Negotiations.Assistant.Patterns;

/// <summary>Where a pattern was found in a sentence.</summary>
/// <param name="First">Its first element.</param>
/// <param name="Last">Its last element.</param>
/// <param name="Captures">What filled its slots, the last first.</param>
internal sealed record PatternMatch(int First, int Last, Capture? Captures)
{
    /// <summary>The elements that filled a slot, in order.</summary>
    public IReadOnlyList<int> Find(string slot)
    {
        var found = new List<int>();
        for (var capture = Captures; capture is not null; capture = capture.Before)
        {
            if (capture.Slot == slot)
                found.Insert(0, capture.Element);
        }

        return found;
    }

    public bool Has(string slot) => Find(slot).Count > 0;
}

/// <summary>What filled a slot, and what was filled before it.</summary>
internal sealed record Capture(string Slot, int Element, Capture? Before)
{
    /// <summary>The name under which the head of a noun phrase is kept.</summary>
    public const string Noun = "noun";
}
