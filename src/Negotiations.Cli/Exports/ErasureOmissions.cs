using System.Text.Json;

namespace Negotiations.Cli.Exports;

/// <summary>What coded files leave out because it was erased.</summary>
/// <param name="standing">The log that is written to the files.</param>
internal sealed class ErasureOmissions(RedactedLog standing)
{
    // If the correction of a publication time was erased, the remaining events can contradict each other.
    private readonly List<string> problems =
    [
        .. standing
            .Log.Timeline.Versions.Select(version => VersionRules.Refuse(standing.Log, version))
            .OfType<string>()
            .Distinct(),
    ];

    /// <summary>What has to be said; nothing where nothing was left out.</summary>
    public IEnumerable<string> Words
    {
        get
        {
            if (standing.Erased.Count > 0)
                yield return "left out, because it was erased: "
                    + $"{QuestionWords.Count(standing.Erased.Count, "event")} (listed in "
                    + $"{CodedFolder.Header})";
            if (standing.Shortened.Count > 0)
                yield return "no longer said to come after what was erased: "
                    + $"{string.Join(", ", ListNames(standing.Shortened))}";
            if (standing.Compared.Count > 0)
                yield return "no longer compared with what was erased: "
                    + $"{string.Join(", ", ListNames(standing.Compared))}";
            foreach (var problem in problems)
                yield return "the files cannot be replayed as they are, for the correction of a time was erased: "
                    + $"{problem}";
        }
    }

    private static IEnumerable<string> ListNames(IReadOnlyList<RecordedEvent> events) =>
        events.Select(recorded => EventReference.FormatWithVersion(recorded.Event)).Distinct();

    /// <summary>The same as members of a JSON object.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("leftOut");
        foreach (var recorded in standing.Erased)
        {
            writer.WriteStartObject();
            writer.WriteString("event", recorded.Id);
            writer.WriteString("stream", recorded.Stream);
            writer.WriteString("type", recorded.Event.GetType().Name);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        AnswerJson.WriteStrings(writer, "noLongerAfterErased", ListNames(standing.Shortened));
        AnswerJson.WriteStrings(writer, "noLongerComparedWithErased", ListNames(standing.Compared));
        AnswerJson.WriteStrings(writer, "problems", problems);
    }
}
