namespace Negotiations.Server.Pages;

/// <summary>What a page shows of a negotiation.</summary>
public enum PageView
{
    /// <summary>The state, of the round that is the last one then.</summary>
    State,

    /// <summary>The state of a round that is named.</summary>
    Round,

    /// <summary>What changed between two times.</summary>
    Compare,

    /// <summary>One fact, with who says so.</summary>
    Fact,

    /// <summary>Where each side stands on each issue.</summary>
    Positions,

    /// <summary>The acts of a round, as a picture and as a table.</summary>
    Timeline,

    /// <summary>The articles, or one of them.</summary>
    Articles,

    /// <summary>The corrections.</summary>
    Corrections,

    /// <summary>The sources, with what each alone supports.</summary>
    Sources,

    /// <summary>Whether the record is whole, and where the sourcing is weak.</summary>
    Audit,
}
