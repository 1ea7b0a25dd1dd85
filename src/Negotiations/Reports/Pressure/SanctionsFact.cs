namespace Negotiations;

/// <summary>The fact <c>sanctions/{name}</c>.</summary>
internal static class SanctionsFact
{
    /// <summary>How far sanctions are.</summary>
    public static IEnumerable<Assertion> Create(
        Report report,
        string status,
        string? sanctions,
        IReadOnlyList<Name>? sanctioners,
        object? against,
        string? measures,
        string? trigger = null
    ) =>
        [
            new(
                $"sanctions/{report.NameOrAct(sanctions)}",
                FactValue.WithStatus(
                    status,
                    ("by", report.Who),
                    ("sanctions", sanctions),
                    ("sanctioners", sanctioners),
                    ("against", against),
                    ("trigger", trigger),
                    ("measures", measures)
                )
            ),
        ];
}
