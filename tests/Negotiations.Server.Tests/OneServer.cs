namespace Negotiations.Server.Tests;

/// <summary>The tests that share one server, each with talks of its own.</summary>
[CollectionDefinition(Name)]
public sealed class OneServer : ICollectionFixture<RunningServer>
{
    public const string Name = "one server";
}
