using System.Runtime.InteropServices;
using Npgsql;

namespace Negotiations.Bench;

/// <summary>On what the measurements were taken, in general words.</summary>
public static class Machine
{
    public static async Task<string> DescribeAsync(string connection)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand("show server_version");
        var version = ((string)(await command.ExecuteScalarAsync())!).Split(' ')[0];
        return $"{Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, PostgreSQL {version}";
    }
}
