using System.Collections.Concurrent;
using Xunit.Abstractions;

namespace Negotiations.Tests.Laws;

/// <summary>Holds a law on many random histories.</summary>
/// <remarks>
/// The environment variable <c>NEGOTIATIONS_SEED</c> repeats a run; <c>NEGOTIATIONS_CASES</c> makes it longer.
/// </remarks>
internal sealed class Trials(ITestOutputHelper output)
{
    public static int Seed => TestSettings.Seed;

    public static int Count { get; } = TestSettings.ReadCases(300);

    // The tests of all laws share their histories, for making one takes longer than most laws.
    private static readonly ConcurrentDictionary<int, Trial> Made = new();

    public static Trial At(int number) => number < 2000 ? Made.GetOrAdd(number, Make) : Make(number);

    private static Trial Make(int number) => Trial.Random(TestSettings.SeedCase(number));

    /// <summary>
    /// Asserts that answers keep a law; else shows the smallest history found on which they break it.
    /// </summary>
    public void Hold(Law law, AnswerFunction answering) => Hold(trial => law(trial, answering));

    /// <summary>Asserts that a law which is not about answers is kept.</summary>
    public void Hold(Func<Trial, string?> law)
    {
        output.WriteLine($"NEGOTIATIONS_SEED={Seed}, {Count} cases");
        if (FirstBroken(law) is { } number)
            Assert.Fail(Describe(law, number));
    }

    /// <summary>How a law is broken in a case, on the smallest history found.</summary>
    public static string Describe(Func<Trial, string?> law, int number)
    {
        var smallest = Shrinker.Smallest(At(number), candidate => Try(law, candidate) is not null);
        return $"Broken with NEGOTIATIONS_SEED={Seed} at case {number}: "
            + $"{Try(law, smallest)}\n\n{Counterexample.Format(smallest)}";
    }

    /// <summary>Asserts that a law finds a planted fault.</summary>
    public void Find(string fault, Law law, AnswerFunction faulty) => Find(fault, trial => law(trial, faulty));

    /// <summary>Asserts that a law which is not about answers finds a planted fault.</summary>
    public void Find(string fault, Func<Trial, string?> law)
    {
        var found = FirstBroken(law)
            ?? throw new Xunit.Sdk.XunitException($"NEGOTIATIONS_SEED={Seed}: '{fault}' not found in {Count} cases");
        output.WriteLine($"NEGOTIATIONS_SEED={Seed}: '{fault}' found at case {found}");
    }

    /// <summary>The first case in which a law is broken, or null.</summary>
    public static int? FirstBroken(Func<Trial, string?> law)
    {
        for (var number = 0; number < Count; number++)
        {
            if (Try(law, At(number)) is not null)
                return number;
        }

        return null;
    }

    private static string? Try(Func<Trial, string?> law, Trial trial)
    {
        try
        {
            return law(trial);
        }
        catch (Exception exception)
        {
            return exception.ToString();
        }
    }
}
