using System.Globalization;
using Negotiations.Coding;
using Npgsql;

namespace Negotiations.Store;

/// <summary>Backs a store up to one file, and restores it into an empty database.</summary>
/// <remarks>
/// PostgreSQL's own <c>pg_dump</c> and <c>pg_restore</c> do the work: the record, its chain and the numbers of its
/// events come back exactly. Rights are left out and given anew, since another server may know other users.
/// </remarks>
internal static class StoreBackup
{
    // A table that every store has.
    private const string Mark = "negotiations_record";

    // How files of pg_dump's custom format begin.
    private static ReadOnlySpan<byte> Signature => "PGDMP"u8;

    /// <summary>Writes a backup; a file of that name is replaced once the backup is whole.</summary>
    /// <exception cref="StoreUnavailableException">There is no <c>pg_dump</c>, or it failed.</exception>
    public static async Task BackUpAsync(string connection, string file, CancellationToken cancellationToken)
    {
        AtomicFile.RequireWritable(file);
        if (FileStatus.Read(file) is not null && !AtomicFile.IsStream(file) && !IsBackup(file))
            throw new RefusedException($"'{file}' is there and is no backup: give another name");
        // A backup holds everything that the store does, so nobody else may read it either.
        await AtomicFile.FillAsync(
            file,
            async unfinished =>
            {
                await RunAsync(
                    "pg_dump",
                    ["--format=custom", "--no-owner", "--no-privileges", "--no-password", $"--file={unfinished}"],
                    connection,
                    cancellationToken
                );
                return true;
            },
            isPrivate: true
        );
    }

    /// <summary>Restores a backup, all or nothing, and brings it up to date.</summary>
    /// <exception cref="RefusedException">The database is not empty.</exception>
    /// <exception cref="StoreUnavailableException">There is no <c>pg_restore</c>, or it failed.</exception>
    public static async Task RestoreAsync(
        NpgsqlDataSource dataSource,
        string connection,
        string file,
        IProgress<string>? progress,
        CancellationToken cancellationToken
    )
    {
        if (!File.Exists(file))
            throw new WrongInputException($"there is no file '{file}' to restore");
        // It is read more than once.
        if (FileStatus.Read(file) is { IsRegular: false })
            throw new WrongInputException($"'{file}' is no regular file; write the backup to one first");
        if (
            !IsBackup(file)
            || !(await RunAsync("pg_restore", ["--list", file], connection, cancellationToken)).Contains(Mark)
        )
            throw new WrongInputException($"'{file}' is no backup of a store");
        await using (var owner = await StoreConnections.OpenAsOwnerAsync(dataSource, cancellationToken))
        {
            if (await OtherObjects.SomeAsync(owner, cancellationToken) is { Count: > 0 } found)
            {
                throw new RefusedException(
                    $"database '{owner.Database}' is not empty ({string.Join(", ", found)}): a backup "
                        + "is restored into an empty "
                        + "one only. Give one with --connection, or first start the store anew "
                        + "(negotiations store start-anew)"
                );
            }
        }

        var name = new NpgsqlConnectionStringBuilder(connection).Database!;
        await RunAsync(
            "pg_restore",
            [
                "--no-owner",
                "--no-privileges",
                "--no-password",
                "--exit-on-error",
                "--single-transaction",
                $"--dbname={name}",
                file,
            ],
            connection,
            cancellationToken
        );
        await StoreMigration.RepeatAsync(dataSource, progress, cancellationToken);
    }

    private static bool IsBackup(string file)
    {
        Span<byte> start = stackalloc byte[Signature.Length];
        using var stream = File.OpenRead(file);
        return stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length
            && start.SequenceEqual(Signature);
    }

    private static async Task<string> RunAsync(
        string program,
        IReadOnlyList<string> arguments,
        string connection,
        CancellationToken cancellationToken
    )
    {
        var path = await FindAsync(program, cancellationToken);
        var (exitCode, output) = await ChildProcess.RunAsync(
            Directory.GetCurrentDirectory(),
            path,
            arguments,
            cancellationToken,
            WriteEnvironment(new(connection))
        );
        if (exitCode != 0)
            throw new StoreUnavailableException($"{program} failed, and nothing was changed: {output}");
        return output;
    }

    // The same connection in the words of libpq. A password in the arguments would stand in the list of processes.
    internal static IReadOnlyDictionary<string, string?> WriteEnvironment(NpgsqlConnectionStringBuilder where)
    {
        var environment = new Dictionary<string, string?>
        {
            ["PGHOST"] = where.Host,
            ["PGPORT"] = where.Port.ToString(CultureInfo.InvariantCulture),
            ["PGUSER"] = where.Username,
            ["PGDATABASE"] = where.Database,
            ["PGPASSWORD"] = where.Password,
            ["PGPASSFILE"] = where.Passfile,
            // A server can have set that transactions only read; pg_restore writes.
            ["PGOPTIONS"] = $"{where.Options} -c default_transaction_read_only=off".Trim(),
            ["PGSSLMODE"] = where.SslMode switch
            {
                SslMode.VerifyCA => "verify-ca",
                SslMode.VerifyFull => "verify-full",
                var mode => mode.ToString().ToLowerInvariant(),
            },
            ["PGSSLROOTCERT"] = where.RootCertificate,
            ["PGSSLCERT"] = where.SslCertificate,
            ["PGSSLKEY"] = where.SslKey,
        };
        // Npgsql takes these from the environment where the connection says nothing.
        foreach (var name in environment.Keys.Except(["PGHOST", "PGPORT", "PGDATABASE", "PGSSLMODE"]).ToList())
            environment[name] ??= Environment.GetEnvironmentVariable(name);
        return environment.Where(one => one.Value is { Length: > 0 }).ToDictionary();
    }

    // Beside the server's programs, of the newest version that is there: it reads from servers of its own version and
    // older.
    private static async Task<string> FindAsync(string program, CancellationToken cancellationToken)
    {
        var found = await PostgresBinaries.FindAsync(DataFolder.Default, cancellationToken);
        return found
            .OrderByDescending(binaries => binaries.Major)
            .Select(binaries => binaries.ResolvePath(program))
            .FirstOrDefault(File.Exists)
            ?? throw new StoreUnavailableException(
                $"{program} is not beside PostgreSQL's programs on this machine: install its client programs "
                    + "(postgresql-client)"
            );
    }
}
