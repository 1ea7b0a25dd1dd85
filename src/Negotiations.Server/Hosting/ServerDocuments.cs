using Marten;

namespace Negotiations.Server;

/// <summary>What the server keeps in Marten beside the store of events.</summary>
public static class ServerDocuments
{
    /// <summary>Registers the documents of the server.</summary>
    public static void Register(StoreOptions options)
    {
        options
            .Schema.For<PublishedChange>()
            .DocumentAlias("published_change")
            .Identity(change => change.Id)
            .Index(change => change.Negotiation);
        options.Schema.For<PendingRevisit>().DocumentAlias("due_check").Identity(check => check.Stream);
    }
}
