namespace Negotiations.Formats;

/// <summary>The qualified names of what a provenance document speaks of.</summary>
public static class ProvNames
{
    /// <summary>The answer itself: the collection of its facts.</summary>
    public const string Answer = "answer:facts";

    /// <summary>The prefixes, with what they stand for.</summary>
    public static IEnumerable<(string Prefix, string Namespace)> Prefixes(Answer answer)
    {
        var negotiation = Identifiers.ForNegotiation(answer.Asked.Negotiation);
        return
        [
            ("neg", Identifiers.Terms),
            ("event", Identifiers.Events),
            ("agent", Identifiers.Agents(answer.Asked.Negotiation)),
            ("statement", $"{negotiation}:statement:"),
            ("activity", $"{negotiation}:activity:"),
            ("answer", $"{Identifiers.ForAnswer(answer)}:"),
        ];
    }

    /// <summary>An event: a version, a report, a correction.</summary>
    public static string Event(Guid id) => $"event:{id:D}";

    /// <summary>What the origin of a report said.</summary>
    public static string Statement(Guid report) => $"statement:{report:D}";

    /// <summary>The publishing of a version.</summary>
    public static string Publishing(Guid version) => $"activity:publishing-{version:D}";

    /// <summary>The coding of a version.</summary>
    public static string Coding(Guid version) => $"activity:coding-{version:D}";

    /// <summary>The making of a correction.</summary>
    public static string Correcting(Guid correction) => $"activity:correcting-{correction:D}";

    /// <summary>A fact of the answer.</summary>
    public static string Fact(string key) =>
        $"answer:fact/{string.Join('/', key.Split('/').Select(Identifiers.Segment))}";

    /// <summary>Who has a name.</summary>
    public static string Agent(string id) => $"agent:{Identifiers.Segment(id)}";

    /// <summary>Who coded an article, or made a correction.</summary>
    public static string Coder(string coder) => $"agent:{Formats.Agent.CoderSegment(coder)}";

    /// <summary>An unnamed source: of each report its own, for nobody knows whether two are the same.</summary>
    public static string Unnamed(Guid report) => $"agent:unnamed.{report:D}";
}
