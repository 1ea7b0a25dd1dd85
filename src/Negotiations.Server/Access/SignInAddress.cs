namespace Negotiations.Server;

/// <summary>The address at which somebody signs in, and comes back from.</summary>
internal static class SignInAddress
{
    private const string Parameter = "to";

    /// <summary>Where somebody signs in to go on with a request.</summary>
    public static string For(HttpRequest request) =>
        $"{BrowserSessions.SignInPath}?{Parameter}={Uri.EscapeDataString($"{request.Path}{request.QueryString}")}";

    /// <summary>Where somebody goes on who has signed in: an address of this server, whatever was asked for.</summary>
    // Two slashes, or a slash and a backslash, begin an address of another server. What is no ASCII cannot stand in a
    // header.
    public static string Check(string? to) =>
        to is ['/', ..] && (to.Length == 1 || to[1] is not ('/' or '\\')) && to.All(IsOfAnAddress) ? to : "/desk";

    private static bool IsOfAnAddress(char letter) => char.IsAscii(letter) && !char.IsControl(letter);
}
