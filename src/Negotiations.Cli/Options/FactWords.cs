namespace Negotiations.Cli.Options;

/// <summary>How facts are named on a command line.</summary>
internal static class FactWords
{
    /// <summary>What the help says of the argument.</summary>
    /// <param name="example">A key, or a part of one.</param>
    public static string Describe(string example) =>
        $"Only facts whose key begins so or has these segments, such as {example}, or attendance, or somebody's name";
}
