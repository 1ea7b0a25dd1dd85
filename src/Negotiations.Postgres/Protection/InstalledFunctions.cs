using System.Text.RegularExpressions;
using Npgsql;

namespace Negotiations.Postgres;

/// <summary>The functions of the store in the server, compared with those that the program installs.</summary>
internal static partial class InstalledFunctions
{
    private const string Sql = """
        select p.proname, p.prosrc, p.prosecdef and not coalesce(p.proconfig @> array['search_path=pg_catalog, pg_temp'], false)
          from pg_proc p where p.pronamespace = 'public'::regnamespace and starts_with(p.proname::text, 'negotiations_') order by p.proname, p.oid
        """;

    /// <summary>What differs, in words; a store of an older schema is compared with that schema.</summary>
    public static async Task<IReadOnlyList<string>> AlteredAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var expected = Expected(StoreSchema.MigrationsUpTo(await VersionAsync(connection, cancellationToken)));
        var (seen, found) = (new HashSet<string>(StringComparer.Ordinal), new List<string>());
        await using var command = new NpgsqlCommand(Sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var name = reader.GetString(0);
            if (!expected.TryGetValue(name, out var body) || !seen.Add(name)) found.Add($"the function public.{name} is not the store's");
            else if (Lines(reader.GetString(1)) != body) found.Add($"the function public.{name} does not do what the program installed");
            else if (reader.GetBoolean(2)) found.Add($"the function public.{name} runs with its owner's rights and looks for names in schemas of others");
        }

        found.AddRange(expected.Keys.Where(name => !seen.Contains(name)).Order(StringComparer.Ordinal).Select(name => $"the function public.{name} is missing"));
        return found;
    }

    /// <summary>The body of each function, by name; of several definitions the last.</summary>
    private static Dictionary<string, string> Expected(IEnumerable<string> migrations) =>
        migrations.SelectMany(sql => Definition().Matches(Lines(sql)))
            .GroupBy(match => match.Groups["name"].Value)
            .ToDictionary(definitions => definitions.Key, definitions => definitions.Last().Groups["body"].Value);

    private static async Task<int> VersionAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select max(version) from public.negotiations_schema", connection);
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static string Lines(string text) => text.ReplaceLineEndings("\n");

    [GeneratedRegex(@"^create (or replace )?function public\.(?<name>\w+)\(.*?\bas \$\$(?<body>.*?)\$\$;", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Definition();
}
