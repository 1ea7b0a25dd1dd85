using Negotiations.Assistant.Texts;

namespace Negotiations.Assistant.Rules;

/// <summary>Tells on which issue a sentence bears: the one whose words stand nearest behind the verb.</summary>
internal sealed class IssueFinder
{
    private readonly Dictionary<string, List<(string[] Words, string Issue)>> byFirst = new(StringComparer.Ordinal);

    public IssueFinder(NegotiationDefined definition)
    {
        foreach (var issue in definition.Issues)
        {
            foreach (var form in issue.Spellings.Append(issue.Name))
            {
                var words = Tokenizer
                    .Read(form, 0, form.Length)
                    .ConvertAll(token => token.Word)
                    .SkipWhile(word => word is "the" or "a")
                    .ToArray();
                if (words.Length == 0)
                    continue;
                if (!byFirst.TryGetValue(words[0], out var forms))
                    byFirst[words[0]] = forms = [];
                forms.Add((words, issue.Id));
            }
        }
    }

    public string? Find(Finding finding)
    {
        var tokens = finding.Sentence.Sentence.Tokens;
        var first = finding.Elements[finding.Match.First].First;
        string? found = null;
        var nearest = int.MaxValue;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!byFirst.TryGetValue(tokens[i].Word, out var forms))
                continue;
            foreach (var (words, issue) in forms)
            {
                var distance = Math.Abs(i - first) * 2 - words.Length + (i < first ? 10 : 0);
                if (distance < nearest && Matches(tokens, i, words))
                    (found, nearest) = (issue, distance);
            }
        }

        return found;
    }

    private static bool Matches(IReadOnlyList<Token> tokens, int place, string[] words)
    {
        if (place + words.Length > tokens.Count)
            return false;
        for (var i = 0; i < words.Length; i++)
        {
            if (tokens[place + i].Word != words[i])
                return false;
        }

        return true;
    }
}
