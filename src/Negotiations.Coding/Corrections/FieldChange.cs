namespace Negotiations.Coding;

/// <summary>A new value of a field, as somebody writes it.</summary>
/// <param name="Group">The group of a coded file in which the field stands: <c>amend</c>, <c>reattribute</c>,
/// <c>redate</c>, <c>reassign</c>.</param>
/// <param name="Field">The field.</param>
/// <param name="Value">The value: plain text, YAML or JSON.</param>
public sealed record FieldChange(string Group, string Field, string Value)
{
    /// <summary>The field, and not its value: that is for no log.</summary>
    public override string ToString() => $"{Group}.{Field}";
}
