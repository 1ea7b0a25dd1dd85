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
            $"{version.Article}@{version.Version} of {version.Outlet.Id}, published {Of(version.Published.Time)} ({version.Published.Basis}){Compared(version.Compared)}",
        Report report => Of(report, history),
        Correction correction => Of(correction, history),
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

    private static string Of(Correction correction, History history) => string.Join(' ', new[]
    {
        $"{correction.Article}!{correction.Id} by {correction.By}",
        correction.Notice is { } notice ? $"of {Of(notice.Published.Time)}" : "",
        $"corrects {NameOf(correction.Target, history)}",
        correction.On is { } on ? $"on {NameOf(on, history)}:" : ":",
        correction switch
        {
            // The order of the fields is not that of a coded file.
            ReportCorrected corrected => $"{{{string.Join(',', corrected.Changes.OrderBy(change => change.Key, StringComparer.Ordinal).Select(change => $"\"{change.Key}\":{change.Value?.ToJsonString() ?? "null"}"))}}}",
            PublicationCorrected corrected => $"published {Of(corrected.Published.Time)}",
            ArticlesLinked link => $"is one text with {link.Other}",
            ReportRetracted => "retracted",
            _ => "undone",
        },
    }.Where(part => part.Length > 0));

    private static string NameOf(Guid id, History history) => history.Log.First(recorded => recorded.Id == id).Event switch
    {
        Report report => $"{report.Article}@{report.Version}#{report.Id}",
        ArticleVersionPublished version => $"{version.Article}@{version.Version}",
        Correction correction => $"{correction.Article}!{correction.Id}",
        _ => id.ToString(),
    };

    private static string Compared(VersionComparison? compared) => compared is null
        ? ""
        : $", compared with {compared.With}: carries {string.Join(' ', compared.Carries.Select(carried => carried.Report))}, replaces {string.Join(' ', compared.Replaces.Select(replaced => $"{replaced.Old}->{replaced.New}"))}, drops {string.Join(' ', compared.Drops)}";

    private static string Of(ChainLink link) => link.SpeaksFor ?? link.Name?.Id ?? "reportedly";

    private static string Of(Instant? time) => time is { } value ? Bound.Format(value, Zone) : "-";
}
