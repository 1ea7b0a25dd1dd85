using System.Security.Cryptography;
using System.Text;

namespace Negotiations;

/// <summary>
/// Checkpoints as signed text: ECDSA on the curve P-256 with SHA-256, the signature as DER in base 64.
/// </summary>
/// <remarks>
/// Keys are PEM: the private one as PKCS #8 (RFC 5958), the public one as SubjectPublicKeyInfo (RFC 5280).
/// </remarks>
public static class SignedCheckpoint
{
    private const string Signature = "signature ";

    private static readonly string[] Private = ["PRIVATE KEY", "EC PRIVATE KEY"];

    private static readonly string[] Public = ["PUBLIC KEY"];

    /// <summary>A new pair of keys, as PEM.</summary>
    public static (string PrivateKey, string PublicKey) CreateKeys()
    {
        using var keys = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return (keys.ExportPkcs8PrivateKeyPem() + "\n", keys.ExportSubjectPublicKeyInfoPem() + "\n");
    }

    /// <summary>A checkpoint with its signature, as text.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="privateKey">The private key, as PEM.</param>
    /// <exception cref="CheckpointException">That is no private key on P-256.</exception>
    public static string Sign(Checkpoint checkpoint, string privateKey)
    {
        if (ReadLabel(privateKey) is { } label && Public.Contains(label))
            throw new CheckpointException("the key cannot sign: it is a public one. Give the private key");
        using var key = Import(privateKey, "private", Private);
        var text = CheckpointText.Write(checkpoint);
        var signature = key.SignData(
            Encoding.ASCII.GetBytes(text),
            HashAlgorithmName.SHA256,
            DSASignatureFormat.Rfc3279DerSequence
        );
        return $"{text}{Signature}{Convert.ToBase64String(signature)}\n";
    }

    /// <summary>Reads a signed checkpoint, and sees to it that the signature is right.</summary>
    /// <param name="text">The text.</param>
    /// <param name="publicKey">The public key, as PEM.</param>
    /// <exception cref="CheckpointException">The text is no checkpoint, the key is none, or the signature is not that
    /// key's.</exception>
    public static Checkpoint Read(string text, string publicKey)
    {
        if (ReadLabel(publicKey) is { } label && Private.Contains(label))
            throw new CheckpointException("this is a private key, which stays with whoever signs: give the public key");
        using var key = Import(publicKey, "public", Public);
        var lines = FindLines(text);
        var signed = string.Concat(lines.Take(CheckpointText.Lines).Select(line => $"{line}\n"));
        var checkpoint = CheckpointText.Read(signed);
        return ListSignatures(lines.Skip(CheckpointText.Lines)).Any(signature => IsSigned(key, signed, signature))
            ? checkpoint
            : throw new CheckpointException(
                "the signature is not that of this key over this checkpoint: the checkpoint was "
                    + "altered, or the key is another one"
            );
    }

    // A checkpoint may come out of a mail: quoted, indented, with other words and empty lines around it.
    private static List<string> FindLines(string text) =>
        [
            .. text.ReplaceLineEndings("\n")
                .Split('\n')
                .Select(line => line.TrimStart('>', ' ', '\t', '\u00A0', '\uFEFF').TrimEnd())
                .Where(line => line.Length > 0)
                .SkipWhile(line => line != CheckpointText.Title),
        ];

    // A mail may have broken the last line, which is the longest.
    private static IEnumerable<string> ListSignatures(IEnumerable<string> lines)
    {
        const int most = 3;
        var rest = lines.ToList();
        if (rest is [var first, ..] && first.StartsWith(Signature.TrimEnd(), StringComparison.Ordinal))
        {
            rest[0] = first[Signature.TrimEnd().Length..].TrimStart();
            foreach (var count in Enumerable.Range(1, Math.Min(most, rest.Count)))
                yield return string.Concat(rest.Take(count));
        }
    }

    private static bool IsSigned(ECDsa key, string text, string written)
    {
        var signature = new byte[written.Length];
        // Only as it was written: in base 64 several texts can stand for the same bytes.
        return Convert.TryFromBase64String(written, signature, out var length)
            && written == Convert.ToBase64String(signature, 0, length)
            && key.VerifyData(
                Encoding.ASCII.GetBytes(text),
                signature.AsSpan(0, length),
                HashAlgorithmName.SHA256,
                DSASignatureFormat.Rfc3279DerSequence
            );
    }

    private static string? ReadLabel(string pem) => PemEncoding.TryFind(pem, out var fields) ? pem[fields.Label] : null;

    private static ECDsa Import(string pem, string which, string[] labels)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            // Another curve of the same size is another one.
            if (labels.Contains(ReadLabel(pem)) && IsP256(key.ExportParameters(includePrivateParameters: false).Curve))
                return key;
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            // Said below, with what would be right.
        }

        key.Dispose();
        throw new CheckpointException(
            $"this is no {which} key on the curve P-256 as PEM; make a pair with: negotiations "
                + "checkpoint --new-key FILE"
        );
    }

    private static bool IsP256(ECCurve curve) =>
        curve.IsNamed
        && (
            curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value
            || curve.Oid.FriendlyName == ECCurve.NamedCurves.nistP256.Oid.FriendlyName
        );
}
