using System.Reflection;
using System.Text.RegularExpressions;

namespace Negotiations.Tests;

/// <summary>
/// The patterns of keys that the types of report assert, found by asking reports whose names are placeholders.
/// </summary>
internal static partial class FactPatterns
{
    private static readonly Dictionary<string, string> Placeholders = new()
    {
        [nameof(Report.Round)] = "{round}",
        [nameof(Report.Act)] = "{act}",
        [nameof(Report.Side)] = "{side}",
        ["DelegationSide"] = "{side}",
        ["Person"] = "{person}",
        ["Traveller"] = "{person}",
        ["Invitee"] = "{person}",
        ["Head"] = "{person}",
        ["Members"] = "{person}",
        ["Experts"] = "{person}",
        ["Parties"] = "{participant}…",
        ["Participants"] = "{participant}…",
        [nameof(Report.Issue)] = "{issue}",
        // Of an agreement that is ratified, the sides that ratify it.
        [nameof(AgreementRatified.By)] = "{side}",
    };

    /// <summary>The rows of the table in the documentation, in the order of their keys.</summary>
    public static IReadOnlyList<string> Lines()
    {
        var patterns = new SortedDictionary<string, FactPattern>(StringComparer.Ordinal);
        // First in a round, then in none: of the latter only those are peculiar that no round has.
        foreach (var round in new[] { "{round}", Round.General })
        {
            foreach (
                var report in ReportTypes.All.SelectMany(ListVariants).Select(report => report with { Round = round })
            )
            {
                foreach (
                    var assertion in report
                        .Asserts()
                        .Where(assertion =>
                            round != Round.General || !patterns.ContainsKey(WriteKey("{round}", assertion))
                        )
                )
                {
                    var key = WriteKey(round, assertion);
                    if (!patterns.TryGetValue(key, out var pattern))
                        patterns[key] = pattern = new(key);
                    pattern.Add(report.GetType(), assertion.Value);
                }
            }
        }

        return [.. patterns.Values.Select(pattern => pattern.Line)];
    }

    private static string WriteKey(string round, Assertion assertion) =>
        $"{round}/{NamePlaceholder().Replace(assertion.Subject, "{$1}")}";

    // The slug of the words that fill the detail by whose name several acts share a fact.
    [GeneratedRegex("some-([a-z]+)-quoted-g")]
    private static partial Regex NamePlaceholder();

    // A report of every modality and standing, complete and without each of its details and its issue, with each word
    // that an enumeration has.
    private static IEnumerable<Report> ListVariants(Type type) =>
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(p => p.CanWrite)
            .Prepend(typeof(Report).GetProperty(nameof(Report.Issue)))
            .Prepend(null)
        from value in ListValues(property)
        from modality in Enum.GetValues<Modality>()
        from standing in Enum.GetValues<Standing>()
        select With((Report)Filled.Create(type, Placeholder), property, value) with
        {
            Modality = modality,
            Standing = standing,
            // Those who act together have the values of one who acts alone.
            Joint = null,
            FurtherRounds = null,
        };

    private static IEnumerable<object?> ListValues(PropertyInfo? property) =>
        property is not null && Nullable.GetUnderlyingType(property.PropertyType) is { IsEnum: true } words
            ? Enum.GetValues(words).Cast<object?>().Append(null)
            : [null];

    private static Report With(Report report, PropertyInfo? property, object? value)
    {
        property?.SetValue(report, value);
        return report;
    }

    private static object? Placeholder(PropertyInfo property, object value)
    {
        var placeholder = Placeholders.GetValueOrDefault(property.Name, "{name}");
        return value switch
        {
            Name => new Name(placeholder, placeholder),
            IReadOnlyList<Name> => new[] { new Name(placeholder, placeholder) },
            string when Placeholders.ContainsKey(property.Name) => placeholder,
            _ => null,
        };
    }
}
