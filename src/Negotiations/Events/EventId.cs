using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Negotiations;

/// <summary>Identifiers of events that are the same on every machine.</summary>
/// <remarks>Name-based UUIDs of version 5, RFC 9562 section 5.5.</remarks>
public static class EventId
{
    /// <summary>The namespace of all identifiers of this program; it never changes.</summary>
    private static readonly Guid Namespace = new("6d1f6a2e-0c0e-5b7b-9c55-3f2a7a3b8f10");

    /// <summary>The identifier of a report in a version of an article.</summary>
    public static Guid ForReport(string stream, string version, string report) =>
        Compute(stream, version, "report", report);

    /// <summary>The identifier of the event that introduces a version of an article.</summary>
    public static Guid ForVersion(string stream, string version) => Compute(stream, version, "version");

    /// <summary>The identifier of a correction.</summary>
    public static Guid ForCorrection(string stream, string correction) => Compute(stream, "correction", correction);

    /// <summary>The identifier of a definition of a negotiation.</summary>
    /// <param name="stream">The negotiation's stream.</param>
    /// <param name="ordinal">Its version in the stream, counted from 1.</param>
    public static Guid ForDefinition(string stream, long ordinal) =>
        Compute(stream, "definition", ordinal.ToString(CultureInfo.InvariantCulture));

    /// <summary>The identifier of the event that says that another one was erased.</summary>
    public static Guid ForErasure(string stream, Guid erased) => Compute(stream, "erasure", erased.ToString());

    // Line feeds separate the parts: no identifier contains one, so different parts never give the same name.
    private static Guid Compute(params ReadOnlySpan<string> parts)
    {
        var name = Encoding.UTF8.GetBytes(string.Join('\n', parts));
        Span<byte> input = stackalloc byte[16];
        Namespace.TryWriteBytes(input, bigEndian: true, out _);
        var hash = SHA1.HashData([.. input, .. name]);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
