using Negotiations.Store;

// A process of its own that uses the embedded cluster until its input ends: what it says on its output is read by
// tests.
try
{
    await using (var cluster = await EmbeddedCluster.StartAsync(args[0], progress: Console.Error.WriteLine))
    {
        Console.WriteLine(cluster.ConnectionString);
        Console.In.ReadToEnd();
    }

    return 0;
}
catch (Exception exception) when (exception is ClusterException or PostgresNotFoundException)
{
    Console.Error.WriteLine(exception.Message);
    return 3;
}
