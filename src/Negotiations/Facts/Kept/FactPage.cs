namespace Negotiations;

/// <summary>
/// What the facts of a round are, at one position of the record clock, for every bound of a stretch of the known clock.
/// </summary>
/// <remarks>
/// A page never changes: it is laid down once, and the revisions that come after it are laid over it. So a question
/// reads one page and few revisions, however long the history is.
/// </remarks>
/// <param name="KnownFrom">The first bound of the stretch (<see cref="KnownTick"/>).</param>
/// <param name="KnownUntil">The first bound after it.</param>
/// <param name="Entries">The facts that are there, each with the region over which it is this one; no two of one key
/// overlap.</param>
public sealed record FactPage(long KnownFrom, long KnownUntil, IReadOnlyList<FactEntry> Entries)
{
    /// <summary>A page of the whole known clock without facts.</summary>
    public static FactPage Empty { get; } = new(long.MinValue, KnownTick.Endless, []);

    /// <summary>The page with revisions laid over it, in the order of their positions.</summary>
    public FactPage With(IEnumerable<FactEntry> revisions)
    {
        var entries = Entries.GroupBy(entry => entry.Key).ToDictionary(group => group.Key, group => group.ToList());
        foreach (var revision in revisions)
        {
            var region = revision.Region.Within(KnownFrom, KnownUntil);
            if (region.KnownFrom >= region.KnownUntil)
                continue;
            var before = entries.GetValueOrDefault(revision.Key, []);
            entries[revision.Key] =
            [
                .. before.SelectMany(entry =>
                    entry.Region.Without(region).Select(left => entry with { Region = left })
                ),
                .. revision.Fact is null ? [] : new[] { revision with { Region = region } },
            ];
        }

        return this with
        {
            Entries = [.. entries.OrderBy(group => group.Key, StringComparer.Ordinal).SelectMany(group => group.Value)],
        };
    }

    /// <summary>The part of the page that lies in a stretch of the known clock.</summary>
    public FactPage Within(long from, long until) =>
        new(
            from,
            until,
            [
                .. Entries
                    .Select(entry => entry with { Region = entry.Region.Within(from, until) })
                    .Where(entry => entry.Region.KnownFrom < entry.Region.KnownUntil),
            ]
        );

    // Fewer entries are read as fast together as apart.
    private const int FewestEntries = 512;

    /// <summary>The page, or two in its place where it has more entries than twice those that are valid at
    /// once.</summary>
    /// <param name="fewest">Pages of fewer entries stay whole.</param>
    public IReadOnlyList<FactPage> Divide(int fewest = FewestEntries)
    {
        var atTheEnd = Entries.Count(entry => entry.Region.KnownUntil == KnownUntil);
        var times = Entries.Select(entry => entry.Region.KnownFrom).Where(time => time > KnownFrom).Order().ToList();
        if (Entries.Count < fewest || Entries.Count < 2 * atTheEnd || times.Count == 0)
            return [this];
        // What comes next as a rule became known after everything else: so the last stretch is cut at its end.
        var cut = KnownUntil == KnownTick.Endless ? times[^1] : times[times.Count / 2];
        return [Within(KnownFrom, cut), Within(cut, KnownUntil)];
    }

    /// <summary>The entries as bytes.</summary>
    /// <param name="isUnbounded">Those for questions without a bound on the happened clock; else the others.</param>
    public byte[] Write(bool isUnbounded)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        foreach (var entry in Entries.Where(entry => entry.IsUnbounded == isUnbounded))
        {
            var (region, fact) = (entry.Region, entry.Fact!);
            writer.Write(entry.Key);
            writer.Write(region.KnownFrom);
            writer.Write(region.KnownUntil);
            writer.Write(region.HappenedFrom);
            writer.Write(region.HappenedLast);
            writer.Write7BitEncodedInt(fact.Length);
            writer.Write(fact);
        }

        return bytes.ToArray();
    }

    /// <summary>Reads entries from their bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="wanted">Whether an entry is wanted; the others are skipped.</param>
    public static IEnumerable<FactEntry> Read(byte[] bytes, Func<string, FactRegion, bool> wanted)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        while (reader.BaseStream.Position < bytes.Length)
        {
            var key = reader.ReadString();
            FactRegion region = new(reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt32(), reader.ReadInt32());
            var length = reader.Read7BitEncodedInt();
            if (wanted(key, region))
                yield return new(key, region, reader.ReadBytes(length));
            else
                reader.BaseStream.Position += length;
        }
    }
}

/// <summary>A fact over a region.</summary>
/// <param name="Key">Key of the fact.</param>
/// <param name="Region">The region.</param>
/// <param name="Fact">The fact (<see cref="FactStateFormat"/>); null where it is not there.</param>
public sealed record FactEntry(string Key, FactRegion Region, byte[]? Fact)
{
    /// <summary>Whether questions without a bound on the happened clock see it.</summary>
    public bool IsUnbounded => Region.HappenedLast == HappenedDay.Unbounded;
}
