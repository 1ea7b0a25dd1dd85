using JasperFx;
using JasperFx.Resources;
using Marten;
using Npgsql;

namespace Negotiations.Server;

/// <summary>The explicit migration of a database for the host: the store, and what Wolverine keeps.</summary>
public static class HostMigration
{
    // Messages are the program's own, and no record: it takes them out of their tables again.
    private const string Rights = $"""
        do $$
        begin
          if to_regrole('negotiations_program') is null then
            return;
          end if;
          grant usage on schema {NegotiationHost.MessageSchema} to negotiations_program;
          grant select, insert, update, delete, truncate on all tables in schema {NegotiationHost.MessageSchema} to negotiations_program;
          grant usage, select on all sequences in schema {NegotiationHost.MessageSchema} to negotiations_program;
        end
        $$;
        """;

    // The last that each step of the migration makes. A role may see the catalogue also where it has no rights yet.
    private const string Missing = """
        select name from unnest(@names) with ordinality as t (name, place)
         where not exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname || '.' || c.relname = name)
         order by place limit 1
        """;

    /// <summary>Sees to it that a database was migrated for these settings.</summary>
    /// <exception cref="NotMigratedException">It was not.</exception>
    internal static async Task RequireAsync(
        NpgsqlDataSource dataSource,
        HostSettings settings,
        CancellationToken cancellationToken
    )
    {
        List<string> names =
        [
            "public.mt_doc_current_answer",
            "public.mt_doc_due_check",
            $"{NegotiationHost.MessageSchema}.wolverine_incoming_envelopes",
        ];
        if (settings.ChangesTable is { } queue)
            names.Add($"{NegotiationHost.MessageSchema}.{queue}");
        await using var command = dataSource.CreateCommand(Missing);
        command.Parameters.Add(new("names", names.ToArray()));
        if (await command.ExecuteScalarAsync(cancellationToken) is string missing)
            throw new NotMigratedException(missing);
    }

    /// <summary>
    /// Brings a database to the schema of the host (see <see cref="StoreMigration"/>). It may be run again at any time.
    /// </summary>
    /// <param name="builder">The configuration of a web application, which is not started.</param>
    /// <param name="settings">What the host is told from outside: its queues have tables.</param>
    /// <param name="owner">Connections of a user who may make tables in the database.</param>
    /// <param name="cancellationToken">Cancels the migration; run again, it goes on where it stood.</param>
    public static async Task RunAsync(
        WebApplicationBuilder builder,
        HostSettings settings,
        NpgsqlDataSource owner,
        CancellationToken cancellationToken = default
    )
    {
        NegotiationHost.Configure(builder, settings, owner, AutoCreate.CreateOrUpdate);
        await using var app = builder.Build();
        await StoreMigration.MigrateAsync(
            app.Services.GetRequiredService<IDocumentStore>(),
            owner,
            progress: null,
            cancellationToken
        );
        await app.SetupResources(cancellationToken);
        await using var rights = owner.CreateCommand(Rights);
        await rights.ExecuteNonQueryAsync(cancellationToken);
    }
}
