namespace Negotiations.Formats;

/// <summary>A column of a table.</summary>
/// <typeparam name="TRow">What a row is made from.</typeparam>
/// <param name="Name">Its name: small letters, digits and underscores.</param>
/// <param name="Type">Its datatype in the CSV on the Web vocabulary: <c>string</c>, <c>integer</c>, <c>boolean</c>,
/// <c>date</c>, <c>dateTime</c>, <c>json</c>.</param>
/// <param name="Meaning">What it holds.</param>
/// <param name="Cell">The text of a cell; null for an empty one.</param>
public sealed record CsvColumn<TRow>(string Name, string Type, string Meaning, Func<TRow, string?> Cell);
