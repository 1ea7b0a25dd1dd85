namespace Negotiations.Cli.Review;

/// <summary>What is asked of whoever adds a report to a draft.</summary>
internal static class ReportQuestions
{
    /// <summary>The fields, each with its question; an empty answer leaves a field out.</summary>
    public static IReadOnlyList<(string Name, string Question)> All { get; } =
    [
        ("type", "type (such as TalksOffered; docs/catalogue.md has all):"),
        ("actor", "actor, who does it (Enter: nobody is named):"),
        ("target", "target, to whom (Enter: nobody):"),
        ("round", "round (Enter: as the top of the file says, where it does):"),
        ("details", "details, such as {form: direct talks, venues: null}:"),
        ("happened", "happened (2031-04-02; Enter: the text does not say):"),
        ("chain", "chain, who says it (a name, or [name, agency]; Enter: the outlet itself):"),
        ("modality", "modality (Enter: asserted):"),
        ("evidence", "evidence, the words of the text:"),
        ("summary", "summary, one sentence of your own:"),
    ];
}
