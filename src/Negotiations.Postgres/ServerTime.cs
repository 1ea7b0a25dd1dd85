using NodaTime;
using Npgsql;

namespace Negotiations.Postgres;

/// <summary>Times as the server keeps them: whole microseconds.</summary>
internal static class ServerTime
{
    private const long TicksPerMicrosecond = NodaConstants.TicksPerMillisecond / 1000;

    // Far outside of anything that is asked, and well inside of what both sides can represent.
    private static readonly Instant Earliest = Instant.FromUtc(1, 1, 2, 0, 0);

    private static readonly Instant Latest = Instant.FromUtc(9999, 12, 30, 0, 0);

    /// <summary>The time in a column.</summary>
    public static Instant Read(NpgsqlDataReader row, int column) =>
        Instant.FromDateTimeUtc(row.GetFieldValue<DateTime>(column));

    /// <summary>A time as a parameter: the last microsecond that is not after it.</summary>
    public static DateTime Write(Instant time)
    {
        var ticks = Instant.Max(Earliest, Instant.Min(Latest, time)).ToDateTimeUtc().Ticks;
        return new DateTime(ticks - (ticks % TicksPerMicrosecond), DateTimeKind.Utc);
    }
}
