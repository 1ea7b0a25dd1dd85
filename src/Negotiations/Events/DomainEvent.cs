using System.Text.Json;
using System.Text.Json.Serialization;

namespace Negotiations;

/// <summary>Something that was recorded and is never rewritten: the root of every event type.</summary>
/// <remarks>
/// The CLR name of an event type is stored with the event, so it never changes; that is why the namespace is flat and
/// the folders are free to move.
/// </remarks>
public abstract record DomainEvent
{
    /// <summary>The format in which the JSON of an event of this program is written.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The format of this event's JSON; older ones are read through <see cref="Upcasts"/>.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>
    /// Whether what the event said was erased: then nothing else of it is known, whatever its type requires.
    /// </summary>
    [JsonIgnore]
    public bool Erased { get; init; }

    /// <summary>Fields that this program does not know; they survive a round trip.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; init; }
}
