using NodaTime;
using NodaTime.Text;

namespace Negotiations;

/// <summary>
/// The fixed scale on which acts of one day are ordered: clock times, and the words that texts use for them.
/// </summary>
public static class TimeOfDay
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>The words, with the time that each stands for.</summary>
    public static IReadOnlyDictionary<string, LocalTime> Words { get; } =
        new Dictionary<string, LocalTime>(StringComparer.Ordinal)
        {
            ["early"] = new(4, 0),
            ["morning"] = new(9, 0),
            ["midday"] = LocalTime.Noon,
            ["afternoon"] = new(15, 0),
            ["evening"] = new(19, 0),
            ["night"] = new(22, 0),
            ["late"] = new(23, 0),
        };

    /// <summary>The place on the scale of a word or a time such as <c>18:30</c>; not stated is midday.</summary>
    /// <exception cref="FormatException">The text is neither.</exception>
    public static LocalTime Parse(string? text)
    {
        if (text is null)
            return LocalTime.Noon;
        if (Words.TryGetValue(text, out var time))
            return time;
        var result = Clock.Parse(text);
        return result.Success
            ? result.Value
            : throw new FormatException(
                $"'{text}' is not a time of day: write HH:mm or one of {string.Join(", ", Words.Keys)}"
            );
    }
}
