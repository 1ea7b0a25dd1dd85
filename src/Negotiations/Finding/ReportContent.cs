using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;

namespace Negotiations;

/// <summary>What a report names and says, whatever its type.</summary>
internal static class ReportContent
{
    // What every report carries: its own methods below say which of it counts.
    private static readonly HashSet<string> Common = [.. typeof(Report).GetProperties().Select(field => field.Name)];

    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Details = new();

    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Fields = new();

    /// <summary>Everybody who takes part: who did it, to whom, with whom, and whom the details name.</summary>
    public static IEnumerable<Name> ListParticipants(Report report) =>
        ListThoseInvolved(report).Concat(ListDetails(report).OfType<Name>());

    /// <summary>Who did the act, to whom, and who else took part, without those whom the details name.</summary>
    public static IEnumerable<Name> ListThoseInvolved(Report report) =>
        report.Doers.Concat(report.Target is null ? [] : [report.Target]).Concat(report.Others ?? []);

    /// <summary>The sides on which those are who did the act.</summary>
    public static IEnumerable<Name> ListSides(Report report) =>
        new[] { report.Side }.Concat((report.Joint ?? []).Select(doer => doer.Side)).OfType<Name>();

    /// <summary>Everybody whom a report names, also as a source.</summary>
    public static IEnumerable<Name> ListNames(Report report) =>
        ListParticipants(report).Concat(report.Chain.Select(link => link.Name).OfType<Name>());

    /// <summary>The summary and the details that are no names, as text.</summary>
    public static IEnumerable<string> ListWords(Report report) =>
        ListDetails(report)
            .Select(value =>
                value switch
                {
                    Name => null,
                    Edtf date => date.Text,
                    IFormattable plain => plain.ToString(null, CultureInfo.InvariantCulture),
                    _ => value.ToString(),
                }
            )
            .OfType<string>()
            .Prepend(report.Summary);

    private static IEnumerable<object> ListDetails(Report report) =>
        Details
            .GetOrAdd(report.GetType(), type => [.. ListFields(type).Where(field => !Common.Contains(field.Name))])
            .SelectMany(field => ListValues(field.GetValue(report)));

    private static IEnumerable<object> ListValues(object? value) =>
        value switch
        {
            null or bool => [],
            string or Name or Edtf => [value],
            IEnumerable several => several.Cast<object?>().SelectMany(ListValues),
            _ when value.GetType() is { IsClass: true } type && type.Assembly == typeof(Report).Assembly => Fields
                .GetOrAdd(type, ListFields)
                .SelectMany(field => ListValues(field.GetValue(value))),
            _ => [value],
        };

    private static PropertyInfo[] ListFields(Type type) =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)];
}
