namespace Negotiations;

/// <summary>How the sides talk to each other.</summary>
public enum TalksForm
{
    /// <summary>At one table.</summary>
    Direct,

    /// <summary>Through a mediator.</summary>
    Indirect,

    /// <summary>In one place but not in one room: a mediator goes to and fro.</summary>
    Proximity,

    /// <summary>By video.</summary>
    Video,
}
