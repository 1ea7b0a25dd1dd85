using System.Text.Json;
using Negotiations.Coding;

namespace Negotiations.Cli.Demo;

/// <summary>What the demonstration asks; it comes from the seeds, so that the program need not know them.</summary>
/// <param name="Talks">The negotiation; null where the store has only one.</param>
/// <param name="KnownBy">The day whose state is shown; null for all that is known.</param>
internal sealed record DemoSettings(string? Talks = null, string? KnownBy = null)
{
    private const string File = "demo.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Reads the settings in a folder of seeds; the defaults where it has none.</summary>
    /// <exception cref="WrongInputException">The file cannot be read.</exception>
    public static DemoSettings Read(string folder)
    {
        var path = Path.Combine(folder, File);
        if (!System.IO.File.Exists(path))
            return new();
        try
        {
            return JsonSerializer.Deserialize<DemoSettings>(
                LimitedFile.ReadSmallText(path, "a file of settings"),
                Options
            ) ?? new();
        }
        catch (JsonException exception)
        {
            throw new WrongInputException(
                $"{path}:{exception.LineNumber + 1}: {exception.Path}: {exception.Message} "
                    + "The file is to be like { \"talks\": \"harbour\", \"knownBy\": \"2031-04-05\" }"
            );
        }
    }
}
