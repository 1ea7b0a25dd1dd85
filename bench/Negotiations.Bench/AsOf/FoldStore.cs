using Negotiations.Store;
using Npgsql;

namespace Negotiations.Bench;

/// <summary>The plain fold over the whole history, which every other way must be equal to.</summary>
public sealed class FoldStore : IAsOfStore
{
    // A history folds once for each time at which anything became known.
    private const int MostEventsTraced = 300;
    private const int MostEventsFolded = 150_000;
    private const int MostEventsPlanned = 2_000;

    private readonly NpgsqlDataSource connections;
    private readonly MartenEventStore store;
    private int events;

    private FoldStore(BenchDatabase database, NpgsqlDataSource connections, MartenEventStore store) =>
        (Database, this.connections, this.store) = (database, connections, store);

    public string Name => "fold";

    public BenchDatabase Database { get; }

    public static async Task<IAsOfStore> CreateAsync(string connection)
    {
        var database = await BenchDatabase.CreateAsync(connection);
        await MartenEventStore.OpenAsync(database.Source);
        var connections = await ProgramConnections.CreateAsync(database.Connection);
        return new FoldStore(database, connections, await MartenEventStore.OpenExistingAsync(connections));
    }

    public async Task FillAsync(IEnumerable<Arrival> arrivals)
    {
        foreach (var arrival in arrivals)
            await AppendAsync(arrival);
    }

    public async Task AppendAsync(Arrival arrival)
    {
        await store.AppendAsync(arrival.Stream, arrival.ExpectedVersion, arrival.Events);
        Interlocked.Add(ref events, arrival.Events.Count);
    }

    public async Task<AsOfState?> StateAsync(Question question, string part)
    {
        if (events > MostEventsFolded)
            return null;
        var answer = await store.AnswerAsync(question);
        return new([.. answer.Facts.Where(fact => FactKeys.Admits(fact.Key, part))], answer.Settled.Position);
    }

    public async Task<int?> HistoryAsync(Question question, string part) =>
        events > MostEventsTraced
            ? null
            : AnswerHistory.Trace(await ReadLogAsync(question), question, part).Changes.Count;

    public async Task<int?> BlameAsync(Question question, string part) =>
        events > MostEventsFolded
            ? null
            : Blame.Trace(await ReadLogAsync(question), question, part).Facts.Sum(fact => fact.Reports.Count);

    public async Task<int?> DiffAsync(Question from, Question to, string part) =>
        events > MostEventsFolded
            ? null
            : AnswerDiff
                .Compare("known", part, await store.AnswerAsync(from), await store.AnswerAsync(to))
                .Changes.Count;

    public async Task<int?> PlanAsync(Correction correction) =>
        events > MostEventsPlanned
            ? null
            : CorrectionPlan
                .Create(await store.ReadLogAsync(correction.Negotiation, recordedBy: null), correction)
                .Effects.Count;

    public Task<int?> RebuildAsync() => Task.FromResult<int?>(null);

    private Task<NegotiationLog> ReadLogAsync(Question question) =>
        store.ReadLogAsync(question.Negotiation, question.RecordedBy);

    public async ValueTask DisposeAsync()
    {
        await connections.DisposeAsync();
        await Database.DisposeAsync();
    }
}
