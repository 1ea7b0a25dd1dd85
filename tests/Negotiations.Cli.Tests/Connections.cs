namespace Negotiations.Cli.Tests;

public class Connections
{
    [Theory]
    [InlineData("Host=db;Port=5433;Username=ann;Password=p w;Database=talks")]
    [InlineData("postgres://ann:p%20w@db:5433/talks")]
    [InlineData("postgresql://ann:p%20w@db:5433/talks")]
    public void A_connection_is_read_in_either_form(string text)
    {
        var read = ConnectionText.Read(text);

        Assert.Equal(
            ("db", 5433, "ann", "p w", "talks"),
            (read.Host, read.Port, read.Username, read.Password, read.Database)
        );
    }

    [Theory]
    [InlineData("Host=db;Username=ann;Password=p w;Database=talks")]
    [InlineData("Host=db;Username=ann;pwd=p w;Database=talks")]
    [InlineData("postgres://ann:p%20w@db/talks")]
    [InlineData("postgres://ann@db/talks?password=p%20w")]
    public void A_connection_is_shown_without_its_password(string text)
    {
        var shown = ConnectionText.WithoutPassword(text);

        var read = ConnectionText.Read(shown);
        Assert.Equal(("db", "ann", null, "talks"), (read.Host, read.Username, read.Password, read.Database));
        Assert.DoesNotContain("w@", shown);
        Assert.DoesNotContain("p w", shown);
    }

    [Theory]
    [InlineData("Host=db;Username=ann;Database=talks")]
    [InlineData("postgres://ann@db/talks")]
    public void A_connection_without_a_password_is_shown_as_it_was_given(string text) =>
        Assert.Equal(text, ConnectionText.WithoutPassword(text));

    [Fact]
    public async Task The_search_path_of_a_database_hides_no_article()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        var before = await store.RunAsync("reports", "harbour", "--format", "json");
        await store.ExecuteAsync(
            """
            create schema evil; grant usage on schema evil to public;
            create function evil.starts_with(varchar, text) returns boolean language sql immutable
              as $$ select pg_catalog.starts_with($1, $2) and $1 not like '%courier%' $$;
            do $$ begin
              execute format('alter database %I set search_path = evil, pg_catalog, public', current_database());
            end $$
            """
        );
        Npgsql.NpgsqlConnection.ClearAllPools();

        Assert.Equal(before.Output, (await store.RunAsync("reports", "harbour", "--format", "json")).Output);
    }

    [Fact]
    public void An_address_may_have_settings()
    {
        var read = ConnectionText.Read("postgres://db/talks?sslmode=require&Timeout=3");

        Assert.Equal((Npgsql.SslMode.Require, 3, 5432), (read.SslMode, read.Timeout, read.Port));
    }
}
