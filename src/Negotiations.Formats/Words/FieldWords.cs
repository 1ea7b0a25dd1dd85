using System.Collections;
using System.Globalization;
using NodaTime;

namespace Negotiations.Formats;

/// <summary>Corrected fields in words: <c>who: Ada Brill → Ines Rook</c>.</summary>
public sealed class FieldWords(NameWords names, DateTimeZone zone)
{
    private const string Nothing = "nothing";

    /// <summary>Fields side by side; empty where there is none.</summary>
    public string Describe(IEnumerable<ChangedField> fields) => string.Join("; ", fields.Select(Describe));

    /// <summary>A field as it was and as it is.</summary>
    public string Describe(ChangedField field)
    {
        var (before, after) = (DescribeValue(field.Before), DescribeValue(field.After));
        // What is only found elsewhere in the text, or written otherwise, reads the same.
        return before == after
            ? $"{DescribeName(field.Field)}: {after} (the same in words)"
            : $"{DescribeName(field.Field)}: {before} → {after}";
    }

    private static string DescribeName(string field) =>
        field switch
        {
            "actor" => "who",
            "written" => "written as",
            "others" => "with",
            "happenedFrom" => "words of the date",
            "evidence" => "place in the text",
            "precededBy" => "after",
            _ => Camel.Apart(field),
        };

    private string DescribeValue(object? value) =>
        value switch
        {
            null or "" => Nothing,
            string text => text,
            bool isSo => isSo ? "yes" : "no",
            Name name => names.Find(name.Id) ?? name.Written,
            Doer doer => DescribeValue(doer.Name),
            Edtf date => DateWords.Describe(date) ?? date.Text,
            Publication published => PublicationWords.Describe(published, zone),
            Standing standing => EnumText.Format(standing),
            Enum word => Camel.Apart(word.ToString()),
            TextSpan span => $"{span.Start}–{span.End}",
            IEnumerable<ChainLink> chain => DescribeChain([.. chain]),
            IEnumerable<Grade> grades => GradeWords.Describe(grades),
            IEnumerable several => DescribeAll(several),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => ChangedField.Serialize(value)?.ToJsonString(EventJson.Options) ?? Nothing,
        };

    private string DescribeAll(IEnumerable several) =>
        several.Cast<object?>().Select(DescribeValue).ToList() is { Count: > 0 } words
            ? string.Join(", ", words)
            : Nothing;

    // In brackets where it has several links, whose arrows are others than that from old to new.
    private string DescribeChain(IReadOnlyList<ChainLink> chain)
    {
        var links = string.Join(" → ", chain.Select(names.DisplayLink));
        return chain.Count > 1 ? $"({links})" : links;
    }
}
