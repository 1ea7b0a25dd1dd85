namespace Negotiations.Coding;

/// <summary>What somebody typed into a field of a form cannot be read.</summary>
/// <param name="field">The field, such as <c>chain</c>.</param>
/// <param name="message">What is wrong with it.</param>
public sealed class FieldFormatException(string field, string message) : FormatException(message)
{
    /// <summary>The field.</summary>
    public string Field { get; } = field;
}
