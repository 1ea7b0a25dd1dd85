namespace Negotiations;

/// <summary>Which text an article version has, without the text.</summary>
/// <param name="Sha256">SHA-256 of the UTF-8 bytes of the normalised text, in lower-case hexadecimal.</param>
/// <param name="Length">Length of the normalised text in Unicode code points.</param>
/// <param name="File">Name under which holders of the article keep it.</param>
public sealed record TextIdentity(string Sha256, int Length, string? File = null);
