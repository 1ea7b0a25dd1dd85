namespace Negotiations;

/// <summary>How a person's absence came about.</summary>
public enum AbsenceKind
{
    /// <summary>It was announced.</summary>
    Announced,

    /// <summary>The person stayed away.</summary>
    NoShow,
}
