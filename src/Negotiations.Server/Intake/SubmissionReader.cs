namespace Negotiations.Server;

/// <summary>Reads what is handed in with what a store holds.</summary>
internal static class SubmissionReader
{
    /// <summary>The coded file of an article.</summary>
    /// <exception cref="CodingException">The file is not well-formed, or not that of an article.</exception>
    public static async Task<CodedFile> ReadArticleAsync(
        IEventStore store,
        CodedText coded,
        CancellationToken cancellationToken
    ) =>
        (await ReadAsync(store, coded, cancellationToken)).Articles is [var file]
            ? file
            : throw new CodingException([
                new(coded.File, 0, "article", "this is the file of a negotiation, not of an article"),
            ]);

    /// <summary>The file of a negotiation.</summary>
    /// <exception cref="CodingException">The file is not well-formed, or not that of a negotiation.</exception>
    public static async Task<NegotiationDefined> ReadDefinitionAsync(
        IEventStore store,
        CodedText coded,
        CancellationToken cancellationToken
    ) =>
        (await ReadAsync(store, coded, cancellationToken)).Definitions is [var file]
            ? file.Definition
            : throw new CodingException([
                new(coded.File, 0, "article", "this is the coded file of an article, not of a negotiation"),
            ]);

    private static Task<CodedBatch> ReadAsync(
        IEventStore store,
        CodedText coded,
        CancellationToken cancellationToken
    ) =>
        CodedFiles.ReadAsync([coded], negotiation =>
            FileIntake.ReadDefinitionAsync(store, negotiation, cancellationToken)
        );
}
