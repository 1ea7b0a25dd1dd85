using System.Reflection;
using System.Security.Cryptography;

namespace Negotiations.Server.Pages;

/// <summary>The style sheet, the script and the icon of the pages, each under an address that has the hash of its
/// content.</summary>
public static class PageAssets
{
    private static readonly IReadOnlyDictionary<string, Asset> ByAddress = new[]
    {
        Read("page.css", "text/css; charset=utf-8"),
        Read("page.js", "text/javascript; charset=utf-8"),
        Read("desk.css", "text/css; charset=utf-8"),
        Read("desk.js", "text/javascript; charset=utf-8"),
        Read("icon.svg", "image/svg+xml"),
    }.ToDictionary(asset => asset.Address, StringComparer.Ordinal);

    /// <summary>Address of the style sheet.</summary>
    public static string Style { get; } = Find("page.css");

    /// <summary>Address of the script.</summary>
    public static string Script { get; } = Find("page.js");

    /// <summary>Address of the style sheet of the desk, which comes after the other.</summary>
    public static string DeskStyle { get; } = Find("desk.css");

    /// <summary>Address of the script of the desk.</summary>
    public static string DeskScript { get; } = Find("desk.js");

    /// <summary>Address of the icon.</summary>
    public static string Icon { get; } = Find("icon.svg");

    /// <summary>An asset; another version of the program has another address.</summary>
    internal static IResult Find(HttpContext context)
    {
        if (!ByAddress.TryGetValue(context.Request.Path.Value ?? "", out var asset))
            return Results.NotFound();
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Bytes(asset.Content, asset.Type);
    }

    private static string Find(string name) =>
        ByAddress.Keys.Single(address => address.EndsWith($"/{name}", StringComparison.Ordinal));

    private static Asset Read(string name, string type)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content.ToArray()))[..12];
        return new($"/assets/{hash}/{name}", type, content.ToArray());
    }

    private sealed record Asset(string Address, string Type, byte[] Content);
}
