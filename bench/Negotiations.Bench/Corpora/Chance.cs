namespace Negotiations.Bench;

/// <summary>Draws from a seeded source, so that the same seed gives the same corpus.</summary>
public static class Chance
{
    /// <summary>Whether something comes up that does so in so many of a hundred cases.</summary>
    public static bool Percent(this Random random, double percent) => random.NextDouble() * 100 < percent;

    /// <summary>One of some things.</summary>
    public static T Pick<T>(this Random random, IReadOnlyList<T> things) => things[random.Next(things.Count)];

    /// <summary>Some of some things, each at most once.</summary>
    public static IReadOnlyList<T> PickSome<T>(this Random random, IReadOnlyList<T> things, int count) =>
        [.. random.GetItems([.. things], count).Distinct()];

    /// <summary>A number from 1 to a greatest, the small ones much more often.</summary>
    public static int Few(this Random random, int greatest)
    {
        var number = 1;
        while (number < greatest && random.Percent(60))
            number++;
        return number;
    }

    /// <summary>One of some things, each as often as its weight.</summary>
    public static T Weighted<T>(this Random random, IReadOnlyList<(int Weight, T Thing)> things)
    {
        var place = random.Next(things.Sum(thing => thing.Weight));
        foreach (var (weight, thing) in things)
        {
            if (place < weight)
                return thing;
            place -= weight;
        }

        throw new ArgumentException("nothing has a weight", nameof(things));
    }
}
