namespace Negotiations;

/// <summary>The facts <c>exchange/{name}</c> and <c>exchange/{name}/names</c>.</summary>
internal static class ExchangeFacts
{
    /// <summary>How far an exchange is, and of whom or how many it is.</summary>
    public static IEnumerable<Assertion> Create(
        Report report,
        string status,
        string? exchange,
        string? what,
        IReadOnlyList<Name>? from,
        IReadOnlyList<Name>? to,
        int? count,
        IReadOnlyList<Name>? names
    )
    {
        var subject = $"exchange/{report.NameOrAct(exchange)}";
        return
        [
            new(
                subject,
                FactValue.WithStatus(status, ("exchange", exchange), ("what", what), ("from", from), ("to", to))
            ),
            .. ListedNames.Create($"{subject}/names", names, count),
        ];
    }
}
