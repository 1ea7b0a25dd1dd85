using System.Net;

namespace Negotiations.Server;

/// <summary>Where the server listens.</summary>
internal static class Listening
{
    private const string AllowedHosts = "AllowedHosts";

    // As in appsettings.json, which may be missing.
    private const string OwnHosts = "localhost;127.0.0.1;[::1]";

    private const string Endpoints = "Kestrel:Endpoints";

    /// <summary>Checks that a server that allows everything listens on loopback only.</summary>
    /// <exception cref="ArgumentException">It listens on something else.</exception>
    public static void RequireLoopback(IConfiguration configuration)
    {
        foreach (var name in new[] { "HTTP_PORTS", "HTTPS_PORTS" })
            if (configuration[name] is { Length: > 0 } && configuration["URLS"] is not { Length: > 0 })
                throw Refuse($"{name} has it listen everywhere");
        foreach (var endpoint in configuration.GetSection(Endpoints).GetChildren())
            Require(endpoint["Url"] ?? "");
        foreach (var url in (configuration["URLS"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries))
            Require(url.Trim());
    }

    /// <summary>Checks that each address can be listened at.</summary>
    /// <exception cref="ArgumentException">One cannot.</exception>
    public static void RequireAddresses(IConfiguration configuration)
    {
        foreach (var url in (configuration["URLS"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!IsAddress(url.Trim()))
                throw new ArgumentException($"URLS: '{url.Trim()}' is no address such as http://127.0.0.1:5081");
        }
    }

    /// <summary>The names by which a server is asked that listens at some addresses, as <c>AllowedHosts</c> has them:
    /// those of the addresses, and any where one stands for all.</summary>
    public static string ListHosts(string urls)
    {
        var hosts = urls
            .Split([';', ' '], StringSplitOptions.RemoveEmptyEntries)
            .Select(url => Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Host : "*")
            .ToList();
        return hosts.Any(host => host is "*" or "0.0.0.0" or "[::]") ? "*"
            : string.Join(';', hosts.Concat(OwnHosts.Split(';')).Distinct(StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Sees to it that a server is asked by its own names alone, where no others are set: so no page of
    /// another site reaches it under a name of its own.</summary>
    public static void RequireHosts(ConfigurationManager configuration, string hosts = OwnHosts)
    {
        if (configuration[AllowedHosts] is null or "" or OwnHosts)
            configuration.AddInMemoryCollection([new(AllowedHosts, hosts)]);
    }

    /// <summary>Whether all of some addresses, apart by semicolons, are on loopback.</summary>
    public static bool IsLoopback(string urls) =>
        urls.Split([';', ' '], StringSplitOptions.RemoveEmptyEntries).All(IsOnLoopback);

    private static bool IsAddress(string url)
    {
        try
        {
            return BindingAddress.Parse(url) is { Scheme: "http" or "https", Port: >= 0 and <= ushort.MaxValue };
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static void Require(string url)
    {
        if (!IsOnLoopback(url))
            throw Refuse($"'{url}' is not on loopback");
    }

    // A port that stands for all addresses, such as in http://*:5081, is no address of the usual form.
    private static bool IsOnLoopback(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (
            address.Host == "localhost"
            || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip))
        );

    private static ArgumentException Refuse(string reason) =>
        new(
            $"{ServerSettings.Section}__{nameof(ServerSettings.SingleUser)} allows everything to whoever asks, so the "
                + $"server may listen on loopback only, such as http://127.0.0.1:5081; {reason}"
        );
}
