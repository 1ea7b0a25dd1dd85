using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Negotiations.Coding;

/// <summary>Refuses what no coded file has, before it is built up in memory.</summary>
/// <remarks>
/// Nested aliases make a small file grow without bound, and building up deep nesting exhausts the call stack.
/// </remarks>
internal static class YamlShape
{
    /// <summary>Several times what the deepest coded file has.</summary>
    private const int DeepestNesting = 32;

    /// <summary>The first thing that is refused, with its line; null where there is none.</summary>
    public static (int Line, string Message)? FindProblem(string text)
    {
        var parser = new Parser(new Scanner(new StringReader(text)));
        var depth = 0;
        var documents = 0;
        while (parser.MoveNext())
        {
            var current = parser.Current!;
            depth += current.NestingIncrease;
            if (depth > DeepestNesting)
                return At(current, "the values are nested too deeply");
            if (current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
                return At(current, "anchors and aliases are not supported; write the value out");
            if (current is DocumentStart && ++documents > 1)
                return At(
                    current,
                    "the file has more than one YAML document; write one article or negotiation per file"
                );
        }

        return null;
    }

    private static (int Line, string Message)? At(ParsingEvent @event, string message) =>
        ((int)@event.Start.Line, message);
}
