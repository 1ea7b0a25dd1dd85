using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Negotiations.Assistant.Dates;
using Negotiations.Assistant.Patterns;
using Negotiations.Assistant.Reading;
using Days = Negotiations.Assistant.Dates.Calendar;

namespace Negotiations.Assistant.Rules;

/// <summary>Fills the details of a report from what a rule found, as the codebook says.</summary>
internal sealed class DetailBuilder(string text, Parties parties, ActDates dates)
{
    // More words than a name has: then it would be the text's sentence.
    private const int LongestNoun = 5;

    private static readonly ConcurrentDictionary<
        string,
        IReadOnlyList<(string Name, Type Type, bool IsRequired)>
    > Known = new();

    public JsonObject Build(Finding finding, DateMention? happened)
    {
        var json = new JsonObject();
        foreach (var (name, type, isRequired) in ListDetails(finding.Rule.Type))
        {
            var value =
                finding.Rule.Sets.TryGetValue(name, out var set) ? ReadConstant(set, type)
                : finding.Entry.Details.TryGetValue(name, out var source) ? Read(finding, source, type, happened)
                : null;
            if (value is not null || isRequired)
                json[name] = value;
        }

        return json;
    }

    /// <summary>The details of a type: their names, and what they hold.</summary>
    public static IReadOnlyList<(string Name, Type Type, bool IsRequired)> ListDetails(string type) =>
        Known.GetOrAdd(type, name =>
            [
                .. DetailProperties
                    .List(ReportTypes.Find(name)!)
                    .Select(property =>
                        (
                            DetailProperties.FormatName(property),
                            DetailProperties.FindKind(property),
                            DetailProperties.IsRequired(property)
                        )
                    ),
            ]
        );

    private static JsonNode? ReadConstant(string value, Type type) =>
        type == typeof(bool) ? value == "true"
        : type == typeof(int) ? int.Parse(value, CultureInfo.InvariantCulture)
        : value;

    private JsonNode? Read(Finding finding, string source, Type type, DateMention? happened)
    {
        foreach (var one in source.Split('|', StringSplitOptions.TrimEntries))
        {
            if (ReadOne(finding, one, type, happened) is { } value)
                return value;
        }

        return null;
    }

    private JsonNode? ReadOne(Finding finding, string source, Type type, DateMention? happened) =>
        source switch
        {
            "place" or "venue" or "destination" => FindPlace(finding, source) is { } place
                ? type == typeof(IReadOnlyList<string>)
                    ? new JsonArray(place)
                    : place
                : null,
            "condition" => Condition.FindClause(finding.Elements) is var (first, last)
                ? Cut(finding, first, last)
                : null,
            "date" => dates.FindAhead(finding, happened),
            "count" => FindCount(finding),
            "days" => FindDays(finding),
            "unconditional" => finding.Elements.Any(element => element.Word == "unconditional") ? true : null,
            "noun" => FindNoun(finding) is { } noun
                ? type == typeof(IReadOnlyList<string>)
                    ? new JsonArray(noun)
                    : noun
                : null,
            "sides" => ListNames(parties.Sides, type),
            "party" => ListNames(
                finding
                    .FindNamed(finding.Rule.Pattern.Subject ?? "actor")
                    .Select(parties.FindParty)
                    .OfType<NamedEntity>(),
                type
            ),
            "party-of-head" => ListNames(
                finding
                    .FindNamed("head")
                    .Concat(finding.FindNamed("members"))
                    .Select(parties.FindParty)
                    .OfType<NamedEntity>(),
                type
            ),
            "party-of-noun" => FindOwner(finding) is { } owner ? ListNames([owner], type) : null,
            "speaker" => finding.Attribution?.Speaker?.Entity
                is { Kind: not (EntityKind.Agency or EntityKind.Outlet) } speaker
                ? ListNames([speaker], type)
                : null,
            "source" => finding.Attribution?.Speaker is { IsSource: true, Written.Length: > 0 } unnamed
                ? unnamed.Written
                : null,
            "all" => ListNames(ListAll(finding), type),
            _ => type == typeof(string)
                ? finding.FindMentions(source).FirstOrDefault()?.Written
                : ListNames(finding.FindNamed(source), type),
        };

