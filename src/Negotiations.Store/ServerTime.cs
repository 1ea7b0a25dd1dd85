using NodaTime;
using Npgsql;

namespace Negotiations.Store;

/// <summary>Times as the server keeps them: whole microseconds.</summary>
internal static class ServerTime
{
    private const long TicksPerMicrosecond = NodaConstants.TicksPerMillisecond / 1000;

    // Far outside of anything that is asked, and well inside of what both sides can represent.
    private static readonly Instant Earliest = Instant.FromUtc(1, 1, 2, 0, 0);

    private static readonly Instant Latest = Instant.FromUtc(9999, 12, 30, 0, 0);

    /// <summary>The time in a column.</summary>
    /// <exception cref="UnreadableEventException">It is infinite, or so far away that nothing can have been recorded
    /// then.</exception>
    public static Instant Read(NpgsqlDataReader row, int column)
    {
        try
        {
            var time = row.GetFieldValue<DateTime>(column);
            if (time != DateTime.MinValue && time != DateTime.MaxValue)
                return Instant.FromDateTimeUtc(time);
        }
        catch (InvalidCastException)
        {
            // The server's years reach farther than those of a date here.
        }

        throw new UnreadableEventException(
            $"the time '{row.GetName(column)}' is infinite or out of range: nothing was recorded then"
        );
    }

    /// <summary>A time as a parameter: the last microsecond that is not after it.</summary>
    public static DateTime Write(Instant time)
    {
        var ticks = Instant.Max(Earliest, Instant.Min(Latest, time)).ToDateTimeUtc().Ticks;
        return new DateTime(ticks - (ticks % TicksPerMicrosecond), DateTimeKind.Utc);
    }
}
