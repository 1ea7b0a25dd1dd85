using NodaTime;

namespace Negotiations.Coding;

/// <summary>The events of a negotiation by the coded files in which they stand.</summary>
internal sealed class CodedFileLayout
{
    private readonly Dictionary<Guid, DomainEvent> events;
    private readonly ILookup<string, ArticleVersionPublished> versions;
    private readonly Dictionary<string, List<DomainEvent>> files = new(StringComparer.Ordinal);

    public CodedFileLayout(NegotiationLog log)
    {
        // What was erased stands in no file any more.
        var whole = RedactedLog.From(log).Log.Events;
        events = whole.ToDictionary(recorded => recorded.Id, recorded => recorded.Event);
        versions = events.Values.OfType<ArticleVersionPublished>().ToLookup(version => version.Article);
        NegotiationDefined? definition = null;
        foreach (var recorded in whole)
        {
            definition = recorded.Event as NegotiationDefined ?? definition;
            var name = FormatName(recorded.Event);
            if (!files.TryGetValue(name, out var file))
                files[name] = file = [];
            file.Add(recorded.Event);
            var step = new Step(name, file.Count, FindPlace(recorded.Event), definition!);
            // What a file says in its own order is taken in at once.
            if (
                Steps.Count > 0
                && Steps[^1] is var last
                && last.File == name
                && last.Place <= step.Place
                && step.Place > 0
            )
                Steps[^1] = step;
            else
                Steps.Add(step);
        }
    }

    /// <summary>What was taken in one after the other, as far as one file can have brought it in at once.</summary>
    public List<Step> Steps { get; } = [];

    /// <summary>The names of the files, in the order in which they came.</summary>
    public IEnumerable<string> Names => files.Keys;

    /// <summary>A file with its first events.</summary>
    public string Write(string name, int count, NegotiationDefined definition)
    {
        var said = files[name].Take(count).ToList();
        if (said[^1] is NegotiationDefined defined)
            return NegotiationWriter.Write(defined);
        return ArticleWriter.Write(
            new(said.OfType<ArticleVersionPublished>().Single(), [.. said.OfType<Report>()])
            {
                Corrections = [.. said.OfType<Correction>()],
            },
            events,
            definition,
            DateTimeZoneProviders.Tzdb[definition.Zone]
        );
    }

    /// <summary>A whole file.</summary>
    public string Write(string name, NegotiationDefined definition) => Write(name, files[name].Count, definition);

    private string FormatName(DomainEvent @event) =>
        @event switch
        {
            NegotiationDefined definition => $"{definition.Negotiation}.negotiation",
            ArticleVersionPublished version => FormatName(version.Article, version.Version),
            Report report => FormatName(report.Article, report.Version),
            // A correction stands beside what is corrected in the end.
            Correction correction => FormatName(events[correction.Target]),
            _ => throw new ArgumentOutOfRangeException(nameof(@event), @event, "no coded file has such an event"),
        };

    private string FormatName(string article, string version) =>
        versions[article].Skip(1).Any() ? $"{article}@{version}" : article;

    private static int FindPlace(DomainEvent @event) =>
        @event switch
        {
            NegotiationDefined => 0,
            ArticleVersionPublished => 1,
            Report => 2,
            _ => 3,
        };

    /// <summary>Events that one file brings in at once.</summary>
    /// <param name="File">Name of the file.</param>
    /// <param name="Count">Number of events that it has by then.</param>
    /// <param name="Place">Where the last of them stands: a definition, a version, reports, corrections.</param>
    /// <param name="Definition">The definition by which it was read.</param>
    public sealed record Step(string File, int Count, int Place, NegotiationDefined Definition);
}
