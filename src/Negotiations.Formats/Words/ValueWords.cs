using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Negotiations.Formats;

/// <summary>The value of a fact in words.</summary>
public sealed class ValueWords(NameWords names)
{
    // What the subject of a line says already.
    private static readonly FrozenSet<string> InSubject = FrozenSet.Create("status", "by", "addressee", "against");

    // Subjects of which a line has the name before it.
    private static readonly FrozenSet<string> Named = FrozenSet.Create("agreement", "exchange", "proposal");

    // Where the subject of a line is not who acted.
    private static readonly FrozenSet<string> NotByTheActor = FrozenSet.Create("round", "agreement");

    private static readonly FrozenSet<string> Bare = FrozenSet.Create(
        "made",
        "set",
        "issued",
        "stated",
        "expressed",
        "requested",
        "urged"
    );

    private static readonly FrozenSet<string> Dates = FrozenSet.Create("date", "startDate", "earliestDate", "deadline");

    // Words for which free text may not be taken for an identifier.
    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        "name",
        "names",
        "parties",
        "participants",
        "heads",
        "members",
        "proposer",
        "confirmedBy",
        "sentBy",
        "host",
        "initiator",
        "sanctioners",
        "negotiatedWith",
        "mediators",
        "issue",
        "by"
    );

    private static readonly FrozenDictionary<string, string> Templates = new Dictionary<string, string>
    {
        ["by"] = "by {0}",
        ["mediators"] = "mediated by {0}",
        ["level"] = "at the level of {0}",
        ["terms"] = "terms: {0}",
        ["parts"] = "in part: {0}",
        ["duration"] = "for {0}",
        ["inReturn"] = "in return for {0}",
        ["issue"] = "on {0}",
        ["to"] = "to {0}",
        ["at"] = "in {0}",
        ["deadline"] = "by {0}",
        ["for"] = "for {0}",
        ["consequence"] = "or else {0}",
        ["until"] = "until {0}",
        ["venue"] = "in {0}",
        ["venues"] = "in {0}",
        ["destination"] = "to {0}",
        ["place"] = "at {0}",
        ["origin"] = "from {0}",
        ["from"] = "from {0}",
        ["time"] = "at {0}",
        ["dateText"] = "({0})",
        ["startDate"] = "from {0}",
        ["earliestDate"] = "not before {0}",
        ["durationDays"] = "{0} days",
        ["count"] = "{0} people, not named",
        ["parties"] = "between {0}",
        ["participants"] = "with {0}",
        ["heads"] = "led by {0}",
        ["headRole"] = "led by {0}",
        ["conditions"] = "if {0}",
        ["trigger"] = "if {0}",
        ["blocks"] = "before {0}",
        ["untilCondition"] = "until {0}",
        ["without"] = "without {0}",
        ["withoutCondition"] = "without {0}",
        ["reason"] = "because {0}",
        ["purpose"] = "for {0}",
        ["role"] = "as {0}",
        ["sentBy"] = "sent by {0}",
        ["confirmedBy"] = "confirmed by {0}",
        ["proposer"] = "proposed by {0}",
        ["initiator"] = "on the part of {0}",
        ["expectedBy"] = "expected by {0}",
        ["negotiatedWith"] = "to be negotiated with {0}",
        ["newTime"] = "now {0}",
        ["originalTime"] = "instead of {0}",
        ["sanctioners"] = "by {0}",
        ["killed"] = "{0} killed",
        ["injured"] = "{0} injured",
        ["times"] = "{0} times",
        ["outcome"] = "outcome: {0}",
        ["alternative"] = "instead {0}",
        ["isCounterTo"] = "in answer to {0}",
        ["preconditions"] = "preconditions: {0}",
        ["stance"] = "({0})",
    }.ToFrozenDictionary();

    /// <summary>
    /// The status in words; null for a value without one, or whose status only says that the act took place.
    /// </summary>
    public static string? DescribeStatus(FactValue value) =>
        JsonNode.Parse(value.Json)!["status"]?.GetValue<string>() is { } status && !Bare.Contains(status)
            ? Camel.Apart(status)
            : null;

    /// <summary>The details in words, one each.</summary>
    public IEnumerable<string> DescribeDetails(FactValue value, string subject) =>
        from detail in JsonNode.Parse(value.Json)!.AsObject()
        where detail.Value is not null && !IsInSubject(detail.Key, subject)
        let words = DescribeDetail(detail.Key, detail.Value!, subject)
        where words is not null
        select words;

    private static bool IsInSubject(string key, string subject) =>
        (InSubject.Contains(key) && !(key == "by" && NotByTheActor.Contains(subject)))
        || (key == subject && Named.Contains(key));

    private string? DescribeDetail(string key, JsonNode value, string subject)
    {
        if ((key, subject) == ("open", "round"))
            return "date and place open";
        if (value is JsonValue flag && flag.TryGetValue<bool>(out var holds))
            return holds ? Camel.Apart(key) : $"not {Camel.Apart(key)}";
        var text = key switch
        {
            _ when value is JsonArray items => string.Join(
                ", ",
                items.Select(item => FormatValue(key, subject, item!))
            ),
            _ => FormatValue(key, subject, value),
        };
        return (key, subject) switch
        {
            ("date", "round") when Edtf.Parse($"{value}") is { Bounds.IsDay: true } => text,
            ("date", _) => DateWords.DescribeWhen(Edtf.Parse($"{value}")) ?? text,
            ("kind", "precondition") => null,
            // The key of the act that is answered says nothing to a reader.
            ("offer", "talks") when Slug.IsValid(text) => null,
            ("condition", "attendance") => $"if {text}",
            ("offer", "talks") => $"to: {text}",
            ("times", _) when text == "1" => "once",
            ("channel", _) => text == "unspecified" ? null : text,
            ("venue" or "host" or "name" or "names" or "level", "round" or "delegation") => text,
            ("names" or "kind" or "duration" or "terms", "agreement") => text,
            _ => Templates.TryGetValue(key, out var template)
                ? string.Format(CultureInfo.InvariantCulture, template, text)
                : text,
        };
    }

    private string FormatValue(string key, string subject, JsonNode value)
    {
        var text =
            value is JsonValue plain && plain.TryGetValue<string>(out var written) ? written : value.ToJsonString();
        if (Names.Contains(key) || (key is "from" or "to" && subject == "exchange"))
            return names.DisplayName(text);
        if (Dates.Contains(key))
            return DateWords.Describe(Edtf.Parse(text)) ?? text;
        // Of words that stand apart already, capitals are those of names.
        return key is "kind" or "style" or "channel" or "form" && !text.Contains(' ') ? Camel.Apart(text) : text;
    }
}
