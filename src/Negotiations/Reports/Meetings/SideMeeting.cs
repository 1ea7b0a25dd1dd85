namespace Negotiations;

/// <summary>The fact <c>meeting/{participant}/…</c>: the last word on a meeting between the same people.</summary>
internal static class SideMeeting
{
    /// <summary>Key of the meeting: its participants, or the act where nobody is named.</summary>
    public static string Subject(IReadOnlyList<Name>? participants, string act)
    {
        if (participants is not { Count: > 0 })
            return $"meeting/{act}";
        var people = participants.Select(name => name.Id).Distinct().Order(StringComparer.Ordinal);
        return $"meeting/{string.Join('/', people)}";
    }
}
