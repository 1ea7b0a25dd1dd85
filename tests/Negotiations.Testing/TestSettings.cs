using System.Globalization;

namespace Negotiations.Testing;

/// <summary>What a run of the tests is told by the environment.</summary>
public static class TestSettings
{
    /// <summary>The seed of what is random; <c>NEGOTIATIONS_SEED</c> repeats a run.</summary>
    public static int Seed { get; } = ReadNumber("NEGOTIATIONS_SEED") ?? Environment.TickCount & 0xFFFFFF;

    /// <summary>The number of random cases; <c>NEGOTIATIONS_CASES</c> makes a run longer.</summary>
    /// <param name="usual">How many there are where it says nothing.</param>
    public static int ReadCases(int usual) => ReadNumber("NEGOTIATIONS_CASES") ?? usual;

    /// <summary>The seed of one case.</summary>
    public static int SeedCase(int number) => unchecked((Seed * 1_000_003) + number);

    /// <summary>A whole number; null where the variable is not set.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static int? ReadNumber(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text
            ? int.TryParse(text, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw new FormatException($"{name}: '{text}' is not a whole number")
            : null;
}
