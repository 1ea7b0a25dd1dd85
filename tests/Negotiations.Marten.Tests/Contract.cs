using Xunit.Abstractions;

namespace Negotiations.Marten.Tests;

// The contract of every store, on Marten.

public sealed class Appending : AppendingContract<MartenStoreHost>;

public sealed class Reading : ReadingContract<MartenStoreHost>;

public sealed class DecisionsOnAllOfANegotiation : DecisionsOnAllOfANegotiationContract<MartenStoreHost>;

public sealed class TheRecordClock : RecordClockContract<MartenStoreHost>;

public sealed class Snapshots : SnapshotContract<MartenStoreHost>;

public sealed class Erasing : ErasureContract<MartenStoreHost>;

public sealed class RandomHistories(ITestOutputHelper output) : RandomHistoriesContract<MartenStoreHost>(output);

// The same, each in a database that the other has made.

public sealed class AppendingToAnEmbeddedStore : AppendingContract<MartenOnEmbeddedHost>;

public sealed class ReadingOfAnEmbeddedStore : ReadingContract<MartenOnEmbeddedHost>;

public sealed class DecisionsOnAllOfANegotiationInAnEmbeddedStore : DecisionsOnAllOfANegotiationContract<MartenOnEmbeddedHost>;

public sealed class TheRecordClockOfAnEmbeddedStore : RecordClockContract<MartenOnEmbeddedHost>;

public sealed class SnapshotsOfAnEmbeddedStore : SnapshotContract<MartenOnEmbeddedHost>;

public sealed class ErasingInAnEmbeddedStore : ErasureContract<MartenOnEmbeddedHost>;

public sealed class RandomHistoriesInAnEmbeddedStore(ITestOutputHelper output) : RandomHistoriesContract<MartenOnEmbeddedHost>(output);

public sealed class AppendingToMartensTables : AppendingContract<EmbeddedOnMartenHost>;

public sealed class ReadingOfMartensTables : ReadingContract<EmbeddedOnMartenHost>;

public sealed class DecisionsOnAllOfANegotiationInMartensTables : DecisionsOnAllOfANegotiationContract<EmbeddedOnMartenHost>;

public sealed class TheRecordClockOnMartensTables : RecordClockContract<EmbeddedOnMartenHost>;

public sealed class SnapshotsOfMartensTables : SnapshotContract<EmbeddedOnMartenHost>;

public sealed class ErasingInMartensTables : ErasureContract<EmbeddedOnMartenHost>;

public sealed class RandomHistoriesInMartensTables(ITestOutputHelper output) : RandomHistoriesContract<EmbeddedOnMartenHost>(output);
