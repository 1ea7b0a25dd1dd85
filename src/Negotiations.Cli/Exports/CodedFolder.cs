using System.Security.Cryptography;
using System.Text;
using Negotiations.Coding;

namespace Negotiations.Cli.Exports;

/// <summary>Writes the coded files of a negotiation, and beside them what the export says of itself.</summary>
internal static class CodedFolder
{
    /// <summary>The file with the description of the export; a replay ignores it.</summary>
    public const string Header = "export.json";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes the files.</summary>
    /// <param name="folder">The folder, empty.</param>
    /// <param name="kind">Whether each file is written once, or as often as something was added to it.</param>
    /// <param name="exported">What is exported.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    /// <returns>
    /// The SHA-256 of the coded files one after the other, in lower-case hexadecimal, and what they leave out.
    /// </returns>
    public static (string Sha256, ErasureOmissions LeftOut) Write(
        string folder,
        ExportKind kind,
        ExportSource exported,
        CancellationToken cancellationToken
    )
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (
            var file in kind == ExportKind.Steps
                ? WrittenFile.InSteps(exported.Log)
                : WrittenFile.WriteAll(exported.Log)
        )
        {
            cancellationToken.ThrowIfCancellationRequested();
            var bytes = Utf8.GetBytes(file.Text);
            hash.AppendData(bytes);
            File.WriteAllBytes(Path.Combine(folder, file.File), bytes);
        }

        // Coded files have no place for what was erased, nor for that it was.
        var leftOut = new ErasureOmissions(RedactedLog.From(exported.Log));
        File.WriteAllText(Path.Combine(folder, Header), HeaderJson.Write(exported.Header, leftOut.Write) + "\n", Utf8);
        return (Convert.ToHexStringLower(hash.GetHashAndReset()), leftOut);
    }
}
