namespace Negotiations.Tests.Laws;

/// <summary>Random choices that follow from a seed.</summary>
internal sealed class Dice(int seed)
{
    // With a seed of its own, Random gives the same numbers in every version of .NET.
    private readonly Random random = new(seed);

    public int Below(int end) => random.Next(end);

    public int Between(int first, int last) => random.Next(first, last + 1);

    public bool Chance(int percent) => random.Next(100) < percent;

    public T Pick<T>(IReadOnlyList<T> options) => options[random.Next(options.Count)];

    public T? Maybe<T>(T value)
        where T : class => Chance(50) ? value : null;

    public T Weighted<T>(params ReadOnlySpan<(int Weight, T Value)> options)
    {
        var total = 0;
        foreach (var option in options)
            total += option.Weight;
        var place = random.Next(total);
        foreach (var (weight, value) in options)
        {
            if (place < weight)
                return value;
            place -= weight;
        }

        throw new ArgumentException("no option has a weight", nameof(options));
    }

    public List<T> Shuffle<T>(IEnumerable<T> items)
    {
        T[] shuffled = [.. items];
        random.Shuffle(shuffled);
        return [.. shuffled];
    }

    public List<T> Some<T>(IEnumerable<T> items, int count) => [.. Shuffle(items).Take(count)];
}
