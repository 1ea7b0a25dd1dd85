using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Negotiations.Coding.Tests;

public class CatalogueOfEvents
{
    private static readonly IReadOnlyDictionary<string, string[]> Sections = File.ReadAllText(
            Repository.ResolvePath("docs", "catalogue.md")
        )
        .Split("\n### ")
        .Skip(1)
        .ToDictionary(
            section => section[..section.IndexOf('\n')],
            section =>
                section
                    .Split("\n## ")[0]
                    .Split('\n')
                    .Where(line => line.StartsWith("| ") && !line.StartsWith("| ---") && !line.StartsWith("| detail"))
                    .ToArray()
        );

    public static TheoryData<string> Types => [.. ReportTypes.All.Select(type => type.Name)];

    [Fact]
    public void Lists_every_type_of_report_once() =>
        Assert.Equal(ReportTypes.All.Select(type => type.Name), Sections.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Types))]
    public void Lists_exactly_the_details_of_a_type_with_the_required_ones_in_bold(string type)
    {
        var details = ReportTypes
            .Find(type)!
            .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(property => property.CanWrite)
            .Select(property => $"| {FormatName(property)} | {DescribeKind(property)} |");

        Assert.Equal(
            details.Order(),
            Sections[type].Select(line => line[..(line.LastIndexOf(" |", line.Length - 3) + 2)]).Order()
        );
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Lists_the_required_details_first_and_says_what_each_means(string type)
    {
        var isBold = Sections[type].Select(line => line.StartsWith("| **")).ToList();

        Assert.Equal(isBold.OrderDescending(), isBold);
        Assert.All(Sections[type], line => Assert.True(line.Split('|')[^2].Trim().Length > 0, line));
    }

    private static string FormatName(PropertyInfo property)
    {
        var name = $"`{JsonNamingPolicy.CamelCase.ConvertName(property.Name)}`";
        return property.IsDefined(typeof(RequiredMemberAttribute)) ? $"**{name}**" : name;
    }

    private static string DescribeKind(PropertyInfo property)
    {
        if (property.GetCustomAttribute<WordsAttribute>() is { } words)
        {
            var list = string.Join(" · ", words.Words.Select(word => $"`{word}`"));
            return words.IsOpen ? $"text, such as {list}" : list;
        }

        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (type.IsEnum)
            return string.Join(
                " · ",
                Enum.GetNames(type).Select(word => $"`{JsonNamingPolicy.CamelCase.ConvertName(word)}`")
            );
        return Kinds[type];
    }

    private static readonly Dictionary<Type, string> Kinds = new()
    {
        [typeof(string)] = "text",
        [typeof(int)] = "number",
        [typeof(bool)] = "true/false",
        [typeof(Edtf)] = "date",
        [typeof(Name)] = "name",
        [typeof(IReadOnlyList<string>)] = "texts",
        [typeof(IReadOnlyList<Name>)] = "names",
    };
}
