namespace Negotiations.Coding;

/// <summary>The most that is taken in; docs/limits.md says why.</summary>
public static class Limits
{
    /// <summary>
    /// An identifier, in bytes of UTF-8. PostgreSQL refuses more than 2,704 bytes in an index, and a stream is named by
    /// two.
    /// </summary>
    public const int Identifier = 500;

    /// <summary>A name, a spelling of one or the description of an unnamed source, in bytes of UTF-8.</summary>
    public const int Name = 1_000;

    /// <summary>The text of an article, in bytes: a book has about one million.</summary>
    public const long Text = 5_000_000;

    /// <summary>A saved web page, in bytes, with the pictures that some browsers write into it.</summary>
    public const long Page = 20_000_000;

    /// <summary>
    /// A coded file or the file of a negotiation, in bytes: hundreds of times a long article's coding, yet soon refused
    /// when it is noise.
    /// </summary>
    public const long CodedFile = 16 << 20;

    /// <summary>
    /// A file of annotations of other tools, in bytes: such files have every word of the article, with all that is said
    /// of it.
    /// </summary>
    public const long Annotations = 32 << 20;

    /// <summary>The reports in one coded file.</summary>
    public const int Reports = 10_000;

    /// <summary>A checkpoint, a key or the settings of a demonstration, in bytes, with a mail around it.</summary>
    public const long SmallFile = 1_000_000;

    /// <summary>A message to the server that is no coded file, such as a correction, in bytes.</summary>
    public const long Message = 2_000_000;

    /// <summary>What is said of an identifier or a name that is too long; null where it is not.</summary>
    /// <param name="what">What it is, with its article, such as <c>an identifier</c>.</param>
    /// <param name="text">The text.</param>
    /// <param name="most">The limit in bytes of UTF-8.</param>
    public static string? FindProblem(string what, string text, int most) =>
        System.Text.Encoding.UTF8.GetByteCount(text) is var bytes && bytes > most
            ? $"has {Format(bytes)} bytes; {what} has at most {Format(most)}"
            : null;

    /// <summary>A number with its thousands.</summary>
    public static string Format(long number) =>
        number.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
}