    private string Cut(Finding finding, int first, int last)
    {
        var (start, end) = finding.Sentence.FindPositions(first, last);
        var clause = string.Join(' ', text[start..end].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return finding.Elements[first - 1].Word == "unless" ? $"unless {clause}" : clause;
    }

    private static IEnumerable<NamedEntity> ListAll(Finding finding) =>
        finding
            .FindNamed("actor")
            .Concat(finding.FindNamed("person"))
            .Concat(finding.FindNamed("target"))
            .Concat(finding.FindNamed("other"))
            .Distinct();

    private static JsonNode? ListNames(IEnumerable<NamedEntity> named, Type type)
    {
        var names = named
            .Where(entity => entity.Kind is not (EntityKind.Outlet or EntityKind.Agency))
            .Select(entity => entity.Name)
            .Distinct()
            .ToList();
        return names.Count == 0 ? null
            : type == typeof(IReadOnlyList<Name>) || type == typeof(IReadOnlyList<string>)
                ? new JsonArray([.. names.Select(name => (JsonNode)name)])
            : names[0];
    }

    private static string? FindPlace(Finding finding, string slot)
    {
        foreach (var name in (string[])[slot, "venue", "place", "destination"])
        {
            if (finding.Match.Find(name) is [var at, ..])
                return finding.Elements[at].Mention!.Place!.Name;
        }

        var found = finding
            .Elements.Select((element, place) => (element, place))
            .Where(pair =>
                pair.element.Mention is { Place: not null, Kind: Names.MentionKind.Place }
                && pair.place > finding.Match.First - 4
            )
            .Select(pair => pair.element.Mention!.Place!)
            .ToList();
        // "At the Lake House in Sele": the one that lies in the other.
        return found.Count == 0
            ? null
            : (
                found.Find(place => place.In is { } around && found.Exists(other => other.Name == around)) ?? found[0]
            ).Name;
    }

    private static JsonNode? FindCount(Finding finding)
    {
        for (var i = finding.Match.First; i <= finding.Match.Last + 6 && i < finding.Elements.Count; i++)
        {
            if (
                ReadNumber(finding.Elements[i]) is { } count
                && !(
                    i + 1 < finding.Elements.Count
                    && finding.Elements[i + 1].Word is "days" or "hours" or "percent" or "%"
                )
            )
                return count;
        }

        return null;
    }

    // "30-day", "of ten days".
    private static JsonNode? FindDays(Finding finding)
    {
        foreach (var (i, element) in finding.Elements.Index())
        {
            if (
                element.Word.EndsWith("-day", StringComparison.Ordinal)
                && Days.FindNumber(element.Word[..^4]) is { } joined
            )
                return joined;
            if (
                element.Word is "days" or "day"
                && i > 0
                && finding.Elements[i - 1].Word is not ("a" or "an")
                && ReadNumber(finding.Elements[i - 1]) is { } days
            )
                return days;
        }

        return null;
    }

    private static int? ReadNumber(Element element) =>
        element.Kind is ElementKind.Number or ElementKind.Word
        && element.Word is not ("a" or "an")
        && Days.FindNumber(element.Word.Replace(",", "", StringComparison.Ordinal)) is { } number and < 10_000_000
            ? number
            : null;

    // The noun phrase that the pattern names, with the words before it; too long a one is nobody's name.
    private string? FindNoun(Finding finding)
    {
        if (finding.Match.Find(Capture.Noun) is not [var head, ..])
            return null;
        var first = head;
        while (
            first > 0
            && head - first < LongestNoun - 1
            && finding.Elements[first - 1] is { Kind: ElementKind.Word } before
            && !WordClasses.BreaksNounPhrase(before.Word)
            && !WordClasses.IsFinite(before.Word)
            && before.Word
                is not ("the" or "a" or "an" or "its" or "his" or "her" or "their" or "'s" or "this" or "that" or "and")
        )
            first--;
        var (start, end) = finding.Sentence.FindPositions(first, head);
        return text[start..end];
    }

    // "The Norlandic delegation", "Norland's team".
    private NamedEntity? FindOwner(Finding finding)
    {
        foreach (
            var element in finding
                .Elements.Skip(Math.Max(0, finding.Match.First - 3))
                .Take(finding.Match.Last - finding.Match.First + 7)
        )
        {
            if (element.Mention is { Entity: { } entity } && parties.FindParty(entity) is { } party)
                return party;
        }

        return null;
    }
}
