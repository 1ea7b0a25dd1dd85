using Npgsql;

namespace Negotiations.Server;

/// <summary>What the host's program does: migrate, and run.</summary>
internal static class HostProgram
{
    /// <summary>The name of the connection string: <c>ConnectionStrings:Negotiations</c>.</summary>
    public const string ConnectionName = "Negotiations";

    /// <summary>The exit code where the command or its configuration is wrong.</summary>
    public const int WrongUse = 2;

    /// <summary>The exit code where the world outside failed.</summary>
    private const int OutsideFailed = 3;

    /// <summary>Makes or completes the tables.</summary>
    /// <param name="error">Is told what is wrong.</param>
    /// <param name="cancellationToken">Cancels the migration.</param>
    public static Task<int> MigrateAsync(TextWriter error, CancellationToken cancellationToken) =>
        ReportAsync(error, async (builder, connection, settings) =>
        {
            await using var owner = NpgsqlDataSource.Create(connection);
            await HostMigration.RunAsync(builder, settings, owner, cancellationToken);
        });

    /// <summary>Runs until it is told to stop.</summary>
    /// <param name="error">Is told what is wrong.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static Task<int> RunAsync(TextWriter error, CancellationToken cancellationToken) =>
        ReportAsync(error, async (builder, connection, settings) =>
        {
            await using var dataSource = await ProgramConnections.CreateAsync(connection, cancellationToken);
            await using var app = await NegotiationHost.BuildAsync(builder, settings, dataSource, cancellationToken);
            await app.StartAsync(cancellationToken);
            await app.WaitForShutdownAsync(cancellationToken);
        });

    private static async Task<int> ReportAsync(
        TextWriter error,
        Func<WebApplicationBuilder, string, HostSettings, Task> run
    )
    {
        try
        {
            // The settings that come with the program lie beside it, wherever it is started.
            var builder = WebApplication.CreateBuilder(
                new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory }
            );
            if (builder.Configuration.GetConnectionString(ConnectionName) is not { Length: > 0 } connection)
                return Fail(
                    WrongUse,
                    $"no database: set ConnectionStrings__{ConnectionName}, such as 'Host=localhost;Username=negotiations;Database=negotiations'"
                );
            await run(builder, connection, SettingsReader.Read(builder.Configuration));
            return 0;
        }
        catch (NoStoreException)
        {
            return Fail(WrongUse, "the database has no store yet: run 'migrate' first, as its owner");
        }
        catch (Exception exception)
            when (exception
                    is NotMigratedException
                        or ForeignDatabaseException
                        or NewerDatabaseException
                        or UnsuitableServerException
                        or DriftedTablesException
                        or ArgumentException
                        or FormatException
            )
        {
            return Fail(WrongUse, exception.Message);
        }
        catch (Exception exception) when (exception is NpgsqlException or IOException)
        {
            return Fail(OutsideFailed, exception.Message);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Fail(OutsideFailed, $"a fault of this program, please report it: {exception}");
        }

        int Fail(int code, string message)
        {
            error.WriteLine($"negotiations-host: {message}");
            return code;
        }
    }
}
