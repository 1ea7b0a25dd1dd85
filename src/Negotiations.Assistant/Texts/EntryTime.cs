using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace Negotiations.Assistant.Texts;

/// <summary>Reads the lines that stand above the entries of a live blog.</summary>
internal static partial class EntryTime
{
    private const int LongestLine = 60;

    /// <summary>Whether a line is a time and nothing else.</summary>
    public static bool IsTime(ReadOnlySpan<char> line) =>
        line.Length <= LongestLine && (Clock().IsMatch(line) || Stamp().IsMatch(line) || Ago().IsMatch(line));

    /// <summary>The time that a line states; null where it gives none that can be placed.</summary>
    /// <param name="line">The line.</param>
    /// <param name="published">When the text came out: a clock time is one of that day, before or after it.</param>
    /// <param name="zone">The zone in which clock times are read.</param>
    public static Instant? Read(string line, Instant? published, DateTimeZone zone)
    {
        if (Stamp().Match(line) is { Success: true } stamp)
            return ReadStamp(stamp.Value.Trim(), zone);
        var clock = Clock().Match(line);
        if (!clock.Success || published is not { } last)
            return null;
        var hour = int.Parse(clock.Groups["hour"].ValueSpan, CultureInfo.InvariantCulture);
        var minute = clock.Groups["minute"].Success
            ? int.Parse(clock.Groups["minute"].ValueSpan, CultureInfo.InvariantCulture)
            : 0;
        if (clock.Groups["half"].Success)
            hour = (hour % 12) + (clock.Groups["half"].Value[0] is 'p' or 'P' ? 12 : 0);
        if (hour > 23 || minute > 59)
            return null;
        // A blog is published when it begins, or when it was last changed: its entries come after the one, and before
        // the other. The day before would make known what nobody could know.
        return zone.AtLeniently(last.InZone(zone).Date.At(new(hour, minute))).ToInstant();
    }

    private static Instant? ReadStamp(string text, DateTimeZone zone)
    {
        var offset = OffsetDateTimePattern.ExtendedIso.Parse(text);
        if (offset.Success)
            return offset.Value.ToInstant();
        var local = LocalDateTimePattern.ExtendedIso.Parse(text.Replace(' ', 'T'));
        return local.Success ? zone.AtLeniently(local.Value).ToInstant() : null;
    }

    [GeneratedRegex(
        @"^\s*((updated|posted|published)( at)?:?\s*)?((?<hour>[0-9]{1,2})[:.h](?<minute>[0-9]{2})|(?<hour>[0-9]{1,2})"
            + @"(?=\s*[ap]\.?m))\s*(?<half>[ap]\.?m\.?)?\s*(gmt|bst|cet|cest|utc|est|edt|local time)?\s*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Clock();

    [GeneratedRegex(
        @"^\s*[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?(Z|[+-][0-9]{2}:?[0-9]{2})?\s*$"
    )]
    private static partial Regex Stamp();

    [GeneratedRegex(@"^\s*([0-9]{1,2}|an?) (minutes?|hours?|mins?|hrs?) ago\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Ago();
}
