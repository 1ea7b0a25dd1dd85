namespace Negotiations.Formats;

/// <summary>How well a code fits an act.</summary>
public enum CodeFit
{
    /// <summary>The scheme has a code for just this.</summary>
    Exact,

    /// <summary>The nearest code of the scheme; the note says what it does not say.</summary>
    Nearest,

    /// <summary>There is no code; the note says why none is forced.</summary>
    None,
}
