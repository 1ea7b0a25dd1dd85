using JasperFx.Events;
using JasperFx.Events.Projections;
using Marten;
using Marten.Events.Projections;
using Npgsql;

namespace Negotiations.Store;

/// <summary>Keeps the answer "now" of each negotiation as a document.</summary>
/// <remarks>
/// The events of a batch only say which negotiations have changed. The answer is the core's fold over what the record
/// holds up to its last position: gaps and order of Marten's sequence play no part, and a batch that comes again
/// changes nothing.
/// </remarks>
internal sealed class CurrentAnswerProjection(NpgsqlDataSource dataSource) : IProjection
{
    /// <summary>The name under which Marten keeps its progress.</summary>
    public const string Name = "CurrentAnswer";

    // Only the position: the answer itself may be large, and is not needed to see that it covers a batch.
    private const string Covered = """
        select coalesce(
          (select (data ->> 'position')::bigint from public.mt_doc_current_answer where id = @negotiation)
            >= (select coalesce(max(position), 0) from public.negotiations_record where seq_id = any (@numbers)), false)
        """;

    public static void Register(StoreOptions options, NpgsqlDataSource dataSource)
    {
        options.Schema.For<CurrentAnswer>().DocumentAlias("current_answer").Identity(answer => answer.Negotiation);
        options.Projections.Add(
            new CurrentAnswerProjection(dataSource),
            ProjectionLifecycle.Async,
            Name,
            asynchronous => asynchronous.DeleteViewTypeOnTeardown<CurrentAnswer>()
        );
    }

    /// <inheritdoc/>
    public async Task ApplyAsync(
        IDocumentOperations operations,
        IReadOnlyList<IEvent> events,
        CancellationToken cancellation
    )
    {
        var store = await MartenEventStore.OpenExistingAsync(dataSource, cancellationToken: cancellation);
        foreach (
            var group in events
                .Where(one => one.StreamKey is not null)
                .GroupBy(one => StreamName.ParseNegotiation(one.StreamKey!), StringComparer.Ordinal)
        )
        {
            if (group.Key is not { } negotiation)
                continue;
            if (await IsCoveredAsync(negotiation, group, cancellation))
                continue;
            if (await AnswerAsync(store, negotiation, cancellation) is { } answer)
                operations.Store(answer);
            else
                operations.Delete<CurrentAnswer>(negotiation);
        }
    }

    // Null where there is nothing to answer, or an event cannot be read: then the fold tells whoever asks which one,
    // and the other negotiations go on.
    private static async Task<CurrentAnswer?> AnswerAsync(
        MartenEventStore store,
        string negotiation,
        CancellationToken cancellation
    )
    {
        try
        {
            var log = await store.ReadLogAsync(negotiation, recordedBy: null, cancellation);
            return log.Definition is null
                ? null
                : new(
                    negotiation,
                    log.Settled.Position,
                    log.Zone.Id,
                    AnswerJson.Write(Answer.To(new Question(negotiation), log))
                );
        }
        catch (UnreadableEventException)
        {
            return null;
        }
    }

    private async Task<bool> IsCoveredAsync(
        string negotiation,
        IEnumerable<IEvent> events,
        CancellationToken cancellation
    )
    {
        await using var command = dataSource.CreateCommand(Covered);
        command.Parameters.Add(new("negotiation", negotiation));
        command.Parameters.Add(new("numbers", events.Select(one => one.Sequence).ToArray()));
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }
}

/// <summary>What is known of a negotiation now, computed ahead of the question.</summary>
/// <param name="Negotiation">Identifier of the negotiation.</param>
/// <param name="Position">The place on the record clock for which it stands.</param>
/// <param name="Zone">Identifier of the time zone of the talks in the tz database.</param>
/// <param name="Json">The answer without bounds at that position (<see cref="AnswerJson"/>), as text: a column of JSON
/// would order its properties anew.</param>
public sealed record CurrentAnswer(string Negotiation, long Position, string Zone, string Json);
