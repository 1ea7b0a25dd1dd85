using System.Collections.Concurrent;
using NodaTime;
using Npgsql;

namespace Negotiations.Store;

/// <summary>Answers questions from the facts that are kept ready, and brings these up to date where they are
/// not.</summary>
internal sealed class FactQuestions
{
    // One statement, so that everything is of one moment. Whether something was recorded since is looked for among what
    // was recorded since, which is little; the planner cannot know that.
    private const string Head = """
        select bound.position, bound.recorded_at, b.id,
               bound.position - b.position > @far or exists (
                 with since as materialized (
                   select r.seq_id from public.negotiations_record r
                    where r.position > b.position and r.position <= bound.position)
                 select from since s join public.mt_events e on e.seq_id = s.seq_id
                  where e.stream_id = @own or starts_with(e.stream_id, @articles)),
               definition.id, definition.link
          from (select r.position, r.recorded_at from public.negotiations_record r
                 where r.position <= @position order by r.position desc limit 1) bound
          left join public.negotiations_fact_builds b
            on b.negotiation = @negotiation and b.is_ready and b.rules = @rules
          left join lateral (
            select e.id, r.link from public.mt_events e join public.negotiations_record r on r.seq_id = e.seq_id
             where e.stream_id = @own and e.type = 'negotiation_defined' and r.salt is not null
               and r.position <= bound.position
             order by r.position desc limit 1) definition on true
        """;

    // After so many events of other negotiations it is noted that none of them was of this one.
    private const long Far = 1_000;

    private const int MostAttempts = 5;

    // By the link of the chain: after a failover that lost a definition, another one may have its identifier.
    private readonly ConcurrentDictionary<string, NegotiationDefined> definitions = new(StringComparer.Ordinal);
    private readonly StoreConnections connections;
    private readonly FactKeeping keeping;
    private readonly SharedCatchUp? shared;

    /// <param name="connections">Connections to the store.</param>
    /// <param name="longestWait">How long a question may wait for what is recorded to be taken in; null: as long as
    /// that takes.</param>
    public FactQuestions(StoreConnections connections, TimeSpan? longestWait)
    {
        this.connections = connections;
        keeping = new(connections);
        shared = longestWait is { } longest ? new(keeping, longest) : null;
    }

    /// <summary>Brings the facts of a negotiation up to what is recorded.</summary>
    /// <remarks>Whoever opened the store is told when it takes long.</remarks>
    public async Task KeepAsync(string negotiation, CancellationToken cancellationToken)
    {
        try
        {
            await CatchUpAsync(negotiation, cancellationToken);
        }
        catch (PostgresException exception) when (FactFailure.IsOfKeeping(exception))
        {
            FactFailure.Tell(exception, negotiation, connections.Progress);
        }
    }

    private Task CatchUpAsync(string negotiation, CancellationToken cancellationToken) =>
        keeping.CatchUpAsync(negotiation, new FactProgressLines(connections.Progress), cancellationToken);

    /// <summary>The facts of a question; null where the facts cannot be kept ready.</summary>
    /// <param name="question">The question, of which the bound on the record clock is a position or none.</param>
    /// <param name="rounds">The rounds that are asked for; null for all.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="UnknownNegotiationException">The negotiation is not defined at that position.</exception>
    public Task<KeptAnswer?> AskAsync(Question question, string[]? rounds, CancellationToken cancellationToken) =>
        ReadAsync(
            question,
            async (connection, place) =>
            {
                var definition = await FindDefinitionAsync(question, place, cancellationToken);
                var zone = DateTimeZoneProviders.Tzdb[definition.Zone];
                var point = FindPoint(question, place, zone);
                var facts = await FactReader.ReadAsync(
                    connection,
                    place.Build!.Value,
                    point,
                    rounds,
                    cancellationToken
                );
                return facts is null ? null : new KeptAnswer(place.Settled, definition, zone, facts);
            },
            cancellationToken
        );

    /// <summary>The state for a question; null where the facts cannot be kept ready.</summary>
    /// <inheritdoc cref="AskAsync"/>
    public Task<State?> FindStateAsync(Question question, string[]? rounds, CancellationToken cancellationToken) =>
        ReadAsync(
            question,
            (connection, place) => ReadStateAsync(connection, place, question, rounds, cancellationToken),
            cancellationToken
        );

