using NodaTime;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Negotiations.Coding;

/// <summary>Writes a time of publication that somebody gives in one command as a coded file has it.</summary>
/// <param name="log">Everything recorded of the negotiation.</param>
/// <param name="errors">What is wrong is noted here.</param>
internal sealed class PublicationText(NegotiationLog log, List<CodingError> errors)
{
    /// <summary>
    /// A time as people say it (<see cref="TimeReader"/>), in the zone of the talks; as it is where it cannot be read,
    /// which is noted.
    /// </summary>
    public YamlScalarNode Time(string text, string field)
    {
        try
        {
            if (TimeReader.IsMonth(text))
                throw new FormatException($"'{text}' is a whole month; give the day at least");
            text = Bound.Format(TimeReader.Read(text, log.Zone, YearInference.OnKnownClock(log)), log.Zone);
        }
        catch (FormatException exception)
        {
            errors.Add(new("", 0, field, exception.Message));
            text = Bound.Format(default, log.Zone);
        }

        return Plain(text);
    }

    /// <summary>A time that the source states.</summary>
    public YamlMappingNode Stated(string text, string field) =>
        new() { { "time", Time(text, $"{field}.time") }, { "basis", Plain("stated") } };

    /// <summary>
    /// The new time of a publication. An assumed time stays assumed, and its limits stay, unless the correction says
    /// otherwise.
    /// </summary>
    /// <param name="written">The correction.</param>
    /// <param name="before">The time so far; null where what is corrected has none.</param>
    public YamlMappingNode Moved(CorrectionRequest written, Publication? before)
    {
        var isAssumed = before?.Basis == PublicationBasis.Assumed;
        if (isAssumed && written.Basis is null)
            errors.Add(
                new(
                    "",
                    0,
                    "published.basis",
                    $"is missing: the time so far, {Bound.Format(before!.Time, log.Zone)}, is assumed; "
                        + "is the new one stated, or assumed as well? (stated|assumed)"
                )
            );
        var node = Stated(written.Published!, "published");
        if ((written.Basis ?? "stated") == "stated")
            return WithInterval(node, written.Earliest, written.Latest);
        node.Children["basis"] = Plain(written.Basis!);
        node.Add("reason", Plain(written.Reason));
        if (!isAssumed || written.Earliest is not null || written.Latest is not null)
            return WithInterval(node, written.Earliest, written.Latest);
        var time = TimeReader.Read(((YamlScalarNode)node.Children["time"]).Value!, log.Zone, YearInference.None);
        var (earliest, latest) = (FormatBound(before!.Earliest), FormatBound(before.Latest));
        if (errors.Count == 0 && (before.Earliest > time || before.Latest < time))
            errors.Add(
                new(
                    "",
                    0,
                    "published.earliest",
                    "is missing: the new time lies outside of what was possible so far, "
                        + $"{earliest ?? "any time"} to {latest ?? "any time"}; give the earliest and the "
                        + "latest time that is possible"
                )
            );
        return WithInterval(node, earliest, latest);

        string? FormatBound(Instant? instant) => instant is { } bound ? Bound.Format(bound, log.Zone) : null;
    }

    private YamlMappingNode WithInterval(YamlMappingNode node, string? earliest, string? latest)
    {
        if (earliest is not null)
            node.Add("earliest", Time(earliest, "published.earliest"));
        if (latest is not null)
            node.Add("latest", Time(latest, "published.latest"));
        return node;
    }

    private static YamlScalarNode Plain(string text) => new(text) { Style = ScalarStyle.DoubleQuoted };
}
