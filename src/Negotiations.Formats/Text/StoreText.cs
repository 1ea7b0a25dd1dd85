using System.Globalization;

namespace Negotiations.Formats;

/// <summary>What a store is and holds, in words.</summary>
public static class StoreText
{
    public static IEnumerable<string> Describe(StoreDescription store)
    {
        yield return $"Where         {store.Where}";
        yield return $"Server        PostgreSQL {store.Server}";
        yield return $"Schema        {store.Schema}"
            + (store.Marten is null ? ", of an older program: the next command that appends brings it up to date" : "")
            + (store.Marten is null ? "" : $", with the tables of Marten {store.Marten}");
        yield return $"Size          {FormatSize(store.Bytes)}";
        yield return store.Head is null
            ? "Record        empty"
            : $"Record        {Count(store.Last.Position, "position")}, the last of {store.Last.At}";
        if (store.Head is not null)
            yield return $"Chain head    {Convert.ToHexStringLower(store.Head)}";
        var width = store.Negotiations.Select(negotiation => negotiation.Id.Length).Append(0).Max();
        foreach (var (negotiation, index) in store.Negotiations.Select((negotiation, index) => (negotiation, index)))
        {
            yield return $"{(index == 0 ? "Negotiations" : ""), -12}  {negotiation.Id.PadRight(width)}  "
                + $"{Count(negotiation.Articles, "article")}, {Count(negotiation.Events, "event")}, "
                + $"the last at position {negotiation.LastPosition}";
        }
    }

    private static string Count(long number, string thing) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:#,0} {thing}{(number == 1 ? "" : "s")}");

    private static string FormatSize(long bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000.0:#,0.0} MB");
}
