namespace Negotiations.Coding;

/// <summary>Where a field stands in a coded file.</summary>
/// <param name="Line">The line, counted from 1; 0 where it is not known.</param>
/// <param name="Column">The column, counted from 1; 0 where it is not known.</param>
public readonly record struct FieldPlace(int Line, int Column);
