using JasperFx.Events;
using JasperFx.Events.Projections;
using Marten;
using Marten.Events.Projections;
using Npgsql;

namespace Negotiations.Store;

/// <summary>Keeps the facts of each negotiation ready, as a projection that Marten's daemon runs.</summary>
/// <remarks>
/// The events of a batch only say which negotiations have changed. What is taken in is what the record holds and the
/// facts do not have yet: gaps and order of Marten's sequence play no part, and a batch that comes again changes
/// nothing. Nor does a question wait for the daemon: it takes in itself what is not there yet.
/// </remarks>
internal sealed class FactProjection(NpgsqlDataSource dataSource) : IProjection
{
    /// <summary>The name under which Marten keeps its progress.</summary>
    public const string Name = "Facts";

    // From the first batch on: it knows what bears on the next events.
    private FactKeeping? keeping;

    public static void Register(StoreOptions options, NpgsqlDataSource dataSource) =>
        options.Projections.Add(
            new FactProjection(dataSource),
            ProjectionLifecycle.Async,
            Name,
            // Before a rebuild; what the builds hold goes with them.
            asynchronous => asynchronous.DeleteDataInTableOnTeardown($"public.{FactTables.Builds}")
        );

    /// <inheritdoc/>
    public async Task ApplyAsync(
        IDocumentOperations operations,
        IReadOnlyList<IEvent> events,
        CancellationToken cancellation
    )
    {
        keeping ??= new(await StoreConnections.CreateAsync(dataSource, progress: null, cancellation));
        foreach (
            var negotiation in events
                .Select(one => one.StreamKey)
                .OfType<string>()
                .Select(StreamName.ParseNegotiation)
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)
        )
        {
            try
            {
                await keeping.CatchUpAsync(negotiation, progress: null, cancellation);
            }
            catch (Exception exception)
                when (exception is UnreadableEventException
                    || (exception is PostgresException refused && FactFailure.IsOfKeeping(refused))
                )
            {
                // Whoever asks is told which event it is, or what is wrong with what is kept. The others go on.
            }
        }
    }
}
