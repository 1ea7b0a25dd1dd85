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
        select p.proname, coalesce('sfunc ' || a.aggtransfn::oid::regproc::text, p.prosrc),
               p.prosecdef and not coalesce(p.proconfig @> array['search_path=pg_catalog, pg_temp'], false)
          from pg_proc p left join pg_aggregate a on a.aggfnoid = p.oid
         where p.pronamespace = 'public'::regnamespace and starts_with(p.proname::text, 'negotiations_')
         order by p.proname, p.oid
        """;

    // The SHA-256 of the bodies that the last version of the first wave installed, schema 5, in UTF-8 with line feeds.
    private const int FirstWaveVersion = 5;

    private static readonly Dictionary<string, string> FirstWave = new(StringComparer.Ordinal)
    {
        ["negotiations_derived_lock"] = "b674dcebed90522c504182c9777154bc321f62cd86889b3cd8b85bb945acf08b",
        ["negotiations_erase"] = "3173e52733fa383830de203793cea37c1faf2b051e51684505ef23f61cf8b5c9",
        ["negotiations_field"] = "cf1e626b2d0d659d4e118a2a65a4119c546cd558ab720e3b210b2cc26fb7dddd",
        ["negotiations_forget"] = "794a105dff7f7da1c10960500828fe555ffa3fb13288eb50b2c5f7bcc415a910",
        ["negotiations_keep_answer"] = "257158036e09db70add243db3580a8ba1ddff88b9504f156d38c49f05ac95ab2",
        ["negotiations_link"] = "d242c5eba2d61df173652b57f85812664bfa982a45b727871c00c54e358f71e1",
        ["negotiations_may_keep"] = "651cb403a43ccc98bccbb6d5140a396bbec7f68a27f271ab82b81336ef07674e",
        ["negotiations_microseconds"] = "dc11fa5319f3151aeec041372ca390ffa020cb2857f38be950caf5e767869856",
        ["negotiations_of_stream"] = "adbce86697841edfc2bcf43389307c9033c1b5cc90a02ce56a85e1e96517bb1f",
        ["negotiations_on_erasure"] = "f5654c4725f75eaa19294c5f6079aa76e66fc39c4f6eef0354aa20d8a4bba6fe",
        ["negotiations_on_event"] = "134942443686787ff7e0ff9f980395869f445a90ec6c6dc269ce3bb162aec63e",
        ["negotiations_raise_floor"] = "dbb576cc1672f656a0fb67eb3e633f6b9b4b6cd82423c843da24fb3ba4f37cf8",
        ["negotiations_record_lock"] = "0a0d3533b3eb0569cf9c638494bdadd2f66cb3fd639a5ad5f4c67e600cfbe7c9",
        ["negotiations_settle"] = "8fa378223fbbdd0e8432af7b62c05e0adaabece435dcc569ddd49ae60090b5df",
        ["negotiations_take_position"] = "fdea220317334de36c539ff56a06e76d7b10d527284a112a01070d71c3cbe261",
    };

    // What schema 6 had otherwise than the present one: its commits took several times as long.
    private const int SlowCommitsVersion = 6;

    private static readonly Dictionary<string, string> SlowCommits = new(StringComparer.Ordinal)
    {
        ["negotiations_field"] = "cf1e626b2d0d659d4e118a2a65a4119c546cd558ab720e3b210b2cc26fb7dddd",
        ["negotiations_link"] = "d242c5eba2d61df173652b57f85812664bfa982a45b727871c00c54e358f71e1",
        ["negotiations_next_link"] = "6d15480fd917ba22a8a4eb8132decd5f0ba57de80dbd8f6eec49a78cf29d6cd2",
        ["negotiations_on_event"] = "604f1f509cee67b9d739a0dad11c833b4f3b4fe854e0e8c7c4ec08407e36d647",
    };

    /// <summary>What differs, in words. A store of an earlier schema is compared with that schema.</summary>
    public static async Task<IReadOnlyList<string>> AlteredAsync(
        NpgsqlConnection connection,
        CancellationToken cancellationToken
    )
    {
        var version = await ReadVersionAsync(connection, cancellationToken);
        // What the versions before the last of the first wave installed is not known any more.
        if (version < FirstWaveVersion)
            return [];
        var expected = FindExpected(version);
        var (seen, found) = (new HashSet<string>(StringComparer.Ordinal), new List<string>());
        await using var command = new NpgsqlCommand(Sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var name = reader.GetString(0);
            if (!expected.TryGetValue(name, out var body) || !seen.Add(name))
                found.Add($"the function public.{name} is not the store's");
            else if (Hash(reader.GetString(1)) != body)
                found.Add($"the function public.{name} does not do what the program installed");
            else if (reader.GetBoolean(2))
                found.Add(
                    $"the function public.{name} runs with its owner's rights and looks for names in schemas of others"
                );
        }

        found.AddRange(
            expected
                .Keys.Where(name => !seen.Contains(name))
                .Order(StringComparer.Ordinal)
                .Select(name => $"the function public.{name} is missing")
        );
        return found;
    }

    private static Dictionary<string, string> FindExpected(int version)
    {
        if (version == FirstWaveVersion)
            return FirstWave;
        var expected = ReadDefinitions(StoreMigration.Functions);
        if (version == SlowCommitsVersion)
        {
            foreach (var (name, body) in SlowCommits)
                expected[name] = body;
            expected.Remove("negotiations_give_positions_from");
        }

        return expected;
    }

    private static Dictionary<string, string> ReadDefinitions(string script)
    {
        var lines = script.ReplaceLineEndings("\n");
        return Function()
            .Matches(lines)
            .Select(match => (Name: match.Groups["name"].Value, Body: match.Groups["body"].Value))
            .Concat(
                Aggregate()
                    .Matches(lines)
                    .Select(match =>
                        (Name: match.Groups["name"].Value, Body: $"sfunc {match.Groups["function"].Value}")
                    )
            )
            .ToDictionary(function => function.Name, function => Hash(function.Body), StringComparer.Ordinal);
    }

    private static async Task<int> ReadVersionAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select max(version) from public.negotiations_schema", connection);
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static string Hash(string body) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body.ReplaceLineEndings("\n"))));

    [GeneratedRegex(
        @"^create (or replace )?function public\.(?<name>\w+)\(.*?\bas \$\$(?<body>.*?)\$\$;",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Function();

    [GeneratedRegex(
        @"^create or replace aggregate public\.(?<name>\w+)\(.*?\(sfunc = (?<function>[\w.]+)",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Aggregate();
}
