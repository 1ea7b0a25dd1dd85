using System.Collections.Concurrent;
using NodaTime;

namespace Negotiations;

/// <summary>Facts as bytes: what is kept ready is read far more often than written, and only by this program.</summary>
/// <remarks>
/// The format is that of <see cref="FactRules.Version"/>: facts that were kept by another version of the program are
/// made
/// anew and never read.
/// </remarks>
public static class FactStateFormat
{
    // Few dates stand in very many facts.
    private static readonly ConcurrentDictionary<string, Edtf> Dates = new(StringComparer.Ordinal);

    /// <summary>Writes a fact, but for its key.</summary>
    public static void Write(BinaryWriter writer, FactState fact)
    {
        writer.Write(fact.Value.Status);
        writer.Write(fact.Value.Json);
        writer.Write7BitEncodedInt(fact.Value.Fullness);
        writer.Write((byte)fact.Standing);
        writer.Write((byte)fact.Modality);
        writer.Write(fact.Happened.Text);
        Write(writer, fact.KnownFrom);
        Write(writer, fact.Since);
        Write(writer, fact.Because);
        Write(writer, fact.DatedBy);
        Write(writer, fact.Against);
        writer.Write7BitEncodedInt(fact.DetailFrom.Count);
        foreach (var (detail, report) in fact.DetailFrom.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            writer.Write(detail);
            Write(writer, report);
        }

        writer.Write7BitEncodedInt(fact.Origins);
        writer.Write7BitEncodedInt(fact.Carriers);
        writer.Write(fact.Disputed);
        Write(writer, fact.Assumes);
        Write(writer, fact.Corrections);
        Write(writer, fact.Flags);
    }

    /// <summary>Reads the fact with a key.</summary>
    public static FactState Read(string key, BinaryReader reader) =>
        new()
        {
            Key = key,
            Value = new(reader.ReadString(), reader.ReadString(), reader.Read7BitEncodedInt()),
            Standing = (Standing)reader.ReadByte(),
            Modality = (Modality)reader.ReadByte(),
            Happened = Dates.GetOrAdd(reader.ReadString(), Edtf.Parse),
            KnownFrom = ReadInstant(reader),
            Since = ReadInstant(reader),
            Because = ReadIds(reader),
            DatedBy = ReadIds(reader),
            Against = ReadIds(reader),
            DetailFrom = ReadDetails(reader),
            Origins = reader.Read7BitEncodedInt(),
            Carriers = reader.Read7BitEncodedInt(),
            Disputed = reader.ReadBoolean(),
            Assumes = ReadTexts(reader),
            Corrections = ReadIds(reader),
            Flags = ReadTexts(reader),
        };

    /// <summary>A fact as bytes.</summary>
    public static byte[] Write(FactState fact)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        Write(writer, fact);
        return bytes.ToArray();
    }

    /// <summary>Reads the fact with a key from its bytes.</summary>
    public static FactState Read(string key, byte[] bytes) => Read(key, new BinaryReader(new MemoryStream(bytes)));

    private static void Write(BinaryWriter writer, Instant time)
    {
        var sinceEpoch = time - NodaConstants.UnixEpoch;
        writer.Write(sinceEpoch.Days);
        writer.Write(sinceEpoch.NanosecondOfDay);
    }

    private static Instant ReadInstant(BinaryReader reader) =>
        NodaConstants.UnixEpoch + Duration.FromDays(reader.ReadInt32()) + Duration.FromNanoseconds(reader.ReadInt64());

    private static void Write(BinaryWriter writer, Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        writer.Write(bytes);
    }

    private static Guid ReadId(BinaryReader reader)
    {
        Span<byte> bytes = stackalloc byte[16];
        reader.ReadExactly(bytes);
        return new(bytes);
    }

    private static void Write(BinaryWriter writer, IReadOnlyList<Guid> ids)
    {
        writer.Write7BitEncodedInt(ids.Count);
        foreach (var id in ids)
            Write(writer, id);
    }

    private static IReadOnlyList<Guid> ReadIds(BinaryReader reader)
    {
        var ids = new Guid[reader.Read7BitEncodedInt()];
        for (var place = 0; place < ids.Length; place++)
            ids[place] = ReadId(reader);
        return ids;
    }

    private static void Write(BinaryWriter writer, IReadOnlyList<string> texts)
    {
        writer.Write7BitEncodedInt(texts.Count);
        foreach (var text in texts)
            writer.Write(text);
    }

    private static IReadOnlyList<string> ReadTexts(BinaryReader reader)
    {
        var texts = new string[reader.Read7BitEncodedInt()];
        for (var place = 0; place < texts.Length; place++)
            texts[place] = reader.ReadString();
        return texts;
    }

    private static Dictionary<string, Guid> ReadDetails(BinaryReader reader)
    {
        var count = reader.Read7BitEncodedInt();
        var details = new Dictionary<string, Guid>(count, StringComparer.Ordinal);
        for (var place = 0; place < count; place++)
            details[reader.ReadString()] = ReadId(reader);
        return details;
    }
}
