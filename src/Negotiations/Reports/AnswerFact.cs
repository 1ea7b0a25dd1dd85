namespace Negotiations;

/// <summary>
/// The facts <c>ceasefire/answer/{side}</c>, <c>talks/answer/{side}</c> and <c>proposal/{name}/answer/{side}</c>: the
/// last word of a
/// side.
/// </summary>
internal static class AnswerFact
{
    /// <summary>An acceptance, perhaps on conditions.</summary>
    public static IEnumerable<Assertion> Accepted(
        Report report,
        string subject,
        bool onConditions,
        params ReadOnlySpan<(string Name, object? Value)> details
    ) =>
        Create(
            report,
            subject,
            onConditions || report.Modality == Modality.Conditional ? "accepted-with-conditions" : "accepted",
            details
        );

    /// <summary>A refusal.</summary>
    public static IEnumerable<Assertion> Rejected(
        Report report,
        string subject,
        params ReadOnlySpan<(string Name, object? Value)> details
    ) => Create(report, subject, "rejected", details);

    /// <summary>A proposal that is rejected or belittled.</summary>
    public static IEnumerable<Assertion> Dismissed(
        Report report,
        string subject,
        params ReadOnlySpan<(string Name, object? Value)> details
    ) => Create(report, subject, "dismissed", details);

    // What is hoped for, forecast or demanded of a side is not yet its answer.
    private static IEnumerable<Assertion> Create(
        Report report,
        string subject,
        string status,
        params ReadOnlySpan<(string Name, object? Value)> details
    ) =>
        report.Modality is Modality.Expected or Modality.Possible or Modality.Demanded
            ? []
            : [new(subject, FactValue.WithStatus(status, details))];
}
