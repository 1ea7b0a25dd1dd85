namespace Negotiations.Cli.Stores;

/// <summary>Files with keys for checkpoints.</summary>
internal static class KeyFiles
{
    /// <summary>Makes a pair of keys in two files that are not there yet; gives the name of the public one.</summary>
    /// <exception cref="WrongInputException">One of the files is there: a key is never written over.</exception>
    public static async Task<string> CreateAsync(string privateFile, CancellationToken cancellationToken)
    {
        var publicFile = Path.ChangeExtension(privateFile, null) + ".pub.pem";
        if (new[] { privateFile, publicFile }.FirstOrDefault(Path.Exists) is { } there)
            throw new WrongInputException(
                $"{there} is there already, and a key is never written over; give another name"
            );
        var (secret, open) = SignedCheckpoint.CreateKeys();
        await WriteAsync(privateFile, secret, UnixFileMode.UserRead | UnixFileMode.UserWrite, cancellationToken);
        try
        {
            await WriteAsync(
                publicFile,
                open,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead,
                cancellationToken
            );
        }
        catch
        {
            // One without the other is of no use.
            File.Delete(privateFile);
            throw;
        }

        return publicFile;
    }

    private static async Task WriteAsync(
        string file,
        string text,
        UnixFileMode mode,
        CancellationToken cancellationToken
    )
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = mode;
        await using var writer = new StreamWriter(file, options);
        await writer.WriteAsync(text.AsMemory(), cancellationToken);
    }
}
