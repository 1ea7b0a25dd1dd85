using JasperFx;
using Marten;
using Npgsql;
using Negotiations.Postgres;

namespace Negotiations.Marten;

/// <summary>The one explicit migration of a database: nothing else of this host changes a schema.</summary>
public static class StoreMigration
{
    private const string Guard = """
        create or replace trigger negotiations_keep_answer before insert or update on public.mt_doc_current_answer
          for each row execute function public.negotiations_keep_answer();
        """;

    // What Marten keeps for itself and what is computed; the events and the record stay append-only.
    private const string Rights = """
        do $$
        declare
          one regclass;
        begin
          if to_regrole('negotiations_program') is null then
            return;
          end if;
          for one in
            select c.oid from pg_class c
             where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
               and (starts_with(c.relname, 'mt_doc_') or c.relname = 'mt_high_water_skips')
          loop
            execute format('grant select, insert, update, delete, truncate on %s to negotiations_program', one);
          end loop;
        end
        $$;
        """;

    /// <summary>
    /// Brings a database to the schema of this host: an empty one, where Marten makes the tables of events, or the
    /// database of an embedded store, where Marten adds only what is absent. The record clock is then completed.
    /// </summary>
    /// <param name="store">Marten, configured by <see cref="NegotiationStore.Configure"/>.</param>
    /// <param name="dataSource">Connections to the same database, of a user who may make tables in it.</param>
    /// <param name="cancellationToken">Cancels the migration; run again, it goes on where it stood.</param>
    /// <exception cref="ForeignDatabaseException">The database is another program's.</exception>
    /// <exception cref="NewerDatabaseException">A newer version of the program has used the database.</exception>
    /// <exception cref="UnsuitableServerException">The server is too old, or the database does not use UTF-8.</exception>
    /// <exception cref="UnsuitableLayoutException">The tables of events have another layout.</exception>
    /// <exception cref="DriftedTablesException">The tables of events of a store have something of somebody else's.</exception>
    public static async Task MigrateAsync(IDocumentStore store, NpgsqlDataSource dataSource, CancellationToken cancellationToken = default)
    {
        await PostgresEventStore.ClaimAsync(dataSource, cancellationToken);
        await EventTableDrift.RefuseAsync(store, cancellationToken);
        await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync(AutoCreate.CreateOrUpdate);
        await PostgresEventStore.OpenAsync(dataSource, cancellationToken);
        await using var guard = dataSource.CreateCommand(Guard + Rights);
        await guard.ExecuteNonQueryAsync(cancellationToken);
    }
}
