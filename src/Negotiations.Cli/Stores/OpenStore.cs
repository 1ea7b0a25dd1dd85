namespace Negotiations.Cli.Stores;

/// <summary>Opens the store that a command is about: the one that is named, or the user's own.</summary>
internal static class OpenStore
{
    /// <summary>To take articles in; a store is made where there is none.</summary>
    /// <param name="connection">How to connect; null: the private server.</param>
    /// <param name="status">Told what takes long.</param>
    /// <param name="cancellationToken">Cancels the opening.</param>
    /// <param name="folder">The folder of the private server; null: the user's own.</param>
    public static Task<OpenedStore> ForIntakeAsync(
        string? connection,
        TextWriter status,
        CancellationToken cancellationToken,
        string? folder = null
    ) => OpenAsync(connection, folder, StoreAccess.Intake, status, cancellationToken);

    /// <summary>For questions, where something was replayed before.</summary>
    public static async Task<OpenedStore> ForQuestionsAsync(
        string? connection,
        TextWriter status,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await OpenAsync(connection, null, StoreAccess.Questions, status, cancellationToken);
        }
        catch (NoStoreException) when (connection is null)
        {
            // Nobody knows the private database by its name.
            throw new WrongInputException("nothing was replayed yet; replay coded files first");
        }
    }

    /// <summary>For a rehearsal; null where there is no store yet.</summary>
    public static async Task<OpenedStore?> ForRehearsalAsync(
        string? connection,
        TextWriter status,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await OpenAsync(connection, null, StoreAccess.Questions, status, cancellationToken);
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
        string? connection,
        TextWriter status,
        CancellationToken cancellationToken
    ) => OpenAsync(connection, null, StoreAccess.Appending, status, cancellationToken);

    private static async Task<OpenedStore> OpenAsync(
        string? connection,
        string? folder,
        StoreAccess access,
        TextWriter status,
        CancellationToken cancellationToken
    )
    {
        using var message = new LateMessage(status);
        return await OpenedStore.OpenAsync(
            connection,
            folder,
            access,
            message.Set,
            new StatusLines(status),
            cancellationToken
        );
    }

    /// <summary>Restores a backup where there is no store yet.</summary>
    public static async Task RestoreAsync(
        string? connection,
        string file,
        TextWriter status,
        CancellationToken cancellationToken
    )
    {
        using var message = new LateMessage(status);
        await OpenedStore.RestoreAsync(
            connection,
            folder: null,
            file,
            message.Set,
            new StatusLines(status),
            cancellationToken
        );
    }

    private sealed class StatusLines(TextWriter status) : IProgress<string>
    {
        public void Report(string value) => status.WriteLine($"negotiations: {value}");
    }
}
