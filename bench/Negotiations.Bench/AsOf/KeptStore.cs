using Negotiations.Store;
using Npgsql;

namespace Negotiations.Bench;

/// <summary>The facts that are kept ready, and parts of the log where reasons are asked for.</summary>
public sealed class KeptStore : IAsOfStore
{
    private readonly NpgsqlDataSource connections;
    private readonly MartenEventStore store;
    private string? negotiation;

    private KeptStore(BenchDatabase database, NpgsqlDataSource connections, MartenEventStore store) =>
        (Database, this.connections, this.store) = (database, connections, store);

    public string Name => "kept";

    public BenchDatabase Database { get; }

    public static async Task<IAsOfStore> CreateAsync(string connection)
    {
        var database = await BenchDatabase.CreateAsync(connection);
        await MartenEventStore.OpenAsync(database.Source);
        var connections = await ProgramConnections.CreateAsync(database.Connection);
        return new KeptStore(database, connections, await MartenEventStore.OpenExistingAsync(connections));
    }

    public async Task FillAsync(IEnumerable<Arrival> arrivals)
    {
        var negotiations = new HashSet<string>(StringComparer.Ordinal);
        var pending = 0;
        foreach (var arrival in arrivals)
        {
            await store.AppendAsync(arrival.Stream, arrival.ExpectedVersion, arrival.Events);
            negotiations.Add(StreamName.ParseNegotiation(arrival.Stream)!);
            pending += arrival.Events.Count;
            if (pending < 2_000)
                continue;
            pending = 0;
            await CatchUpAsync(negotiations);
        }

        await CatchUpAsync(negotiations);
    }

    public async Task AppendAsync(Arrival arrival)
    {
        await store.AppendAsync(arrival.Stream, arrival.ExpectedVersion, arrival.Events);
        negotiation = StreamName.ParseNegotiation(arrival.Stream)!;
        await store.KeepFactsAsync(negotiation);
    }

    public async Task<AsOfState?> StateAsync(Question question, string part)
    {
        var kept = await store.FindKeptAsync(question, part.Length == 0 ? null : [part.Split('/')[0]]);
        return new([.. kept!.Facts.Where(fact => FactKeys.Admits(fact.Key, part))], kept.Settled.Position);
    }

    public async Task<int?> HistoryAsync(Question question, string part)
    {
        var (answer, log) = await store.AskAboutAsync(question, part);
        return AnswerHistory.Trace(answer, log, part).Changes.Count;
    }

    public async Task<int?> BlameAsync(Question question, string part)
    {
        var (answer, log) = await store.AskAboutAsync(question, part);
        return Blame.Trace(answer, log, part).Facts.Sum(fact => fact.Reports.Count);
    }

    public async Task<int?> DiffAsync(Question from, Question to, string part) =>
        FactDifferences.Between((await StateAsync(from, part))!.Facts, (await StateAsync(to, part))!.Facts).Count;

    public async Task<int?> PlanAsync(Correction correction) =>
        CorrectionPlan
            .Create(await store.ReadLogAsync(correction.Negotiation, recordedBy: null), correction)
            .Effects.Count;

    public async Task<int?> RebuildAsync()
    {
        await store.RebuildFactsAsync();
        return 1;
    }

    private async Task CatchUpAsync(HashSet<string> negotiations)
    {
        foreach (var one in negotiations)
            await store.KeepFactsAsync(one);
        negotiations.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await connections.DisposeAsync();
        await Database.DisposeAsync();
    }
}
