namespace Negotiations.Coding;

/// <summary>Reads a value out of a list of words.</summary>
internal static class EnumReader
{
    public static T? Read<T>(YamlFields fields, string field, bool required = false)
        where T : struct, Enum =>
        fields.Text(field, required) is { } word ? (T?)Read(typeof(T), fields, field, word) : null;

    /// <summary>The value that a word stands for; another word is noted.</summary>
    public static object? Read(Type type, YamlFields fields, string field, string word)
    {
        var words = ListWords(type);
        if (words.TryGetValue(word, out var value))
            return value;
        fields.Error(field, $"'{word}' is not one of {string.Join(", ", words.Keys)}");
        return null;
    }

    /// <summary>The words of an enumeration with their values, in the order of its definition.</summary>
    public static IReadOnlyDictionary<string, object> ListWords(Type type) =>
        Enum.GetValues(type)
            .Cast<object>()
            .ToDictionary(value =>
                value switch
                {
                    Standing standing => EnumText.Format(standing),
                    Reliability letter => letter.ToString(),
                    _ => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString()!),
                }
            );
}
