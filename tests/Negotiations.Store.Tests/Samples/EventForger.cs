namespace Negotiations.Store.Tests;

/// <summary>What somebody who may append puts in beside the program.</summary>
public static class EventForger
{
    /// <summary>SQL for an erasure of the only event of the sample stream that never was.</summary>
    public static string Erasure(Guid id) =>
        Event($$"""{"event": "{{id}}", "who": "x", "reason": "y", "format": 1}""", "'payload_erased'");

    /// <summary>SQL for one more event in the sample stream.</summary>
    /// <param name="data">Its data.</param>
    /// <param name="type">SQL for its type.</param>
    public static string Event(string data, string type = "type") =>
        $"""
            update mt_streams set version = 2;
            insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type, is_archived)
            select nextval('mt_events_sequence'), gen_random_uuid(), stream_id, 2, '{data}', {type}, now(),
                   mt_dotnet_type, false
              from mt_events
            """;
}
