using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Npgsql;

namespace Negotiations.Store;

/// <summary>The functions of the store in the server, compared with those that the program installs.</summary>
internal static partial class InstalledFunctions
{
    // An aggregate has no body of its own, only the name of the function that it runs.
    private const string Sql = """
        select p.proname, coalesce('sfunc ' || a.aggtransfn::oid::regproc::text, p.prosrc), p.prosecdef, p.proisstrict,
               coalesce(p.proconfig, '{}')
          from pg_proc p left join pg_aggregate a on a.aggfnoid = p.oid
         where p.pronamespace = 'public'::regnamespace and starts_with(p.proname::text, 'negotiations_')
         order by p.proname, p.oid
        """;

    private const string SearchPath = "search_path=pg_catalog, pg_temp";

    // What a function of the store may set for itself, in this version or an earlier one.
    private static readonly HashSet<string> Settings = new(StringComparer.Ordinal)
    {
        SearchPath,
        "standard_conforming_strings=on",
        "jit=off",
        "enable_seqscan=off",
        "enable_hashjoin=off",
        "enable_mergejoin=off",
    };

    // The functions of each earlier schema, with the SHA-256 of their bodies in UTF-8 with line feeds.
    private static readonly ILookup<int, (string Name, Definition Definition)> Earlier = ReadEarlier();

    /// <summary>What differs, in words. A store of an earlier schema is compared with that schema.</summary>
    public static async Task<IReadOnlyList<string>> AlteredAsync(
        NpgsqlConnection connection,
        CancellationToken cancellationToken
    )
    {
        var expected = FindExpected(await ReadVersionAsync(connection, cancellationToken));
        var (seen, found) = (new HashSet<string>(StringComparer.Ordinal), new List<string>());
        await using var command = new NpgsqlCommand(Sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var name = reader.GetString(0);
            if (!expected.TryGetValue(name, out var definition) || !seen.Add(name))
                found.Add($"the function public.{name} is not the store's");
            else if (Hash(reader.GetString(1)) != definition.Body || reader.GetBoolean(3))
                found.Add($"the function public.{name} does not do what the program installed");
            else if (
                FindOtherRights(definition, reader.GetBoolean(2), reader.GetFieldValue<string[]>(4)) is { } problem
            )
                found.Add($"the function public.{name} {problem}");
        }

        found.AddRange(
            expected
                .Keys.Where(name => !seen.Contains(name))
                .Order(StringComparer.Ordinal)
                .Select(name => $"the function public.{name} is missing")
        );
        return found;
    }

    private static string? FindOtherRights(Definition expected, bool isDefiner, IReadOnlyList<string> settings) =>
        isDefiner && !settings.Contains(SearchPath)
            ? "runs with its owner's rights and looks for names in schemas of others"
        : isDefiner != expected.IsDefiner ? "does not run with the rights that the program gave it"
        : settings.FirstOrDefault(setting => !Settings.Contains(setting)) is { } foreign
            ? $"has a setting that the program did not give it ({foreign})"
        : null;

    // A mark that is gone says nothing: the functions are to be those of today.
    private static Dictionary<string, Definition> FindExpected(int? version) =>
        version is { } earlier && Earlier.Contains(earlier)
            ? Earlier[earlier].ToDictionary(one => one.Name, one => one.Definition, StringComparer.Ordinal)
            : ReadDefinitions(StoreMigration.Functions);

    private static Dictionary<string, Definition> ReadDefinitions(string script)
    {
        var lines = script.ReplaceLineEndings("\n");
        return Function()
            .Matches(lines)
            .Select(match =>
                (
                    Name: match.Groups["name"].Value,
                    Definition: new Definition(
                        Hash(match.Groups["body"].Value),
                        match.Groups["head"].Value.Contains("security definer", StringComparison.Ordinal)
                    )
                )
            )
            .Concat(
                Aggregate()
                    .Matches(lines)
                    .Select(match =>
                        (
                            Name: match.Groups["name"].Value,
                            Definition: new Definition(Hash($"sfunc {match.Groups["function"].Value}"), false)
                        )
                    )
            )
            .ToDictionary(function => function.Name, function => function.Definition, StringComparer.Ordinal);
    }

    /// <summary>One hash of all that the program installs.</summary>
    internal static string HashOfToday() =>
        Hash(
            string.Join(
                '\n',
                ReadDefinitions(StoreMigration.Functions)
                    .OrderBy(one => one.Key, StringComparer.Ordinal)
                    .Select(one => $"{one.Key} {one.Value}")
            )
        );

    private static ILookup<int, (string Name, Definition Definition)> ReadEarlier()
    {
        using var stream = typeof(InstalledFunctions).Assembly.GetManifestResourceStream(
            "functions-of-earlier-schemas.tsv"
        )!;
        using var reader = new StreamReader(stream);
        return reader
            .ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('\t'))
            .ToLookup(
                row => int.Parse(row[0], CultureInfo.InvariantCulture),
                row => (row[1], new Definition(row[2], row[3] == "definer"))
            );
    }

    private static async Task<int?> ReadVersionAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select max(version) from public.negotiations_schema", connection);
        return await command.ExecuteScalarAsync(cancellationToken) as int?;
    }

    private static string Hash(string body) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body.ReplaceLineEndings("\n"))));

    [GeneratedRegex(
        @"^create (or replace )?function public\.(?<name>\w+)\((?<head>.*?)\bas \$\$(?<body>.*?)\$\$;",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Function();

    [GeneratedRegex(
        @"^create or replace aggregate public\.(?<name>\w+)\(.*?\(sfunc = (?<function>[\w.]+)",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Aggregate();

    private sealed record Definition(string Body, bool IsDefiner);
}
