using Npgsql;

namespace Negotiations.Store.Tests;

/// <summary>A backup reaches the server as the program does: PostgreSQL's own tools get the same settings.</summary>
public class BackupConnections
{
    [Fact]
    public void The_settings_of_the_connection_are_handed_on_in_the_words_of_libpq()
    {
        var environment = StoreBackup.WriteEnvironment(
            new(
                "Host=db.example;Port=6543;Username=keeper;Database=talks;Passfile=/home/keeper/pgpass;"
                    + "SSL Mode=VerifyFull;Root Certificate=/etc/root.crt;SSL Certificate=/etc/client.crt;"
                    + "SSL Key=/etc/client.key;Options=-c statement_timeout=0"
            )
        );

        Assert.Equal(
            new Dictionary<string, string?>
            {
                ["PGHOST"] = "db.example",
                ["PGPORT"] = "6543",
                ["PGUSER"] = "keeper",
                ["PGDATABASE"] = "talks",
                ["PGPASSFILE"] = "/home/keeper/pgpass",
                ["PGOPTIONS"] = "-c statement_timeout=0 -c default_transaction_read_only=off",
                ["PGSSLMODE"] = "verify-full",
                ["PGSSLROOTCERT"] = "/etc/root.crt",
                ["PGSSLCERT"] = "/etc/client.crt",
                ["PGSSLKEY"] = "/etc/client.key",
            },
            environment
        );
    }

    [Theory]
    [InlineData(SslMode.Disable, "disable")]
    [InlineData(SslMode.Allow, "allow")]
    [InlineData(SslMode.Prefer, "prefer")]
    [InlineData(SslMode.Require, "require")]
    [InlineData(SslMode.VerifyCA, "verify-ca")]
    [InlineData(SslMode.VerifyFull, "verify-full")]
    public void Every_mode_of_encryption_has_its_name(SslMode mode, string name) =>
        Assert.Equal(name, StoreBackup.WriteEnvironment(new() { Host = "here", SslMode = mode })["PGSSLMODE"]);
}
