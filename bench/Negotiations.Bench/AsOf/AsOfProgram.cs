using System.Diagnostics;
using Marten;

namespace Negotiations.Bench;

/// <summary>Every way to answer as of a time, side by side in one run on one server: <c>asof</c>.</summary>
internal static class AsOfProgram
{
    private const int WarmUp = 60;

    /// <summary>The ways to answer the program's own questions; the first is what others must be equal to.</summary>
    private static readonly IReadOnlyList<(
        string Name,
        int MostReports,
        Func<string, Task<IAsOfStore>> Create
    )> Stores = [("fold", 100_000, FoldStore.CreateAsync), ("kept", 1_000_000, KeptStore.CreateAsync)];

    /// <summary>All that can be measured.</summary>
    public static IReadOnlyList<string> Names { get; } =
    ["raw", .. Stores.Select(store => store.Name), "marten", "emmett"];

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (AsOfOptions.Read(arguments) is not { } options)
        {
            Console.Error.WriteLine(AsOfOptions.Usage);
            return 2;
        }

        await using var server = await BenchServer.StartAsync(options.Connection);
        Console.WriteLine(
            $"{await Machine.DescribeAsync(server.Connection)}, Marten "
                + $"{typeof(DocumentStore).Assembly.GetName().Version!.ToString(3)}"
        );
        var round = RoundText.Draw(options.Seed);
        Console.WriteLine(
            $"A round's facts: {round.Facts.Count} in {Cells.Whole(round.Whole.Length)} bytes of JSON; "
                + $"{options.Negotiations} negotiations in a store"
        );
        Console.WriteLine();
        // The first ones are only there to warm up: what runs for the first time is compiled and loaded.
        var warmUp = options with { Sizes = [WarmUp], Limit = TimeSpan.FromSeconds(1) };
        await TakeAsync(WarmUp, warmUp, server.Connection, round, new([WarmUp]));
        var figures = new Figures(options.Sizes);
        foreach (var size in options.Sizes)
        {
            await TakeAsync(size, options, server.Connection, round, figures);
            // The large sizes take long: what is known so far is shown.
            Console.Error.WriteLine(figures.Write());
        }

        AddRatios(figures, options);
        Console.Write(figures.Write());
        Console.WriteLine(
            $"This program took {Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000} MB of memory at most."
        );
        return 0;
    }

    private static async Task TakeAsync(
        int size,
        AsOfOptions options,
        string connection,
        RoundText round,
        Figures figures
    )
    {
        var corpus = new CorpusOptions(size, options.Seed, options.Negotiations, options.OneRound);
        await using var raw = options.Stores.Contains("raw")
            ? await RawPostgres.CreateAsync(connection, round, options.Seed)
            : null;
        if (raw is not null)
            await raw.TakeAsync(new(corpus), size, figures, options.Limit);

        foreach (var (name, _, create) in ListStores(options).Where(store => size <= store.MostReports))
        {
            await using var store = await create(connection);
            var noted = new NotedCorpus(new(corpus), options.Seed);
            await new AsOfMeasurement(store, noted, size, figures, options.Limit, raw?.Beside).TakeAsync();
        }

        if (options.Stores.Contains("marten"))
        {
            await using var marten = await PlainMarten.CreateAsync(connection);
            await new PlainMartenPeer(marten, new(new(corpus), options.Seed), size, figures, options.Limit).TakeAsync();
        }

        if (options.Stores.Contains("emmett"))
        {
            await using var database = await BenchDatabase.CreateAsync(connection);
            await new EmmettPeer(database, size, figures, options.Limit).TakeAsync(round);
        }
    }

    private static IEnumerable<(string Name, int MostReports, Func<string, Task<IAsOfStore>> Create)> ListStores(
        AsOfOptions options
    ) => Stores.Where(store => options.Stores.Contains(store.Name));

    private static void AddRatios(Figures figures, AsOfOptions options)
    {
        foreach (var (name, _, _) in ListStores(options))
        {
            string Row(string what) => $"{name}: {what}";
            void Add(string table, string what, string other) =>
                figures.AddRatio(AsOfMeasurement.Ratios, $"{Row(what)} : {other}", (table, Row(what)), (table, other));
            Add(AsOfMeasurement.Questions, AsOfMeasurement.Everything, RawPostgres.Sequential);
            Add(AsOfMeasurement.Filling, "everything", RawPostgres.Copy);
            Add(AsOfMeasurement.Filling, "everything", PlainMartenPeer.Append);
            Add(AsOfMeasurement.Filling, AsOfMeasurement.Rebuild, PlainMartenPeer.Rebuild);
            AddPeers(PlainMartenPeer.Rounds);
            AddPeers(EmmettPeer.Round);

            // How many times as long the others take.
            void AddPeers(string other) =>
                figures.AddRatio(
                    AsOfMeasurement.Ratios,
                    $"{other} : {Row(AsOfMeasurement.RoundNow)}",
                    (AsOfMeasurement.Questions, other),
                    (AsOfMeasurement.Questions, Row(AsOfMeasurement.RoundNow))
                );
        }
    }
}
