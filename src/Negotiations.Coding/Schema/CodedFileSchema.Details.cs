using System.Reflection;
using System.Text.Json.Nodes;
using static Negotiations.Coding.SchemaParts;

namespace Negotiations.Coding;

public static partial class CodedFileSchema
{
    /// <summary>A part of a report's schema for each event type.</summary>
    private static JsonArray ForEachType(Func<Type, JsonObject> describeDetails) =>
        new([
            .. ReportTypes.All.Select(type =>
                (JsonNode)
                    new JsonObject
                    {
                        ["if"] = new JsonObject
                        {
                            ["properties"] = new JsonObject { ["type"] = new JsonObject { ["const"] = type.Name } },
                        },
                        ["then"] = new JsonObject
                        {
                            ["properties"] = new JsonObject { ["details"] = describeDetails(type) },
                        },
                    }
            ),
        ]);

    // In the first form what is unknown is written as null.
    private static JsonObject RequiredDetails(Type type) =>
        new()
        {
            ["required"] = Required([
                .. DetailProperties.List(type).Where(DetailProperties.IsRequired).Select(DetailProperties.FormatName),
            ]),
        };

    private static JsonObject Details(Type type)
    {
        var properties = DetailProperties.List(type).ToList();
        return Strict(
            Required(),
            [.. properties.Select(property => (DetailProperties.FormatName(property), Detail(property)))]
        );
    }

    private static JsonNode Detail(PropertyInfo property)
    {
        var type = System.Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (type == typeof(int))
            return Nullable("integer", null);
        if (type == typeof(bool))
            return Nullable("boolean", null);
        if (type.IsEnum)
            return new JsonObject
            {
                ["enum"] = new JsonArray([.. EnumReader.ListWords(type).Keys.Select(word => (JsonNode?)word), null]),
            };
        if (type == typeof(string))
            return DetailProperties.FindWords(property) is { } words ? Words(words) : Nullable("string", null);
        if (type == typeof(Edtf))
            return Nullable("string", "A date in EDTF.");
        if (type == typeof(Name))
            return Nullable("string", "A name of the negotiation's file.");
        var what = type == typeof(IReadOnlyList<Name>) ? "Names of the negotiation's file." : null;
        var list = new JsonObject
        {
            ["type"] = ToArray(["array", "null"]),
            ["items"] = new JsonObject { ["type"] = "string" },
        };
        if (what is not null)
            list["description"] = what;
        return list;
    }

    private static JsonObject Words(WordsAttribute words) =>
        words.IsOpen
            ? new()
            {
                ["type"] = ToArray(["string", "null"]),
                ["examples"] = ToArray(words.Words),
                ["description"] = "Other words are allowed where none of these fits.",
            }
            : new() { ["enum"] = new JsonArray([.. words.Words.Select(word => (JsonNode?)word), null]) };
}
