namespace Negotiations;

/// <summary>The facts <c>delegation/{side}/head</c>, <c>members</c>, <c>experts</c> and <c>omitted</c>.</summary>
internal static class DelegationFacts
{
    /// <summary>What the naming of a delegation asserts.</summary>
    public static IEnumerable<Assertion> FromNaming(DelegationNamed named) =>
        named.DelegationSide is null
            ? []
            :
            [
                .. FromHead(named, named.DelegationSide, named.Head, role: null),
                .. FromNames(named.DelegationSide, "members", named.Members, named.Count),
                .. FromNames(named.DelegationSide, "experts", named.Experts, named.ExpertCount),
                .. OnTheRecord(named, [.. named.Members ?? [], .. named.Experts ?? []]),
            ];

    /// <summary>What the naming of a head asserts; an office alone never replaces a name.</summary>
    public static IEnumerable<Assertion> FromHead(Report report, Name? side, Name? head, string? role)
    {
        if (side is null || (head is null && string.IsNullOrEmpty(role)))
            return [];
        var subject = $"delegation/{side.Id}/head";
        return head is null
            ? [new(subject, FactValue.Comparing($"({role})", ("role", role)), Precedence.Yielding)]
            :
            [
                new(subject, FactValue.Comparing(head.Id, ("name", head), ("role", role))),
                .. OnTheRecord(report, [head]),
            ];
    }

    /// <summary>What a list of names asserts; a number alone never replaces names.</summary>
    public static IEnumerable<Assertion> FromNames(Name? side, string list, IReadOnlyList<Name>? names, int? count) =>
        side is null ? [] : ListedNames.Create($"delegation/{side.Id}/{list}", names, count);

    // A delegation that its own side names on the record also asserts the attendance of its members.
    private static IEnumerable<Assertion> OnTheRecord(Report report, IEnumerable<Name> members) =>
        report is { Standing: Standing.Own, Modality: Modality.Asserted or Modality.Planned }
            ? members.Select(member => new Assertion($"attendance/{member.Id}", FactValue.WithStatus("confirmed")))
            : [];
}
