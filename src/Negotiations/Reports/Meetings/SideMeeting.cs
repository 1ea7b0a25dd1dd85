namespace Negotiations;

/// <summary>The fact <c>meeting/{participant}/…</c>: the last word on a meeting between the same people.</summary>
internal static class SideMeeting
{
    /// <summary>Key of the meeting: its participants, or the act where nobody is named.</summary>
    public static string Subject(IReadOnlyList<Name>? participants, string act) =>
        participants is { Count: > 0 }
            ? $"meeting/{string.Join('/', participants.Select(name => name.Id).Distinct().Order(StringComparer.Ordinal))}"
            : $"meeting/{act}";
}
