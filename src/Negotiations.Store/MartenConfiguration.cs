using JasperFx;
using JasperFx.Events;
using JasperFx.Events.Daemon;
using Marten;
using Npgsql;
using Weasel.Core;

namespace Negotiations.Store;

/// <summary>How Marten is told of the store of negotiations.</summary>
public static class MartenConfiguration
{
    /// <summary>
    /// Configures Marten: string stream keys, every event type under its stored name, the serializer of the core, the
    /// tables in schema <c>public</c>, the projections, and no change of the schema but by <see
    /// cref="StoreMigration"/>.
    /// </summary>
    /// <param name="options">The options of the document store.</param>
    /// <param name="dataSource">Connections to the database. Whoever made them disposes of them, after the document
    /// store.</param>
    public static void Configure(StoreOptions options, NpgsqlDataSource dataSource)
    {
        options.Connection(dataSource);
        options.DatabaseSchemaName = "public";
        options.Events.DatabaseSchemaName = "public";
        options.AutoCreateSchemaObjects = AutoCreate.None;
        options.UseSystemTextJsonForSerialization(EventJson.Options, EnumStorage.AsString, Casing.CamelCase);

        options.Events.StreamIdentity = StreamIdentity.AsString;
        // Two who append to one stream: the second waits, sees the version and takes no number that would leave a gap.
        options.Events.UseExclusiveLockOnConcurrentAppends = true;
        foreach (var type in EventTypes.All)
            options.Events.MapEventType(type, EventTypes.GetStoredName(type));

        FactProjection.Register(options, dataSource);
        // The daemon is the server's. Without this Marten writes a warning to the standard output.
        options.Projections.AsyncMode = DaemonMode.ExternallyManaged;
    }
}
