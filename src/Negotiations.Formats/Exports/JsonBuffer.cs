using System.Text.Json;

namespace Negotiations.Formats;

/// <summary>Keeps what a writer holds in memory small.</summary>
public static class JsonBuffer
{
    private const int Large = 1 << 16;

    /// <summary>Hands what was written on when it has become much.</summary>
    public static void FlushWhenLarge(Utf8JsonWriter writer)
    {
        if (writer.BytesPending > Large)
            writer.Flush();
    }
}
