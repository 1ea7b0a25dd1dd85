namespace Negotiations;

/// <summary>Addresses on the web.</summary>
public static class WebAddress
{
    /// <summary>
    /// The address; null where it is none of <c>http</c> or <c>https</c>: <c>javascript:</c> and its like would run
    /// where somebody follows them, <c>file:</c> leads to somebody's own machine.
    /// </summary>
    public static Uri? Parse(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address.Host.Length > 0
            ? address
            : null;
}
