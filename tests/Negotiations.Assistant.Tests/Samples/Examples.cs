namespace Negotiations.Assistant.Tests;

/// <summary>The negotiation of the codebook's examples, and what the rules propose in it.</summary>
internal static class Examples
{
    private static readonly NodaTime.Instant Published = NodaTime.Instant.FromUtc(2031, 4, 16, 18, 0);

    public static NegotiationDefined Definition { get; } = Read().GetAwaiter().GetResult();

    public static Draft Propose(string text, ArticleContext? article = null) =>
        new RulesCoder().Propose(new(text), article ?? Context, Definition);

    public static ArticleContext Context { get; } =
        new() { Published = new(Published, PublicationBasis.Stated), Outlet = "Halden Courier" };

    private static async Task<NegotiationDefined> Read()
    {
        const string Name = "examples.negotiation.yaml";
        var batch = await CodedFiles.ReadAsync([new SubmittedFile(Name, Codebook.ReadEmbedded(Name))], _ =>
            Task.FromResult<NegotiationDefined?>(null)
        );
        return batch.Definitions[0].Definition;
    }
}
