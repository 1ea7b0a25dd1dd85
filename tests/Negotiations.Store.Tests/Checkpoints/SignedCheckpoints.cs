using NodaTime;

namespace Negotiations.Store.Tests;

public sealed class SignedCheckpoints
{
    private static readonly Checkpoint Sample = new(
        Enumerable.Repeat((byte)7, 32).ToArray(),
        249,
        Enumerable.Range(0, 32).Select(value => (byte)value).ToArray(),
        Instant.FromUtc(2031, 4, 2, 6, 30, 15).PlusNanoseconds(123_456_000)
    );

    [Fact]
    public void A_checkpoint_is_five_lines_and_its_signature()
    {
        var (secret, _) = SignedCheckpoint.CreateKeys();

        var text = SignedCheckpoint.Sign(Sample, secret);

        Assert.StartsWith(
            """
            negotiations checkpoint 1
            first 0707070707070707070707070707070707070707070707070707070707070707
            position 249
            head 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f
            at 2031-04-02T06:30:15.123456Z
            signature 
            """.ReplaceLineEndings("\n"),
            text
        );
        Assert.EndsWith("\n", text);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void What_was_signed_is_read_with_the_public_key(string lineEnd)
    {
        var (secret, open) = SignedCheckpoint.CreateKeys();

        var read = SignedCheckpoint.Read(SignedCheckpoint.Sign(Sample, secret).ReplaceLineEndings(lineEnd), open);

        Assert.Equal((Sample.Position, Sample.At), (read.Position, read.At));
        Assert.Equal(Sample.Head.ToArray(), read.Head.ToArray());
        Assert.Equal(Sample.First.ToArray(), read.First.ToArray());
    }

    [Fact]
    public void A_checkpoint_is_read_as_mails_and_editors_leave_it()
    {
        var (secret, open) = SignedCheckpoint.CreateKeys();
        var text = SignedCheckpoint.Sign(Sample, secret);
        string[] forms =
        [
            text.TrimEnd('\n'),
            $"\uFEFF\n\n{text}\n\n",
            text.Replace("\n", "\n\n"),
            text.Replace("\n", "  \r\n"),
            "Dear colleague,\n\n" + text + "\nRegards",
            string.Concat(text.Split('\n').Select(line => $"> {line}\n")),
            string.Concat(text.Split('\n').Select(line => $"> >\u00A0{line}\n")),
            text[..(text.IndexOf("signature", StringComparison.Ordinal) + 76)]
                + "\n"
                + text[(text.IndexOf("signature", StringComparison.Ordinal) + 76)..],
        ];

        Assert.All(forms, form => Assert.Equal(Sample.Position, SignedCheckpoint.Read(form, open).Position));
    }

    [Fact]
    public void No_other_text_passes_under_the_signature()
    {
        var (secret, open) = SignedCheckpoint.CreateKeys();
        var text = SignedCheckpoint.Sign(Sample, secret);

        for (var place = 0; place < text.Length - 1; place++)
        {
            var altered = $"{text[..place]}{(text[place] == '1' ? '2' : '1')}{text[(place + 1)..]}";
            Assert.Throws<CheckpointException>(() => SignedCheckpoint.Read(altered, open));
        }
    }

    [Fact]
    public void Another_key_does_not_pass()
    {
        var text = SignedCheckpoint.Sign(Sample, SignedCheckpoint.CreateKeys().PrivateKey);

        var failure = Assert.Throws<CheckpointException>(() =>
            SignedCheckpoint.Read(text, SignedCheckpoint.CreateKeys().PublicKey)
        );

        Assert.Contains("the key is another one", failure.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no key")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n")]
    public void What_is_no_key_is_refused(string key)
    {
        Assert.Contains(
            "private key",
            Assert.Throws<CheckpointException>(() => SignedCheckpoint.Sign(Sample, key)).Message
        );
        Assert.Contains("public key", Assert.Throws<CheckpointException>(() => SignedCheckpoint.Read("", key)).Message);
    }

    [Fact]
    public void A_public_key_cannot_sign() =>
        Assert.Contains(
            "Give the private key",
            Assert
                .Throws<CheckpointException>(() =>
                    SignedCheckpoint.Sign(Sample, SignedCheckpoint.CreateKeys().PublicKey)
                )
                .Message
        );

    [Theory]
    [InlineData("1.3.132.0.10")]
    [InlineData("1.3.36.3.3.2.8.1.1.7")]
    public void Another_curve_of_the_same_size_is_refused(string curve)
    {
        using var other = System.Security.Cryptography.ECDsa.Create(
            System.Security.Cryptography.ECCurve.CreateFromValue(curve)
        );

        Assert.Contains(
            "P-256",
            Assert
                .Throws<CheckpointException>(() => SignedCheckpoint.Sign(Sample, other.ExportPkcs8PrivateKeyPem()))
                .Message
        );
        Assert.Contains(
            "P-256",
            Assert
                .Throws<CheckpointException>(() => SignedCheckpoint.Read("", other.ExportSubjectPublicKeyInfoPem()))
                .Message
        );
    }

    [Fact]
    public void A_private_key_is_refused_where_the_public_one_is_meant()
    {
        var (secret, _) = SignedCheckpoint.CreateKeys();

        Assert.Contains(
            "give the public key",
            Assert
                .Throws<CheckpointException>(() => SignedCheckpoint.Read(SignedCheckpoint.Sign(Sample, secret), secret))
                .Message
        );
    }
}
