namespace Negotiations.Bench;

/// <summary>
/// The middle of a history on the clock of appending: so far the store had come when half of it was in.
/// </summary>
/// <param name="Stream">The article whose version came in in the middle.</param>
/// <param name="Position">The last position by then, as each store that holds nothing else gives it.</param>
public sealed record Halfway(string Stream, long Position)
{
    public static Halfway Find(DrawnHistory history)
    {
        var place = history.Arrivals.Count / 2;
        while (history.Arrivals[place].Version is null)
            place++;
        return new(
            history.Arrivals[place].Stream,
            history.Arrivals.Take(place + 1).Sum(arrival => arrival.Events.Count)
        );
    }
}
