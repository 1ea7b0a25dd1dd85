using System.CommandLine;
using Marten;
using Npgsql;

namespace Negotiations.Server;

/// <summary>The verbs of the server's program: migrate, and run.</summary>
internal static class ServerProgram
{
    private const string ConnectionName = "Negotiations";

    // As on the command line.
    private const int WrongUse = 2;
    private const int OutsideFailed = 3;

    public static async Task<int> RunAsync(string[] args)
    {
        RootCommand root = new(
            "The server of negotiations on Marten and Wolverine. It is configured by appsettings.json and by "
                + "environment variables; docs/server.md lists them."
        )
        {
            CreateVerb(
                "migrate",
                "Makes or completes the tables of the database; as its owner, once and after each update.",
                MigrateAsync
            ),
            CreateVerb(
                "run",
                "Answers questions over HTTP, takes in coded files and corrections, and keeps the answers ready. "
                    + "Changes no table.",
                RunAsync
            ),
        };
        Command keys = new("keys", KeyVerbs.Description);
        foreach (var verb in KeyVerbs.CreateAll(ChangeKeysAsync))
            keys.Add(verb);
        root.Add(keys);
        if (NormalisedText.FindProblemHere() is { } missing)
        {
            Console.Error.WriteLine($"negotiations-server: {missing}");
            return OutsideFailed;
        }

        var parsed = root.Parse(args);
        // ASP.NET stops the server at a signal, and takes the time that the messages under way need.
        var code = await parsed.InvokeAsync(new() { ProcessTerminationTimeout = null });
        return parsed.Errors.Count > 0 ? WrongUse : code;
    }

    private static Command CreateVerb(
        string name,
        string description,
        Func<TextWriter, CancellationToken, Task<int>> run
    )
    {
        Command verb = new(name, description);
        verb.SetAction((parsed, cancellationToken) => run(parsed.InvocationConfiguration.Error, cancellationToken));
        return verb;
    }

    private static Task<int> MigrateAsync(TextWriter error, CancellationToken cancellationToken) =>
        ReportAsync(error, async (builder, connection, settings) =>
        {
            await using var owner = ProgramConnections.CreateForOwner(connection);
            await ServerMigration.RunAsync(builder, settings, owner, cancellationToken);
        });

    private static Task<int> RunAsync(TextWriter error, CancellationToken cancellationToken) =>
        ReportAsync(error, async (builder, connection, settings) =>
        {
            await using var dataSource = await ProgramConnections.CreateAsync(connection, cancellationToken);
            await using var standbys = ProgramConnections.CreateForStandbys(connection);
            await using var app = await NegotiationServer.BuildAsync(
                builder,
                settings,
                dataSource,
                standbys,
                cancellationToken
            );
            await app.StartAsync(cancellationToken);
            await app.WaitForShutdownAsync(cancellationToken);
        });

    private static Task<int> ChangeKeysAsync(
        ParseResult parsed,
        Func<IDocumentStore, CancellationToken, Task> change,
        CancellationToken cancellationToken
    ) =>
        ReportAsync(
            parsed.InvocationConfiguration.Error,
            (builder, connection, settings) =>
                ApiKeys.ChangeAsync(builder, connection, settings, change, cancellationToken)
        );

    private static async Task<int> ReportAsync(
        TextWriter error,
        Func<WebApplicationBuilder, string, ServerSettings, Task> run
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
                    $"no database: set ConnectionStrings__{ConnectionName}, such as "
                        + "'Host=localhost;Username=negotiations;Database=negotiations'"
                );
            if (new NpgsqlConnectionStringBuilder(connection).Host is not { Length: > 0 })
                return Fail(WrongUse, $"ConnectionStrings__{ConnectionName} names no server: give it a Host");
            await run(builder, connection, ServerSettings.Read(builder.Configuration));
            return 0;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // By kind, as on the command line. Settings and connection strings are read by others, who throw their own.
            var failure = ServerFailure.Translate(exception);
            return failure switch
            {
                NoStoreException => Fail(WrongUse, "the database has no store yet: run 'migrate' first, as its owner"),
                WrongInputException or NotFoundException or RefusedException or ArgumentException or FormatException =>
                    Fail(WrongUse, failure.Message),
                NegotiationException or IOException => Fail(OutsideFailed, failure.Message),
                _ => Fail(OutsideFailed, $"a fault of this program, please report it: {failure}"),
            };
        }

        int Fail(int code, string message)
        {
            error.WriteLine($"negotiations-server: {VisibleText.Show(message)}");
            return code;
        }
    }
}
