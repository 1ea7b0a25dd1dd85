using NodaTime;

namespace Negotiations.Tests.Laws;

/// <summary>A history as people read it, one line for each event in the order of intake.</summary>
internal static class HistoryText
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Istanbul"];

    public static string Describe(Trial trial)
    {
        var question = trial.Question;
        return string.Join(
            '\n',
            trial
                .History.Log.Select(recorded =>
                {
                    var id = recorded.Event is Report ? $" ({recorded.Id})" : "";
                    return $"#{recorded.Position} {Describe(recorded.Event, trial.History)}{id}";
                })
                .Prepend(
                    $"asked: known by {Describe(question.KnownBy)}, happened by "
                        + $"{Describe(question.HappenedBy)}, seed {trial.Seed}"
                )
        );
    }

    private static string Describe(DomainEvent @event, History history) =>
        @event switch
        {
            NegotiationDefined defined => $"defined in {defined.Zone}",
            ArticleVersionPublished version => $"{version.Article}@{version.Version} of {version.Outlet.Id}, published "
                + $"{Describe(version.Published.Time)} "
                + $"({version.Published.Basis}){Compared(version.Compared)}",
            Report report => Describe(report, history),
            Correction correction => Describe(correction, history),
            _ => throw new ArgumentOutOfRangeException(nameof(@event)),
        };

    private static string Describe(Report report, History history) =>
        string.Join(
            ' ',
            new[]
            {
                $"{report.Article}@{report.Version}#{report.Id} known {Describe(history.KnownFrom(report))}:",
                $"{report.GetType().Name} of {report.Act}, {EnumText.Format(report.Standing)}, "
                    + $"{EnumText.Format(report.Modality)},",
                $"happened {DescribeHappened(report)}",
                report.PrecededBy is { } earlier ? $"preceded by {string.Join(' ', earlier)}" : "",
                $"from {string.Join(" < ", report.Chain.Select(Describe))}",
                $"at {report.Evidence[0].Start}:",
                string.Join(
                    ", ",
                    report.Asserts().Select(assertion => $"{report.Round}/{assertion.Subject} = {assertion.Value.Json}")
                ),
            }.Where(part => part.Length > 0)
        );

    private static string DescribeHappened(Report report)
    {
        var timeOfDay = report.TimeOfDay is { } time ? $" {time}" : "";
        var lookingBack = report.LookingBack ? " looking back" : "";
        return $"{report.Happened?.Text ?? "?"}{timeOfDay}{lookingBack}";
    }

    private static string Describe(Correction correction, History history) =>
        string.Join(
            ' ',
            new[]
            {
                $"{correction.Article}!{correction.Id} by {correction.By}",
                correction.Notice is { } notice ? $"of {Describe(notice.Published.Time)}" : "",
                $"corrects {FormatName(correction.Target, history)}",
                correction.On is { } on ? $"on {FormatName(on, history)}:" : ":",
                correction switch
                {
                    // The order of the fields is not that of a coded file.
                    ReportCorrected corrected => DescribeChanges(corrected),
                    PublicationCorrected corrected => $"published {Describe(corrected.Published.Time)}",
                    ArticlesLinked link => $"is one text with {link.Other}",
                    ReportRetracted => "retracted",
                    _ => "undone",
                },
            }.Where(part => part.Length > 0)
        );

    private static string DescribeChanges(ReportCorrected corrected)
    {
        var fields = corrected
            .Changes.OrderBy(change => change.Key, StringComparer.Ordinal)
            .Select(change => $"\"{change.Key}\":{change.Value?.ToJsonString() ?? "null"}");
        return $"{{{string.Join(',', fields)}}}";
    }

    private static string FormatName(Guid id, History history) =>
        history.Log.First(recorded => recorded.Id == id).Event switch
        {
            Report report => $"{report.Article}@{report.Version}#{report.Id}",
            ArticleVersionPublished version => $"{version.Article}@{version.Version}",
            Correction correction => $"{correction.Article}!{correction.Id}",
            _ => id.ToString(),
        };

    private static string Compared(VersionComparison? compared) =>
        compared is null
            ? ""
            : $", compared with {compared.With}: carries "
                + $"{string.Join(' ', compared.Carries.Select(carried => carried.Report))}, replaces "
                + $"{string.Join(' ', compared.Replaces.Select(replaced => $"{replaced.Old}->{replaced.New}"))}, "
                + $"drops {string.Join(' ', compared.Drops)}";

    private static string Describe(ChainLink link) => link.SpeaksFor ?? link.Name?.Id ?? "reportedly";

    private static string Describe(Instant? time) => time is { } value ? Bound.Format(value, Zone) : "-";
}
