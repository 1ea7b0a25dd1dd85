namespace Negotiations;

/// <summary>The fact <c>attendance/{person}</c>.</summary>
internal static class AttendanceFact
{
    /// <summary>A status of a person's attendance; a demand that someone attend asserts nothing.</summary>
    public static IEnumerable<Assertion> Create(
        Report report,
        Name? person,
        string? status,
        params ReadOnlySpan<(string Name, object? Value)> details
    ) =>
        person is null || status is null || report.Modality == Modality.Demanded
            ? []
            : [new($"attendance/{person.Id}", FactValue.WithStatus(status, details))];

    /// <summary>
    /// The status that a confirmation gives: "confirmed" only on the record of the person's own side or of an outlet
    /// that saw it; an unnamed word, a third party or a forecast is a report, whatever the type of the event.
    /// </summary>
    public static string StatusOfConfirmation(Report report) =>
        report.Modality switch
        {
            Modality.Possible => "possible",
            Modality.Conditional => "conditional",
            Modality.Asserted or Modality.Planned when report.Standing is Standing.Own or Standing.Observed =>
                "confirmed",
            _ => "reported",
        };
}
