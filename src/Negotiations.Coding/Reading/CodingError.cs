using YamlDotNet.RepresentationModel;

namespace Negotiations.Coding;

/// <summary>Something wrong in a coded file.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">The line, counted from 1; 0 where the whole file is meant.</param>
/// <param name="Field">The field, such as <c>events[3].details.kind</c>; empty where the whole file is meant.</param>
/// <param name="Message">What is wrong, and what to do.</param>
public sealed record CodingError(string File, int Line, string Field, string Message)
{
    /// <summary>The column, counted from 1; 0 where the whole line or file is meant.</summary>
    public int Column { get; init; }

    /// <summary>An error at a node of a YAML document.</summary>
    internal static CodingError At(string file, YamlNode node, string field, string message) =>
        new(file, (int)node.Start.Line, field, message) { Column = (int)node.Start.Column };

    /// <inheritdoc/>
    public override string ToString() =>
        $"{File}{(Line > 0 ? $":{Line}" : "")}: {(Field.Length > 0 ? $"{Field}: " : "")}{Message}";
}
