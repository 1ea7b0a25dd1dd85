using Npgsql;

namespace Negotiations.Store;

/// <summary>Reads what people give as a connection.</summary>
public static class ConnectionText
{
    /// <summary>
    /// A connection string of Npgsql, or an address such as <c>postgres://user:password@host:5432/database</c>.
    /// </summary>
    /// <exception cref="WrongInputException">The text is neither.</exception>
    public static NpgsqlConnectionStringBuilder Read(string text)
    {
        try
        {
            var builder =
                text.StartsWith("postgres://", StringComparison.Ordinal)
                || text.StartsWith("postgresql://", StringComparison.Ordinal)
                    ? ParseAddress(new Uri(text))
                    : new NpgsqlConnectionStringBuilder(text);
            if (string.IsNullOrEmpty(builder.Host))
                throw new ArgumentException("it names no host");
            builder.ApplicationName ??= "negotiations";
            return builder;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new WrongInputException(
                $"the connection cannot be read: {exception.Message}; write "
                    + "\"Host=localhost;Username=me;Database=negotiations\" or "
                    + "postgres://me@localhost/negotiations"
            );
        }
    }

    /// <summary>
    /// The connection as it may be shown: without its password, for which PostgreSQL has better places.
    /// </summary>
    public static string WithoutPassword(string text)
    {
        var connection = Read(text);
        return connection.Remove("Password") ? connection.ConnectionString : text;
    }

    private static NpgsqlConnectionStringBuilder ParseAddress(Uri address)
    {
        var builder = new NpgsqlConnectionStringBuilder { Host = address.Host };
        if (address.Port > 0)
            builder.Port = address.Port;
        if (address.AbsolutePath.Trim('/') is { Length: > 0 } database)
            builder.Database = Uri.UnescapeDataString(database);
        var user = address.UserInfo.Split(':', 2);
        if (user[0].Length > 0)
            builder.Username = Uri.UnescapeDataString(user[0]);
        if (user.Length > 1)
            builder.Password = Uri.UnescapeDataString(user[1]);
        foreach (var setting in address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = setting.Split('=', 2);
            builder[parts[0] is "sslmode" ? "SSL Mode" : parts[0]] = Uri.UnescapeDataString(
                parts.ElementAtOrDefault(1) ?? ""
            );
        }

        return builder;
    }
}
