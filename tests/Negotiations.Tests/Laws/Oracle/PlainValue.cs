using System.Globalization;
using System.Text.Json.Nodes;

namespace Negotiations.Tests.Laws;

/// <summary>How values stand to each other, told from the JSON that is shown.</summary>
internal static class PlainValue
{
    /// <summary>Whether values of two acts are one value: the same status, or one place or day in the other.</summary>
    public static bool IsSame(FactValue a, FactValue b) =>
        a.Status == b.Status
        || (
            Compared(a) is { } main
            && Compared(b)?.Name == main.Name
            && main.Detail is not JsonArray
            && Tell(main.Name, main.Detail, Compared(b)!.Value.Detail, isMain: true) is "same" or "less" or "more"
        );

    /// <summary>Whether two reports of one act say one thing.</summary>
    public static bool FitTogether(FactValue a, FactValue b) =>
        !Clash(a, b)
        && (
            a.Status == b.Status
            || (
                Compared(a) is { } main
                && Compared(b)?.Name == main.Name
                && Tell(main.Name, main.Detail, Compared(b)!.Value.Detail, isMain: true) is "same" or "less" or "more"
            )
        );

    /// <summary>Whether they give two days, numbers, places or clock times for one thing.</summary>
    public static bool Clash(FactValue a, FactValue b)
    {
        foreach (var (name, detail) in Details(a))
        {
            foreach (var (other, value) in Details(b))
            {
                if (
                    name == other
                    && Tell(name, detail, value, isMain: name == Compared(a)?.Name && name == Compared(b)?.Name)
                        == "clash"
                )
                    return true;
            }
        }

        return false;
    }

    /// <summary>What a detail says beside another: the same, less, more, a clash, or something else.</summary>
    public static string Tell(string name, JsonNode a, JsonNode b, bool isMain)
    {
        if (a is JsonArray names && b is JsonArray others)
            return TellNames([.. names.Select(Text)], [.. others.Select(Text)], isMain);
        if (a is JsonArray || b is JsonArray)
            return "apart";
        var (one, other) = (Text(a), Text(b));
        if (one == other)
            return "same";
        if (int.TryParse(one, out _) && int.TryParse(other, out _) && name != "time")
            return "clash";
        if (name.EndsWith("date", StringComparison.OrdinalIgnoreCase) || name == "deadline")
            return TellDays(Edtf.Parse(one).Bounds, Edtf.Parse(other).Bounds);
        if (name is "venue" or "destination" or "place" or "at")
            return TellPlaces(one.Split(' '), other.Split(' '));
        if (name == "time")
            return one.Contains(':') && other.Contains(':') ? "clash"
                : one.Contains(':') ? "more"
                : other.Contains(':') ? "less"
                : "apart";
        return isMain ? "clash" : "apart";
    }

    /// <summary>The details in their order.</summary>
    public static IEnumerable<(string Name, JsonNode Detail)> Details(FactValue value) =>
        JsonNode.Parse(value.Json)!.AsObject().Select(pair => (pair.Key, pair.Value!));

    /// <summary>The detail that is compared where there is no status.</summary>
    public static (string Name, JsonNode Detail)? Compared(FactValue value)
    {
        var details = Details(value).ToList();
        var isCompared =
            details.Count > 0
            && details[0].Name
                is "date"
                    or "venue"
                    or "host"
                    or "name"
                    or "names"
                    or "role"
                    or "count"
                    or "form"
                    or "level"
                    or "kind"
                    or "duration";
        return isCompared && details.All(detail => detail.Name != "status") ? details[0] : null;
    }

    private static string Text(JsonNode? node) =>
        Convert.ToString(node!.GetValue<object>(), CultureInfo.InvariantCulture)!;

    private static string TellNames(List<string> a, List<string> b, bool isMain) =>
        (a.All(b.Contains), b.All(a.Contains)) switch
        {
            (true, true) => "same",
            (true, false) => "less",
            (false, true) => "more",
            _ => isMain ? "clash" : "apart",
        };

    private static string TellDays(DayBounds a, DayBounds b)
    {
        if (a == b)
            return "same";
        if (a.Latest < b.Earliest || b.Latest < a.Earliest)
            return "clash";
        return Within(a, b) ? "more"
            : Within(b, a) ? "less"
            : "apart";
    }

    private static bool Within(DayBounds a, DayBounds b) =>
        (b.Earliest is null || a.Earliest >= b.Earliest) && (b.Latest is null || a.Latest <= b.Latest);

    private static string TellPlaces(string[] a, string[] b) =>
        (a.All(b.Contains), b.All(a.Contains)) switch
        {
            (true, true) => "same",
            (true, false) => "less",
            (false, true) => "more",
            _ => "clash",
        };
}
