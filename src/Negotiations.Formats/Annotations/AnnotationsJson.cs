using System.Text.Json;
using Negotiations.Coding;
using NodaTime;
using NodaTime.Text;

namespace Negotiations.Formats;

/// <summary>
/// The reports of an answer as an annotation collection of the Web Annotation Data Model (W3C, 2017), in JSON-LD.
/// </summary>
/// <remarks>
/// One annotation for each report. Its targets are the stretches of the article version on which it stands; without
/// their words, unless these are asked for.
/// </remarks>
public static class AnnotationsJson
{
    private const int CodePointsAround = 32;

    /// <summary>Writes the collection.</summary>
    /// <param name="output">Receives it.</param>
    /// <param name="exported">What is exported.</param>
    /// <param name="quoting">Gives the texts to quote from; null to quote nothing.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    public static void Write(
        Stream output,
        ExportSource exported,
        QuoteProvider? quoting = null,
        CancellationToken cancellationToken = default
    )
    {
        var (answer, collection) = (exported.Answer, $"{Identifiers.ForAnswer(exported.Answer)}:annotations");
        using var writer = new Utf8JsonWriter(output, AnswerJson.Layout);
        writer.WriteStartObject();
        AnnotationContext.Write(writer);
        writer.WriteString("id", collection);
        writer.WriteString("type", "AnnotationCollection");
        writer.WriteString("label", exported.Header.Title);
        foreach (var (name, value) in exported.Header.Fields.Where(field => field.Name != "title"))
            HeaderJson.Write(writer, name, value);
        WriteVersions(writer, answer);
        writer.WriteNumber("total", answer.Reports.Count);
        writer.WriteStartObject("first");
        writer.WriteString("id", $"{collection}:page:1");
        writer.WriteString("type", "AnnotationPage");
        writer.WriteString("partOf", collection);
        writer.WriteNumber("startIndex", 0);
        writer.WriteStartArray("items");
        var names = new NameIndex(answer.Definition);
        foreach (var report in answer.Reports)
        {
            cancellationToken.ThrowIfCancellationRequested();
            WriteAnnotation(writer, report, exported, names, quoting?.Invoke(report.Version));
            JsonBuffer.FlushWhenLarge(writer);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    // What a coded file says of each version, so that an import can write it again.
    private static void WriteVersions(Utf8JsonWriter writer, Answer answer)
    {
        writer.WriteStartArray(ExportedTerms.Versions);
        foreach (
            var version in answer
                .Reports.Select(visible => visible.Version)
                .DistinctBy(version => (version.Article, version.Version))
        )
        {
            writer.WriteStartObject();
            writer.WriteNumber("tail", version.Chain.Count);
            writer.WritePropertyName("head");
            CodedJson.Write(version, answer.Definition).WriteTo(writer);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteAnnotation(
        Utf8JsonWriter writer,
        VisibleReport visible,
        ExportSource exported,
        NameIndex names,
        NormalisedText? text
    )
    {
        var (report, version) = (visible.Report, visible.Version);
        writer.WriteStartObject();
        writer.WriteString("id", Identifiers.ForEvent(visible.EventId));
        writer.WriteString("type", "Annotation");
        writer.WriteStartArray("motivation");
        writer.WriteStringValue("classifying");
        writer.WriteStringValue("describing");
        writer.WriteEndArray();
        if (version.Coder is { } coder)
        {
            writer.WriteStartObject("creator");
            writer.WriteString("id", Identifiers.Agents(report.Negotiation) + Agent.CoderSegment(coder));
            writer.WriteString("name", coder);
            writer.WriteEndObject();
        }

        // Nobody says when the coder wrote it down; it exists here since it was recorded.
        writer.WriteString("created", Time(visible.Recorded.RecordedAt));
        writer.WriteStartObject("generator");
        writer.WriteString("id", Identifiers.Terms + "program");
        writer.WriteString("type", "Software");
        writer.WriteString("name", exported.Header.Program);
        writer.WriteEndObject();
        writer.WriteStartArray("body");
        WriteSummary(writer, report);
        WriteCoding(writer, visible, exported.Answer.Zone, names);
        writer.WriteEndArray();
        writer.WriteStartArray("target");
        foreach (var span in report.Evidence)
            WriteTarget(writer, visible, span, text);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteSummary(Utf8JsonWriter writer, Report report)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "TextualBody");
        writer.WriteString("purpose", "describing");
        writer.WriteString("format", "text/plain");
        writer.WriteString("value", report.Summary);
        writer.WriteEndObject();
    }

    private static void WriteCoding(Utf8JsonWriter writer, VisibleReport visible, DateTimeZone zone, NameIndex names)
    {
        var report = visible.Report;
        var type = $"{Identifiers.Terms}{report.GetType().Name}";
        writer.WriteStartObject();
        writer.WriteString("type", "SpecificResource");
        writer.WriteString("purpose", "classifying");
        writer.WriteString("source", type);
        writer.WriteString("eventType", type);
        writer.WriteString("report", EventReference.Format(report));
        writer.WriteString("act", report.Act);
        writer.WriteString("round", report.Round);
        if (report.FurtherRounds is { } further)
            AnswerJson.WriteStrings(writer, "furtherRounds", further);
        if (report.Issue is { } issue)
            writer.WriteString("issue", issue.Id);
        if (report.Ended)
            writer.WriteBoolean("ended", true);
        WriteAgent(writer, "actor", report.Actor, report);
        if (report.Written is not null)
            writer.WriteString("written", report.Written);
        if (report.Joint is not null)
            JointJson.Write(writer, report, names);

        WriteAgent(writer, "side", NameSide(report.Side, names), report);
        if (report.SideIsWritten)
            writer.WriteBoolean("sideIsWritten", true);
        WriteAgent(writer, "addressee", report.Target, report);
        if (report.Others is { } others)
            AnswerJson.WriteStrings(writer, "others", others.Select(other => other.Written));
        if (report.Happened is { } happened)
            writer.WriteString("happened", happened.Text);
        if (report.HappenedFrom is not null)
            writer.WriteString("happenedFrom", report.HappenedFrom);
        if (report.TimeOfDay is not null)
            writer.WriteString("timeOfDay", report.TimeOfDay);
        if (report.LookingBack)
            writer.WriteBoolean("lookingBack", true);
        if (report.PrecededBy is { } earlier)
            AnswerJson.WriteStrings(writer, "precededBy", earlier);
        if (report.Covers is { } covers)
            writer.WriteString("covers", covers.Text);
        writer.WriteString("known", Bound.Format(visible.KnownFrom, zone));
        if (report.Known is { } entry)
        {
            writer.WritePropertyName("knownOfEntry");
            CodedJson.Write(entry, zone)!.WriteTo(writer);
        }

        writer.WriteString("standing", EnumText.Format(report.Standing));
        if (report.StandingIsDerived)
            writer.WriteBoolean("standingIsDerived", true);
        writer.WriteString("modality", EnumText.Format(report.Modality));
        writer.WriteNumber("certainty", report.Certainty);
        if (report.Grades is { Count: > 0 } grades)
        {
            writer.WritePropertyName("grades");
            JsonSerializer.SerializeToNode(grades, EventJson.Options)!.WriteTo(writer);
        }

        writer.WriteString("fate", EnumText.Format(visible.Fate));
        if (visible.Corrections.Count > 0)
            AnswerJson.WriteStrings(writer, "corrections", visible.Corrections.Select(Identifiers.ForEvent));
        writer.WritePropertyName("attribution");
        JsonSerializer.SerializeToNode(report.Chain, EventJson.Options)!.WriteTo(writer);
        writer.WritePropertyName("details");
        ReportDetails.Extract(report).WriteTo(writer);
        writer.WriteEndObject();
    }

    private static void WriteTarget(Utf8JsonWriter writer, VisibleReport visible, TextSpan span, NormalisedText? text)
    {
        var version = visible.Version;
        writer.WriteStartObject();
        writer.WriteString("type", "SpecificResource");
        writer.WriteStartObject("source");
        writer.WriteString("id", Identifiers.ForSource(version));
        writer.WriteString("type", "Text");
        if (version.Language is { } language)
            writer.WriteString("language", language);
        writer.WriteEndObject();
        writer.WriteStartArray("state");
        writer.WriteStartObject();
        writer.WriteString("type", "TimeState");
        writer.WriteString("sourceDate", Time(version.Published.Time));
        writer.WriteEndObject();
        writer.WriteStartObject();
        writer.WriteString("type", "TextState");
        writer.WriteString("version", version.Version);
        writer.WriteString("textId", Identifiers.ForText(version.Text));
        writer.WriteString("sha256", version.Text.Sha256);
        writer.WriteNumber("length", version.Text.Length);
        if (version.Text.File is { } file)
            writer.WriteString("fileName", file);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteStartArray("selector");
        writer.WriteStartObject();
        writer.WriteString("type", "TextPositionSelector");
        writer.WriteNumber("start", span.Start);
        writer.WriteNumber("end", span.End);
        writer.WriteString("sha256", span.Sha256);
        writer.WriteEndObject();
        // A quotation is written only where it is the one that was coded.
        if (text?.Matches(span) == true)
            WriteQuote(writer, span, text);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteQuote(Utf8JsonWriter writer, TextSpan span, NormalisedText text)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "TextQuoteSelector");
        writer.WriteString("exact", text.Slice(span.Start, span.End));
        writer.WriteString("prefix", text.Slice(Math.Max(0, span.Start - CodePointsAround), span.Start));
        writer.WriteString("suffix", text.Slice(span.End, Math.Min(text.Length, span.End + CodePointsAround)));
        writer.WriteEndObject();
    }

    // A side that nobody wrote has the name of the negotiation's file.
    private static Name? NameSide(Name? side, NameIndex names) =>
        side is { Written: "" } ? side with { Written = names.DisplayName(side.Id) } : side;

    private static void WriteAgent(Utf8JsonWriter writer, string term, Name? name, Report report)
    {
        if (name is null)
            return;
        writer.WriteStartObject(term);
        writer.WriteString("id", Identifiers.Agents(report.Negotiation) + Identifiers.Segment(name.Id));
        writer.WriteString("name", name.Written);
        writer.WriteEndObject();
    }

    // The standard has times in UTC.
    private static string Time(Instant time) => InstantPattern.ExtendedIso.Format(time);
}
