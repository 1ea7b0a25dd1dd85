namespace Negotiations.Server.Tests;

/// <summary>The tests that share one host, each with talks of its own.</summary>
[CollectionDefinition(Name)]
public sealed class OneHost : ICollectionFixture<RunningHost>
{
    public const string Name = "one host";
}
