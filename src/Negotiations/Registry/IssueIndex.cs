namespace Negotiations;

/// <summary>Finds the issue of a negotiation that an identifier, a name or a spelling means.</summary>
public sealed class IssueIndex(NegotiationDefined negotiation)
{
    private readonly FormIndex<Issue> index = new(negotiation.Issues, issue => issue.ListForms());

    /// <summary>The issue that a form means, or null.</summary>
    public Issue? Find(string form) => index.Find(form);

    /// <summary>The forms that mean two issues of a negotiation, each with both.</summary>
    public static IEnumerable<(string Form, Issue First, Issue Second)> FindClashes(IEnumerable<Issue> issues) =>
        FormIndex<Issue>.FindClashes(issues, issue => issue.ListForms());
}
