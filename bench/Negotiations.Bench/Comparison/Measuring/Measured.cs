namespace Negotiations.Bench;

/// <summary>What is timed.</summary>
public enum Measured
{
    /// <summary>Plain Marten fills an empty store.</summary>
    PlainAppend,

    /// <summary>The host fills an empty store.</summary>
    StoreAppend,

    /// <summary>Plain Marten, one article as of the middle of the appends.</summary>
    PlainArticleByMiddle,

    /// <summary>Plain Marten, all rounds as of the middle of the appends.</summary>
    PlainRoundsByMiddle,

    /// <summary>Plain Marten, all rounds now, from the events.</summary>
    PlainRounds,

    /// <summary>Plain Marten, all rounds now, from the documents of its projection.</summary>
    PlainRoundsKept,

    /// <summary>The host, the answer now from the document of its projection.</summary>
    StoreKept,

    /// <summary>The host, the state without a bound.</summary>
    StoreState,

    /// <summary>The host, the state recorded by the middle of the appends.</summary>
    StoreRecordedByMiddle,

    /// <summary>The host, the state known by the middle of the history.</summary>
    StoreKnownByMiddle,

    /// <summary>Marten's daemon makes the rounds of plain Marten again.</summary>
    PlainRebuild,

    /// <summary>Marten's daemon makes the kept answer of the host again.</summary>
    StoreRebuild,

    /// <summary>The embedded store compares all its answers with those of its streams.</summary>
    Verification,
}
