namespace Negotiations;

/// <summary>The part that a report plays in a fact.</summary>
public enum ReportRole
{
    /// <summary>It says the value.</summary>
    Because,

    /// <summary>It only sets a date or an order from which the value follows.</summary>
    DatedBy,

    /// <summary>It stands against the value.</summary>
    Against,

    /// <summary>It says something else, which was overtaken, or says less.</summary>
    Superseded,

    /// <summary>It says the same, but is not what the value rests on.</summary>
    Earlier,

    /// <summary>It denies an act on which the value does not rest.</summary>
    Denied,

    /// <summary>It said something of the fact until a correction took that back.</summary>
    Withdrawn,

    /// <summary>It said something of the fact until a later version of its article put another in its place.</summary>
    Replaced,
}

/// <summary>Why a report plays its part.</summary>
public enum RoleReason
{
    /// <summary>It says the value.</summary>
    SaysSo,

    /// <summary>It says the value, and gives a detail on which the deciding report is silent.</summary>
    GivesADetail,

    /// <summary>It dates the act, or sets its place among others.</summary>
    DatesTheAct,

    /// <summary>It denies the act on which the value rests.</summary>
    DeniesIt,

    /// <summary>A denial on the record knocked it out.</summary>
    KnockedOut,

    /// <summary>It denies what was told, and knocked that out.</summary>
    KnocksOut,

    /// <summary>It says something else of the same act.</summary>
    SaysOtherwiseOfTheAct,

    /// <summary>It is later, but not of that side, or repeats what was put off, or cannot undo what is over.</summary>
    LaterButOutranked,

    /// <summary>It is earlier, but of a stronger standing.</summary>
    StrongerButEarlier,

    /// <summary>It said so before; something else lay between.</summary>
    SaidSoBefore,

    /// <summary>It says the same, of a time from which the value does not follow.</summary>
    SaysSoToo,

    /// <summary>It says the same, but is not of that side.</summary>
    SaysSoOutranked,

    /// <summary>It tells of an earlier stage of the same course.</summary>
    EarlierStage,

    /// <summary>It says less than the value.</summary>
    SaysLess,

    /// <summary>What it says was overtaken by what happened later.</summary>
    Overtaken,

    /// <summary>It denies an act on which the value does not rest.</summary>
    DeniesSomethingElse,

    /// <summary>A correction took it back.</summary>
    TakenBack,

    /// <summary>A later version of its article put another report in its place.</summary>
    ReplacedByAVersion,
}
