using System.Text;

namespace Negotiations.Server;

internal static class JsonResults
{
    // With the line feed that the command line writes at the end: the answers are the same byte for byte.
    public static IResult Create(string json) => Results.Text($"{json}\n", "application/json", Encoding.UTF8);
}
