namespace Negotiations.Postgres.Tests;

// The contract of every store, on the embedded one.

public sealed class Appending : AppendingContract<EmbeddedHost>;

public sealed class Reading : ReadingContract<EmbeddedHost>;

public sealed class DecisionsOnAllOfANegotiation : DecisionsOnAllOfANegotiationContract<EmbeddedHost>;

public sealed class TheRecordClock : RecordClockContract<EmbeddedHost>;

public sealed class Snapshots : SnapshotContract<EmbeddedHost>;

public sealed class Erasing : ErasureContract<EmbeddedHost>;

public sealed class RandomHistories(Xunit.Abstractions.ITestOutputHelper output) : RandomHistoriesContract<EmbeddedHost>(output);
