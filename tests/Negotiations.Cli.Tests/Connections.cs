using Negotiations.Cli.Stores;

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

        Assert.Equal(("db", 5433, "ann", "p w", "talks"), (read.Host, read.Port, read.Username, read.Password, read.Database));
    }

    [Fact]
    public void An_address_may_have_settings()
    {
        var read = ConnectionText.Read("postgres://db/talks?sslmode=require&Timeout=3");

        Assert.Equal((Npgsql.SslMode.Require, 3, 5432), (read.SslMode, read.Timeout, read.Port));
    }
}
