using System.Collections.Concurrent;
using NodaTime;
using Npgsql;

namespace Negotiations.Store;

/// <summary>Answers questions from the facts that are kept ready, and brings these up to date where they are
/// not.</summary>
internal sealed class FactQuestions(StoreConnections connections)
{
    // One statement, so that everything is of one moment. Whether something was recorded since is looked for among what
    // was recorded since, which is little; the planner cannot know that.
    private const string Head = """
        select bound.position, bound.recorded_at, b.id,
               exists (
                 with since as materialized (
                   select r.seq_id from public.negotiations_record r
                    where r.position > b.position and r.position <= bound.position)
                 select from since s join public.mt_events e on e.seq_id = s.seq_id
                  where e.stream_id = @own or starts_with(e.stream_id, @articles)),
               (select e.id from public.mt_events e join public.negotiations_record r on r.seq_id = e.seq_id
                 where e.stream_id = @own and e.type = 'negotiation_defined' and r.salt is not null
                   and r.position <= bound.position
                 order by r.position desc limit 1)
          from (select r.position, r.recorded_at from public.negotiations_record r
                 where r.position <= @position order by r.position desc limit 1) bound
          left join public.negotiations_fact_builds b
            on b.negotiation = @negotiation and b.is_ready and b.rules = @rules
        """;

    private readonly ConcurrentDictionary<Guid, NegotiationDefined> definitions = new();
    private readonly FactKeeping keeping = new(connections);

    /// <summary>The facts of a question; null where the facts cannot be kept ready.</summary>
    /// <param name="question">The question, of which the bound on the record clock is a position or none.</param>
    /// <param name="rounds">The rounds that are asked for; null for all.</param>
    /// <param name="progress">Told when it takes long to bring the facts up to date.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="UnknownNegotiationException">The negotiation is not defined at that position.</exception>
    public async Task<KeptAnswer?> AskAsync(
        Question question,
        string[]? rounds,
        IProgress<FactProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await using var connection = await connections.OpenAsync(cancellationToken);
            while (true)
            {
                if (await TryAskAsync(connection, question, rounds, progress, cancellationToken) is { } answer)
                    return answer;
            }
        }
        catch (PostgresException exception)
            when (exception.SqlState
                    is PostgresErrorCodes.UndefinedTable
                        or PostgresErrorCodes.InsufficientPrivilege
                        or PostgresErrorCodes.ReadOnlySqlTransaction
            )
        {
            return null;
        }
    }

    // Null where the facts were deleted while they were read, by an erasure, or made anew.
    private async Task<KeptAnswer?> TryAskAsync(
        NpgsqlConnection connection,
        Question question,
        string[]? rounds,
        IProgress<FactProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        var place = await FindPlaceAsync(connection, question, cancellationToken);
        if (place.Build is null)
        {
            await keeping.CatchUpAsync(question.Negotiation, progress, cancellationToken);
            // What is recorded in between is not part of the answer.
            place = await FindPlaceAsync(
                connection,
                question with
                {
                    RecordedBy = new RecordedBound.AtPosition(place.Settled.Position),
                },
                cancellationToken
            );
        }

        if (place.Definition is not { } defined)
            throw new UnknownNegotiationException(question.Negotiation, place.Settled.Position);
        var definition = definitions.TryGetValue(defined, out var known)
            ? known
            : definitions[defined] = await ReadDefinitionAsync(question.Negotiation, defined, cancellationToken);
        var zone = DateTimeZoneProviders.Tzdb[definition.Zone];
        if (place.Build is not { } build)
            return null;
        var point = new FactPoint(
            KnownTick.Number(question.KnownBy),
            HappenedDay.Number(new HappenedBound(question.HappenedBy?.InZone(zone).Date)),
            place.Settled.Position
        );
        var facts = await FactReader.ReadAsync(connection, build, point, rounds, cancellationToken);
        return facts is null ? null : new(place.Settled, definition, zone, facts);
    }

    private static async Task<Place> FindPlaceAsync(
        NpgsqlConnection connection,
        Question question,
        CancellationToken cancellationToken
    )
    {
        var position = (question.RecordedBy as RecordedBound.AtPosition)?.Position ?? long.MaxValue;
        await using var command = new NpgsqlCommand(Head, connection)
        {
            Parameters =
            {
                new("own", StreamName.ForNegotiation(question.Negotiation)),
                new("articles", StreamName.PrefixForArticles(question.Negotiation)),
                new("negotiation", question.Negotiation),
                new("position", position),
                new("rules", FactRules.Version),
            },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
            return new(new(0, null), null, null);
        return new(
            new(reader.GetInt64(0), ServerTime.Read(reader, 1)),
            reader.IsDBNull(2) || reader.GetBoolean(3) ? null : reader.GetInt64(2),
            reader.IsDBNull(4) ? null : reader.GetGuid(4)
        );
    }

    private async Task<NegotiationDefined> ReadDefinitionAsync(
        string negotiation,
        Guid id,
        CancellationToken cancellationToken
    )
    {
        var stream = await EventReader.StreamAsync(
            connections,
            StreamName.ForNegotiation(negotiation),
            cancellationToken
        );
        return (NegotiationDefined)stream.Events.First(recorded => recorded.Id == id).Event;
    }

    private sealed record Place(RecordPosition Settled, long? Build, Guid? Definition);
}

/// <summary>What a store answers from facts that are kept ready.</summary>
/// <param name="Settled">The place on the record clock for which it stands.</param>
/// <param name="Definition">The negotiation's own file at that place.</param>
/// <param name="Zone">The zone of the talks.</param>
/// <param name="Facts">The facts, ordered by key.</param>
public sealed record KeptAnswer(
    RecordPosition Settled,
    NegotiationDefined Definition,
    DateTimeZone Zone,
    IReadOnlyList<FactState> Facts
);
