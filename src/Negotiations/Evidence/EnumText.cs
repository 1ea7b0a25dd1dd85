using System.Text.Json;

namespace Negotiations;

/// <summary>Words for values, as they stand in JSON and in coded files.</summary>
public static class EnumText
{
    /// <summary>The word for a standing: <c>own</c>, <c>observed</c>, <c>own-unnamed</c>, <c>other</c>.</summary>
    public static string Format(Standing standing) => JsonNamingPolicy.KebabCaseLower.ConvertName(standing.ToString());

    /// <summary>The word for any other value of an enumeration.</summary>
    public static string Format<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
