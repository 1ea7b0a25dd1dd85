using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Negotiations.Server;

/// <summary>Traces and metrics of requests, messages and the database, sent by OTLP over HTTP.</summary>
/// <remarks>They name routes, messages and statements, whose values are parameters: nothing that was
/// recorded.</remarks>
internal static class Telemetry
{
    private static readonly string[] Sources = ["Npgsql", "Wolverine", "Marten"];

    // Meters of Wolverine's have the name of the service too.
    private static readonly string[] Meters = ["Npgsql", "Wolverine:negotiations", "Marten"];

    public static void Add(IServiceCollection services, ServerSettings settings)
    {
        if (settings.TelemetryEndpoint is not { } endpoint)
            return;
        services
            .AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("negotiations-server"))
            .WithTracing(traces =>
                traces
                    .AddSource(Sources)
                    .AddAspNetCoreInstrumentation(options =>
                        options.Filter = context =>
                            !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)
                    )
                    .AddOtlpExporter(options => Send(options, endpoint, "traces"))
            )
            .WithMetrics(metrics =>
                metrics
                    .AddMeter(Meters)
                    .AddAspNetCoreInstrumentation()
                    .AddOtlpExporter(options => Send(options, endpoint, "metrics"))
            );
    }

    private static void Send(OtlpExporterOptions options, Uri endpoint, string what)
    {
        options.Protocol = OtlpExportProtocol.HttpProtobuf;
        options.Endpoint = new($"{endpoint.ToString().TrimEnd('/')}/v1/{what}");
    }
}