    /// <summary>
    /// The answer to a question about some facts, with the part of the log from which these follow; null where the
    /// facts cannot be kept ready.
    /// </summary>
    /// <param name="question">The question, of which the bound on the record clock is a position or none.</param>
    /// <param name="part">The facts, by a part of their keys.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public Task<PartOfAnswer?> AskPartAsync(Question question, string part, CancellationToken cancellationToken) =>
        ReadAsync(
            question,
            async (connection, place) =>
                await ReadStateAsync(connection, place, question, [], cancellationToken) is { } state
                && await ReadPartAsync(connection, place, question, part, cancellationToken) is { } log
                    ? PartOfAnswer.Read(question, part, log, state.Answered)
                    : null,
            cancellationToken
        );

    /// <summary>The times at which something became known, in order; null where the facts cannot be kept
    /// ready.</summary>
    /// <param name="question">The question, of which only the bound on the record clock counts.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public Task<IReadOnlyList<Instant>?> FindTimesAsync(Question question, CancellationToken cancellationToken) =>
        ListAsync(question, FactCountReader.ReadTimesAsync, cancellationToken);

    /// <summary>The rounds of which something was known, and since when; null where the facts cannot be kept
    /// ready.</summary>
    /// <param name="question">The question, of which only the bound on the record clock counts.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public Task<IReadOnlyList<(string Round, Instant Known)>?> FindRoundsAsync(
        Question question,
        CancellationToken cancellationToken
    ) => ListAsync(question, FactCountReader.ReadRoundsAsync, cancellationToken);

    private Task<IReadOnlyList<T>?> ListAsync<T>(
        Question question,
        Func<NpgsqlConnection, long, long, CancellationToken, Task<IReadOnlyList<T>>> list,
        CancellationToken cancellationToken
    ) =>
        ReadAsync(
            question,
            async (connection, place) =>
            {
                var build = place.Build!.Value;
                var listed = await list(connection, build, place.Settled.Position, cancellationToken);
                return await FactBuild.IsThereAsync(connection, build, cancellationToken) ? listed : null;
            },
            cancellationToken
        );

    private async Task<State?> ReadStateAsync(
        NpgsqlConnection connection,
        Place place,
        Question question,
        string[]? rounds,
        CancellationToken cancellationToken
    )
    {
        var build = place.Build!.Value;
        var definition = await FindDefinitionAsync(question, place, cancellationToken);
        var zone = DateTimeZoneProviders.Tzdb[definition.Zone];
        var point = FindPoint(question, place, zone);
        var counts = await FactCountReader.ReadAsync(connection, build, point, cancellationToken);
        var assumed = await FactCountReader.ReadAssumedAsync(connection, build, point, cancellationToken);
        var reader = new FactPart(connection, build, question.Negotiation, place.Settled.Position);
        var hanging = await reader.ReadArticlesAsync(
            [
                .. assumed
                    .Where(known =>
                        !known.IsCounted
                        || new Assumption(known.Article, known.Published, question.KnownBy).MayBeTooEarly
                    )
                    .Select(known => known.Article)
                    .Distinct(),
            ],
            cancellationToken
        );
        var others = rounds is null
            ? []
            : (await reader.FindKeysOfAsync(hanging, cancellationToken)).Select(FactReader.FindRound).Except(rounds);
        var facts = await FactReader.ReadAsync(
            connection,
            build,
            point,
            rounds is null ? null : [.. rounds, .. others],
            cancellationToken
        );
        return facts is null
            ? null
            : new(
                question,
                definition,
                zone,
                new()
                {
                    Settled = place.Settled,
                    Reports = counts.Reports,
                    Articles = counts.Articles,
                    Corrections = counts.Corrections,
                    Erased = counts.Erased,
                    UndatedLeftOut = counts.UndatedLeftOut,
                    Assumptions = Assumption.FindAll(
                        question.KnownBy,
                        assumed.Where(known => known.IsCounted).Select(known => (known.Article, known.Published)),
                        hanging,
                        facts
                    ),
                },
                rounds is null ? facts : [.. facts.Where(fact => rounds.Contains(FactReader.FindRound(fact.Key)))]
            );
    }

    private static async Task<NegotiationLog?> ReadPartAsync(
        NpgsqlConnection connection,
        Place place,
        Question question,
        string part,
        CancellationToken cancellationToken
    )
    {
        var reader = new FactPart(connection, place.Build!.Value, question.Negotiation, place.Settled.Position);
        var keys = await reader.FindKeysAsync(part, cancellationToken);
        var read = await reader.ReadAsync([.. KeptFacts.WithStatus(keys)], cancellationToken);
        return await FactBuild.IsThereAsync(connection, place.Build.Value, cancellationToken)
            ? new NegotiationLog(place.Settled, read.Events)
            : null;
    }

    private static FactPoint FindPoint(Question question, Place place, DateTimeZone zone) =>
        new(
            KnownTick.Number(question.KnownBy),
            HappenedDay.Number(new HappenedBound(question.HappenedBy?.InZone(zone).Date)),
            place.Settled.Position
        );

    private async Task<T?> ReadAsync<T>(
        Question question,
        Func<NpgsqlConnection, Place, Task<T?>> read,
        CancellationToken cancellationToken
    )
        where T : class
    {
        try
        {
            var (opened, place) = await connections.OpenAsync(CreateHead(question), ReadPlaceAsync, cancellationToken);
            await using var connection = opened;
            // Again where the facts were deleted while they were read, by an erasure, or made anew.
            for (var attempt = 0; attempt < MostAttempts; attempt++)
            {
                if (attempt > 0)
                    place = await FindPlaceAsync(connection, question, cancellationToken);
                if (place.Build is null)
                {
                    if (connections.IsReplica)
                        throw new ReplicaBehindException();
                    await (
                        shared?.WaitAsync(question.Negotiation, cancellationToken)
                        ?? CatchUpAsync(question.Negotiation, cancellationToken)
                    );
                    // What is recorded in between is not part of the answer.
                    var settled = new RecordedBound.AtPosition(place.Settled.Position);
                    place = await FindPlaceAsync(connection, question with { RecordedBy = settled }, cancellationToken);
                }

                if (place.Build is not null && await read(connection, place) is { } answer)
                    return answer;
            }

            return null;
        }
        catch (PostgresException exception) when (FactFailure.IsOfKeeping(exception))
        {
            FactFailure.Tell(exception, question.Negotiation, connections.Progress);
            return null;
        }
    }

    private async Task<NegotiationDefined> FindDefinitionAsync(
        Question question,
        Place place,
        CancellationToken cancellationToken
    )
    {
        if (place.Definition is not var (id, link))
            throw new UnknownNegotiationException(question.Negotiation, place.Settled.Position);
        return definitions.TryGetValue(link, out var known)
            ? known
            : definitions[link] = await ReadDefinitionAsync(question.Negotiation, id, cancellationToken);
    }

    private static async Task<Place> FindPlaceAsync(
        NpgsqlConnection connection,
        Question question,
        CancellationToken cancellationToken
    )
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { CreateHead(question) } };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await ReadPlaceAsync(reader, cancellationToken);
    }

    private static NpgsqlBatchCommand CreateHead(Question question)
    {
        var position = (question.RecordedBy as RecordedBound.AtPosition)?.Position ?? long.MaxValue;
        return new(Head)
        {
            Parameters =
            {
                new NpgsqlParameter("own", StreamName.ForNegotiation(question.Negotiation)),
                new NpgsqlParameter("articles", StreamName.PrefixForArticles(question.Negotiation)),
                new NpgsqlParameter("negotiation", question.Negotiation),
                new NpgsqlParameter("position", position),
                new NpgsqlParameter("rules", FactRules.Version),
                new NpgsqlParameter("far", Far),
            },
        };
    }

    private static async Task<Place> ReadPlaceAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        if (!await reader.ReadAsync(cancellationToken))
            return new(new(0, null), null, null);
        return new(
            new(reader.GetInt64(0), ServerTime.Read(reader, 1)),
            reader.IsDBNull(2) || reader.GetBoolean(3) ? null : reader.GetInt64(2),
            reader.IsDBNull(4)
                ? null
                : new(reader.GetGuid(4), Convert.ToHexStringLower(reader.GetFieldValue<byte[]>(5)))
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

    private sealed record Place(RecordPosition Settled, long? Build, DefinitionPlace? Definition);

    private sealed record DefinitionPlace(Guid Id, string Link);
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
