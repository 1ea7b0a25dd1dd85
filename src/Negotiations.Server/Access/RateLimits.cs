using System.Globalization;
using System.Threading.RateLimiting;

namespace Negotiations.Server;

/// <summary>How often somebody may ask in a minute: by their key or token, else by their address.</summary>
internal static class RateLimits
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void Add(IServiceCollection services, ServerSettings settings) =>
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                Choose(context, settings)
            );
            options.OnRejected = (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds)
                    .ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
        });

    private static RateLimitPartition<string> Choose(HttpContext context, ServerSettings settings)
    {
        var caller = Caller.Find(context);
        var isReading = HttpMethods.IsGet(context.Request.Method);
        var most = isReading ? settings.ReadsPerMinute : settings.WritesPerMinute;
        // The only user waits for nobody.
        if (most == 0 || caller.IsOnlyUser)
            return RateLimitPartition.GetNoLimiter("");
        var who = caller.Name is { } name ? $"name {name}" : $"address {context.Connection.RemoteIpAddress}";
        return RateLimitPartition.GetFixedWindowLimiter(
            $"{(isReading ? "read" : "write")} {who}",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = Window }
        );
    }
}
