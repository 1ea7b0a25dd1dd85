using NodaTime;

namespace Negotiations.Tests.Laws;

/// <summary>A history as people read it, one line for each event in the order of intake.</summary>
internal static class HistoryText
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Istanbul"];

    public static string Of(Trial trial)
    {
        var question = trial.Question;
        return string.Join('\n', trial.History.Log
            .Select(recorded => $"#{recorded.Position} {Of(recorded.Event, trial.History)}{(recorded.Event is Report ? $" ({recorded.Id})" : "")}")
            .Prepend($"asked: known by {Of(question.KnownBy)}, happened by {Of(question.HappenedBy)}, seed {trial.Seed}"));
    }

    private static string Of(DomainEvent @event, History history) => @event switch
    {
        NegotiationDefined defined => $"defined in {defined.Zone}",
        ArticleVersionPublished version =>
            $"{version.Article}@{version.Version} of {version.Outlet.Id}, published {Of(version.Published.Time)} ({version.Published.Basis})",
        Report report => Of(report, history),
        _ => throw new ArgumentOutOfRangeException(nameof(@event)),
    };

    private static string Of(Report report, History history) => string.Join(' ', new[]
    {
        $"{report.Article}@{report.Version}#{report.Id} known {Of(history.KnownFrom(report))}:",
        $"{report.GetType().Name} of {report.Act}, {Text.Of(report.Standing)}, {Text.Of(report.Modality)},",
        $"happened {report.Happened?.Text ?? "?"}{(report.TimeOfDay is { } time ? $" {time}" : "")}{(report.LookingBack ? " looking back" : "")}",
        report.PrecededBy is { } earlier ? $"preceded by {string.Join(' ', earlier)}" : "",
        $"from {string.Join(" < ", report.Chain.Select(Of))}",
        $"at {report.Evidence[0].Start}:",
        string.Join(", ", report.Asserts().Select(assertion => $"{report.Round}/{assertion.Subject} = {assertion.Value.Json}")),
    }.Where(part => part.Length > 0));

    private static string Of(ChainLink link) => link.SpeaksFor ?? link.Name?.Id ?? "reportedly";

    private static string Of(Instant? time) => time is { } value ? Bound.Format(value, Zone) : "-";
}
