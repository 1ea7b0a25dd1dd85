using JasperFx;
using JasperFx.Resources;
using Marten;
using Npgsql;

namespace Negotiations.Server;

/// <summary>The one step that changes the schema: the store, and the tables of Wolverine's.</summary>
public static class ServerMigration
{
    private const string Messages = NegotiationServer.MessageSchema;

    // Messages are no record: the program takes them out of their tables again.
    private const string Rights = $"""
        do $$
        begin
          if to_regrole('negotiations_program') is null then
            return;
          end if;
          grant usage on schema {Messages} to negotiations_program;
          grant select, insert, update, delete, truncate on all tables in schema {Messages} to negotiations_program;
          grant usage, select on all sequences in schema {Messages} to negotiations_program;
        end
        $$;
        """;

    // A role may read the catalogue even where it has no rights yet.
    private const string Missing = """
        select name from unnest(@names) with ordinality as t (name, place)
         where not exists (
           select from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname || '.' || c.relname = name)
         order by place limit 1
        """;

    /// <summary>Checks that a database was migrated for these settings.</summary>
    /// <exception cref="NotMigratedException">It was not.</exception>
    internal static async Task RequireAsync(
        NpgsqlDataSource dataSource,
        ServerSettings settings,
        CancellationToken cancellationToken
    )
    {
        // The last table that each step of the migration makes.
        List<string> names =
        [
            $"public.{FactTables.Builds}",
            "public.mt_doc_due_check",
            "public.mt_doc_api_key",
            "public.mt_doc_protection_key",
            "public.mt_doc_earlier_intake",
            "public.mt_doc_signed_intake",
            "public.mt_doc_coding_draft",
            $"{Messages}.wolverine_incoming_envelopes",
        ];
        if (settings.ChangesTable is { } queue)
            names.Add($"{Messages}.{queue}");
        await using var command = dataSource.CreateCommand(Missing);
        command.Parameters.Add(new("names", names.ToArray()));
        if (await command.ExecuteScalarAsync(cancellationToken) is string missing)
            throw new NotMigratedException(missing);
    }

    /// <summary>Makes the tables, or brings them up to date. It may be run again at any time.</summary>
    /// <param name="builder">The configuration of a web application, which is not started.</param>
    /// <param name="settings">They name the queues, which have tables.</param>
    /// <param name="owner">Connections of a user who may make tables in the database.</param>
    /// <param name="cancellationToken">Cancels the migration; run again, it goes on from there.</param>
    public static async Task RunAsync(
        WebApplicationBuilder builder,
        ServerSettings settings,
        NpgsqlDataSource owner,
        CancellationToken cancellationToken = default
    )
    {
        NegotiationServer.Configure(builder, settings, owner, AutoCreate.CreateOrUpdate);
        await using var app = builder.Build();
        await StoreMigration.MigrateAsync(
            app.Services.GetRequiredService<IDocumentStore>(),
            owner,
            progress: null,
            cancellationToken
        );
        // Setting these up makes Marten's tables as this version wants them, and drops what a newer one has added. A
        // newer program has made the tables of the messages too.
        await using (var connection = await StoreConnections.OpenAsOwnerAsync(owner, cancellationToken))
        {
            if ((await InstalledSchema.ReadAsync(connection, cancellationToken)).Marten <= StoreMigration.Marten)
                await app.SetupResources(cancellationToken);
        }

        await using var rights = owner.CreateCommand(Rights);
        await rights.ExecuteNonQueryAsync(cancellationToken);
    }
}

/// <summary>A database that lacks a table of the server's.</summary>
public sealed class NotMigratedException(string missing)
    : RefusedException(
        $"the database has no table {missing}: run 'migrate' first, as its owner, with the settings with which the "
            + "server runs"
    );
