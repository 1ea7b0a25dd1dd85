using Npgsql;

namespace Negotiations.Store;

/// <summary>What our statements need of a session, whatever a server, a database or a user has set.</summary>
internal static class SessionSettings
{
    private static readonly (string Name, string Value)[] All =
    [
        // A function or a table of that name in another schema, which a database may name for all, is never meant.
        ("search_path", "pg_catalog, pg_temp"),
        // Compiling a statement takes longer than running it: no statement of ours runs for seconds.
        ("jit", "off"),
        // How the server writes names and values as text, and reads literals.
        ("quote_all_identifiers", "off"),
        ("standard_conforming_strings", "on"),
        ("bytea_output", "hex"),
        ("DateStyle", "ISO, YMD"),
        ("IntervalStyle", "postgres"),
        ("TimeZone", "UTC"),
        ("extra_float_digits", "1"),
        ("array_nulls", "on"),
        ("transform_null_equals", "off"),
        // A commit that was overtaken is noticed by the store's own means, which count on this.
        ("default_transaction_isolation", "read committed"),
        ("default_transaction_read_only", "off"),
        ("default_transaction_deferrable", "off"),
        // How long a command may take is for the client to say (Command Timeout), which knows what it asked for.
        ("statement_timeout", "0"),
        ("idle_in_transaction_session_timeout", "0"),
    ];

    // The server is to say that it waited for a lock before the client gives up, which would not know.
    private const int SecondsBefore = 5;

    // More than the store has of statements that come often.
    private const int MostPrepared = 64;

    private static readonly string Common = string.Join(
        ", ",
        All.Select(setting => $"pg_catalog.set_config('{setting.Name}', '{setting.Value}', false)")
    );

    /// <summary>One statement that sets them, for a command of a number of seconds; 0 is no limit.</summary>
    public static string Set(int commandTimeout) =>
        $"select {Common}, pg_catalog.set_config('lock_timeout', '{FindLockTimeout(commandTimeout)}s', false)";

    /// <summary>Connections that have them from their start on, and keep them.</summary>
    /// <remarks>
    /// A reset on the way back to the pool would throw them away, and what the server has prepared for the next append.
    /// </remarks>
    /// <param name="connectionString">How to connect. Of several hosts, whichever is of the kind that is
    /// wanted.</param>
    /// <param name="kind">The kind of server, where there are several.</param>
    public static NpgsqlDataSource CreateDataSource(
        string connectionString,
        TargetSessionAttributes kind = TargetSessionAttributes.Primary
    )
    {
        var builder = new NpgsqlDataSourceBuilder(connectionString);
        builder.ConnectionStringBuilder.NoResetOnClose = true;
        // The few statements of a question come again and again; to plan one takes longer than to run it.
        if (builder.ConnectionStringBuilder.MaxAutoPrepare == 0)
            builder.ConnectionStringBuilder.MaxAutoPrepare = MostPrepared;
        // A failure names the tables of its statement.
        builder.ConnectionStringBuilder.IncludeFailedBatchedCommand = true;
        builder.UsePhysicalConnectionInitializer(
            connection =>
            {
                using var command = new NpgsqlCommand(Set(connection.CommandTimeout), connection);
                command.ExecuteNonQuery();
            },
            async connection =>
            {
                await using var command = new NpgsqlCommand(Set(connection.CommandTimeout), connection);
                await command.ExecuteNonQueryAsync();
            }
        );
        if (!HasSeveralHosts(builder.ConnectionStringBuilder))
            return builder.Build();
        builder.ConnectionStringBuilder.TargetSessionAttributes = null;
        // How long it is taken for granted which of them is the primary: as short as can be, for after a failover it
        // is another one.
        builder.ConnectionStringBuilder.HostRecheckSeconds = 1;
        return builder.BuildMultiHost().WithTargetSession(kind);
    }

    /// <summary>Whether a connection string names several hosts: a primary and its standbys.</summary>
    public static bool HasSeveralHosts(NpgsqlConnectionStringBuilder connection) =>
        connection.Host?.Contains(',', StringComparison.Ordinal) == true;

    private static int FindLockTimeout(int commandTimeout) =>
        commandTimeout == 0 ? 0 : Math.Max(1, commandTimeout - SecondsBefore);
}
