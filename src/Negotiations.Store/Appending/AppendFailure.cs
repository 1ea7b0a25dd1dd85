using JasperFx.Events;
using Npgsql;

namespace Negotiations.Store;

/// <summary>Tells apart why Marten could not append.</summary>
public static class AppendFailure
{
    private static readonly IReadOnlySet<string> VersionKeys = new HashSet<string>(StringComparer.Ordinal)
    {
        "pkey_mt_streams_id",
        "pk_mt_events_stream_and_version",
    };

    /// <summary>Whether somebody else appended to the stream in between: then read it again and decide anew.</summary>
    public static bool IsConcurrency(Exception exception) =>
        Chain(exception)
            .Any(one =>
                one is ConcurrencyException or EventStreamUnexpectedMaxEventIdException
                || (Violated(one) is { } constraint && VersionKeys.Contains(constraint))
            );

    /// <summary>Whether an event is in the store already, or given twice.</summary>
    public static bool IsDuplicate(Exception exception) =>
        Chain(exception)
            .Any(one => one is DuplicateEventException || Violated(one) == "negotiations_record_event_id_key");

    /// <summary>
    /// Whether the server refused the commit because another one came first (SQLSTATE 40001). Marten does not commit it
    /// again: what was decided on the earlier state may be wrong by now. So read again and decide anew.
    /// </summary>
    public static bool IsSerializationFailure(Exception exception) =>
        Chain(exception).Any(one => one is PostgresException { SqlState: PostgresErrorCodes.SerializationFailure });

    /// <summary>Whether it was stopped: it took too long, or the program was to end.</summary>
    public static bool IsCancelled(Exception exception) =>
        Chain(exception)
            .Any(one =>
                one is OperationCanceledException or PostgresException { SqlState: PostgresErrorCodes.QueryCanceled }
            );

    /// <summary>
    /// Whether the database failed in a way that passes: a lost connection, a deadlock, a server that stops or starts.
    /// </summary>
    public static bool IsTransient(Exception exception) =>
        Chain(exception)
            .Any(one =>
                one is TimeoutException or NpgsqlException { IsTransient: true }
                || IsWithoutHost(one)
                || (
                    one is PostgresException { SqlState: var state }
                    && state.StartsWith("57P", StringComparison.Ordinal)
                )
            );

    /// <summary>
    /// What the server or the connection to it said, behind an exception of Marten's; null where it is that itself.
    /// </summary>
    public static NpgsqlException? FindServerFailure(Exception exception) =>
        exception is NpgsqlException ? null : Chain(exception).OfType<NpgsqlException>().FirstOrDefault();

    // Of several hosts none is the primary, or none can be reached: Npgsql wraps what each of them said.
    private static bool IsWithoutHost(Exception exception) =>
        exception is NpgsqlException { InnerException: null or AggregateException } and not PostgresException;

    private static string? Violated(Exception exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: var constraint }
            ? constraint
            : null;

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (Exception? one = exception; one is not null; one = one.InnerException)
            yield return one;
    }
}
