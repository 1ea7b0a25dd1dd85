using System.Text;

namespace Negotiations.Coding;

/// <summary>Why a file is not read.</summary>
public sealed class UnfitFileException(string message) : WrongInputException(message);

/// <summary>Reads files of others: never more than a limit, whatever the file says of its length.</summary>
public static class LimitedFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>All bytes of a file, or of a pipe or device that was named on purpose.</summary>
    /// <param name="path">The file.</param>
    /// <param name="most">The limit in bytes.</param>
    /// <param name="what">What it is to be, with its article, such as <c>a text</c>.</param>
    /// <exception cref="UnfitFileException">It has more.</exception>
    public static byte[] ReadBytes(string path, long most, string what)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return file.CanSeek && file.Length > most
            ? throw new UnfitFileException($"it has {Limits.Format(file.Length)} bytes; {SayLimit(what, most)}")
            : ReadBytes(file, most, what);
    }

    /// <summary>A text file in UTF-8, without a byte order mark.</summary>
    /// <exception cref="UnfitFileException">It is too long, or is not UTF-8 text.</exception>
    public static string ReadText(string path, long most, string what) => ReadText(ReadBytes(path, most, what));

    /// <summary>The text of some bytes in UTF-8, without a byte order mark.</summary>
    /// <exception cref="UnfitFileException">They are not UTF-8 text.</exception>
    public static string ReadText(byte[] bytes)
    {
        try
        {
            var mark = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
            return Utf8.GetString(bytes.AsSpan(mark));
        }
        catch (DecoderFallbackException)
        {
            throw new UnfitFileException("it is not UTF-8 text");
        }
    }

    /// <summary>A small text file that a command names, such as a checkpoint or a key.</summary>
    /// <exception cref="WrongInputException">It is not there, or is no such file.</exception>
    public static string ReadSmallText(string path, string what)
    {
        if (!File.Exists(path))
            throw new WrongInputException($"there is no file {path}");
        try
        {
            return ReadText(path, Limits.SmallFile, what);
        }
        catch (UnfitFileException exception)
        {
            throw new WrongInputException($"{path} cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>All bytes of a stream.</summary>
    /// <exception cref="UnfitFileException">It has more than the limit.</exception>
    public static byte[] ReadBytes(Stream stream, long most, string what)
    {
        using var read = new MemoryStream(stream.CanSeek ? (int)stream.Length : 0);
        var part = new byte[1 << 16];
        while (stream.Read(part) is > 0 and var count)
        {
            if (read.Length + count > most)
                throw new UnfitFileException($"it has more than {Limits.Format(most)} bytes; {SayLimit(what, most)}");
            read.Write(part, 0, count);
        }

        return read.ToArray();
    }

    private static string SayLimit(string what, long most) => $"{what} has at most {Limits.Format(most)}";
}
