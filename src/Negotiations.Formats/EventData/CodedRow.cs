namespace Negotiations.Formats;

/// <summary>A row of the table of events: an act under a scheme.</summary>
/// <param name="Act">The act.</param>
/// <param name="Scheme">The scheme.</param>
public sealed record CodedRow(CodedAct Act, EventScheme Scheme)
{
    /// <summary>The code as the scheme writes it; null where it has none.</summary>
    public string? Code => Scheme == EventScheme.Cameo ? Act.Code.Cameo : Act.Code.Plover?.Event;

    /// <summary>The mode, in PLOVER.</summary>
    public string? Mode => Scheme == EventScheme.Plover ? Act.Code.Plover?.Mode : null;

    /// <summary>The context, in PLOVER.</summary>
    public string? Context => Scheme == EventScheme.Plover ? Act.Code.Plover?.Context : null;

    /// <summary>How well the code fits.</summary>
    public CodeFit Fit => Code is null ? CodeFit.None : Act.Code.Fit;
}
