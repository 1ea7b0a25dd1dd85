using Negotiations.Cli.Options;
using Negotiations.Cli.Rendering;

namespace Negotiations.Cli.Stores;

/// <summary>Opens the store that a command is about: the one that is named, or the user's own.</summary>
internal static class StoreOpener
{
    /// <summary>To take articles in; a store is made where there is none.</summary>
    /// <param name="address">Which store.</param>
    /// <param name="status">Told what takes long.</param>
    /// <param name="cancellationToken">Cancels the opening.</param>
    /// <param name="folder">The folder of the private server; null: the user's own.</param>
    public static Task<OpenedStore> ForIntakeAsync(
        StoreAddress address,
        TextWriter status,
        CancellationToken cancellationToken,
        string? folder = null
    ) => OpenAsync(address, folder, StoreAccess.Intake, status, cancellationToken);

    /// <summary>For questions, where something was replayed before.</summary>
    public static async Task<OpenedStore> ForQuestionsAsync(
        StoreAddress address,
        TextWriter status,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await OpenAsync(address, null, StoreAccess.Questions, status, cancellationToken);
        }
        catch (NoStoreException) when (address.Connection is null)
        {
            // Nobody knows the private database by its name.
            throw new WrongInputException("nothing was replayed yet; replay coded files first");
        }
    }

    /// <summary>For a rehearsal; null where there is no store yet.</summary>
    public static async Task<OpenedStore?> ForRehearsalAsync(
        StoreAddress address,
        TextWriter status,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await OpenAsync(address, null, StoreAccess.Questions, status, cancellationToken);
        }
        catch (NoStoreException)
        {
            return null;
        }
    }

    /// <summary>
    /// To append to what is there; one of an earlier version is brought up to date, and that is said.
    /// </summary>
    public static Task<OpenedStore> ForAppendingAsync(
        StoreAddress address,
        TextWriter status,
        CancellationToken cancellationToken
    ) => OpenAsync(address, null, StoreAccess.Appending, status, cancellationToken);

    private static async Task<OpenedStore> OpenAsync(
        StoreAddress address,
        string? folder,
        StoreAccess access,
        TextWriter status,
        CancellationToken cancellationToken
    )
    {
        using var message = new LateMessage(status);
        using var dialog = new DownloadDialog(status, address.MayDownload);
        return await OpenedStore.OpenAsync(
            address.Connection,
            folder,
            access,
            message.Set,
            new StatusLines(status),
            dialog,
            cancellationToken
        );
    }

    /// <summary>Restores a backup where there is no store yet.</summary>
    public static async Task RestoreAsync(
        StoreAddress address,
        string file,
        TextWriter status,
        CancellationToken cancellationToken
    )
    {
        using var message = new LateMessage(status);
        using var dialog = new DownloadDialog(status, address.MayDownload);
        await OpenedStore.RestoreAsync(
            address.Connection,
            folder: null,
            file,
            message.Set,
            new StatusLines(status),
            dialog,
            cancellationToken
        );
    }

    private sealed class StatusLines(TextWriter status) : IProgress<string>
    {
        public void Report(string value) => status.WriteLine($"negotiations: {value}");
    }
}
