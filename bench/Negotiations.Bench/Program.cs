using Negotiations.Bench;

if (args is ["compare", .. var rest])
    return await ComparisonProgram.RunAsync(rest);
if (args is ["pages", .. var folders])
    return PageMeasurement.Run(folders);
if (args is ["write", .. var written])
    return CodedCorpus.Run(written);
if (args is ["fill", .. var filled])
    return await StoreFilling.RunAsync(filled);
if (args is ["asof", .. var asked])
    return await AsOfProgram.RunAsync(asked);
if (args is ["load", .. var loaded])
    return await ServerLoad.RunAsync(loaded);
if (args is ["corpus", .. var drawn])
    return CorpusDescription.Run(drawn);
var options = BenchOptions.Read(args, "Negotiations.Bench", [(1_000, 5), (10_000, 5), (100_000, 3)]);
if (options is null)
    return 2;

await using var server = await BenchServer.StartAsync(options.Connection);
Console.WriteLine(await Machine.DescribeAsync(server.Connection));
Console.WriteLine();

// The first history is only there to warm up: what runs for the first time is compiled and loaded.
await Measurement.TakeAsync(reports: 500, options.Seed, runs: 2, server.Connection, _ => { });
var measurements = new List<Measurement>();
foreach (var (reports, runs) in options.Sizes)
    measurements.Add(
        await Measurement.TakeAsync(reports, options.Seed, runs, server.Connection, Console.Error.WriteLine)
    );
Console.Write(Tables.Write(measurements));
return 0;
