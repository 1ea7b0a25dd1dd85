namespace Negotiations;

/// <summary>The facts <c>agreement/{name}/…</c>.</summary>
/// <remarks>
/// What was agreed has facts of its own, apart from how far the agreement is: a signature tells nothing of the terms,
/// and
/// must not hide them.
/// </remarks>
internal static class AgreementFacts
{
    /// <summary>How far the agreement is.</summary>
    public static IEnumerable<Assertion> CreateStatus(
        Report report,
        string? agreement,
        string status,
        IReadOnlyList<Name>? by,
        string? at
    ) =>
        [
            new(
                CreateSubject(report, agreement, "status"),
                FactValue.WithStatus(status, ("agreement", agreement), ("by", report.OrWho(by)), ("at", at))
            ),
        ];

    /// <summary>What was agreed, and between whom.</summary>
    public static IEnumerable<Assertion> CreateTerms(AgreementReached report)
    {
        if (report.Kind is { } kind)
            yield return Create("kind", FactValue.Comparing(EnumText.Format(kind), ("kind", kind)));
        if (report.Form is { } form)
            yield return Create("form", FactValue.Comparing(EnumText.Format(form), ("form", form)));
        if (!string.IsNullOrEmpty(report.Duration))
            yield return Create("duration", FactValue.Comparing(report.Duration, ("duration", report.Duration)));
        if (report.Parties is { Count: > 0 } parties)
            yield return Create("parties", FactValue.FromNames(parties));
        if (report.Terms is { Count: > 0 } terms)
            yield return Create("terms", FactValue.InWords("terms", ("terms", terms)));

        Assertion Create(string detail, FactValue value) => new(CreateSubject(report, report.Agreement, detail), value);
    }

    /// <summary>The ratification by each side.</summary>
    public static IEnumerable<Assertion> CreateRatifications(
        Report report,
        string? agreement,
        IReadOnlyList<Name>? by
    ) =>
        (by is { Count: > 0 } ? by : new[] { report.Side ?? report.Actor }.OfType<Name>()).Select(name => new Assertion(
            CreateSubject(report, agreement, $"ratification/{name.Id}"),
            FactValue.WithStatus("ratified")
        ));

    private static string CreateSubject(Report report, string? agreement, string detail) =>
        $"agreement/{report.NameOrAct(agreement)}/{detail}";
}
