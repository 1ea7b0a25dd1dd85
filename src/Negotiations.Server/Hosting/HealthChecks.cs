using System.Text.Json.Nodes;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Negotiations.Server;

/// <summary>Whether the process runs, and whether it can answer.</summary>
internal static class HealthChecks
{
    private const string Ready = "ready";

    public static void Add(IServiceCollection services, NpgsqlDataSource dataSource) =>
        services
            .AddHealthChecks()
            .AddCheck<DatabaseCheck>("database", tags: [Ready])
            .AddCheck("highWater", new HighWaterCheck(dataSource), tags: [Ready]);

    public static void Map(WebApplication app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false, ResponseWriter = WriteAsync });
        app.MapHealthChecks(
            "/health/ready",
            new() { Predicate = check => check.Tags.Contains(Ready), ResponseWriter = WriteAsync }
        );
    }

    // No message of an exception: it could name the host of the database.
    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        JsonObject checks = [];
        foreach (var (name, entry) in report.Entries)
        {
            JsonObject check = new() { ["status"] = Name(entry.Status) };
            if (entry is { Exception: null, Description: { } description })
                check["description"] = description;
            foreach (var (key, value) in entry.Data)
                check[key] = JsonValue.Create((long)value);
            checks[name] = check;
        }

        if (report.Status == HealthStatus.Unhealthy)
            context.Response.Headers.RetryAfter = Problems.RetryAfter;
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(
            new JsonObject { ["status"] = Name(report.Status), ["checks"] = checks }.ToJsonString() + "\n",
            context.RequestAborted
        );
    }

    private static string Name(HealthStatus status) => status.ToString().ToLowerInvariant();
}

/// <summary>Whether the database answers.</summary>
internal sealed class DatabaseCheck(MartenEventStore store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        var settled = await store.ReadPositionAsync(cancellationToken);
        return HealthCheckResult.Healthy(
            data: new Dictionary<string, object>(StringComparer.Ordinal) { ["position"] = settled.Position }
        );
    }
}

/// <summary>Whether Marten's daemon comes on, which keeps the facts ready.</summary>
/// <remarks>
/// Answers do not wait for it, only become slower without it. So a server whose daemon stands still stays in use, and
/// says so.
/// </remarks>
internal sealed class HighWaterCheck(NpgsqlDataSource dataSource) : IHealthCheck
{
    private const string Marks = """
        select (select coalesce(max(seq_id), 0) from public.negotiations_record),
               (select coalesce(max(last_seq_id), 0) from public.mt_event_progression where name = 'HighWaterMark')
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Lock gate = new();
    private long mark = -1;
    private DateTimeOffset since;

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        await using var command = dataSource.CreateCommand(Marks);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var (recorded, reached) = (reader.GetInt64(0), reader.GetInt64(1));
        var data = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["recorded"] = recorded,
            ["reached"] = reached,
        };
        return StandsStill(recorded, reached, DateTimeOffset.UtcNow)
            ? HealthCheckResult.Degraded("the daemon stands still; answers are right, and slower", data: data)
            : HealthCheckResult.Healthy(data: data);
    }

    /// <summary>Whether nothing has moved for some minutes although there is something to do.</summary>
    internal bool StandsStill(long recorded, long reached, DateTimeOffset now)
    {
        lock (gate)
        {
            if (reached != mark || reached >= recorded)
                (mark, since) = (reached, now);
            return now - since > Patience;
        }
    }
}
