namespace Negotiations;

/// <summary>Somebody whose name stands in no key of an answer, though facts of the answer involve them.</summary>
/// <remarks>It is judged by what the answer knows alone, so that no message tells of what came later.</remarks>
/// <param name="Text">What was asked for.</param>
/// <param name="Name">What they are called.</param>
/// <param name="Count">How many facts involve them.</param>
public sealed record InvolvedElsewhere(string Text, string Name, int Count)
{
    /// <summary>Looks for them; null where a key has the text, or no fact involves anybody of that name.</summary>
    /// <param name="text">What was asked for: a name, a spelling, an identifier, or whole words of one.</param>
    /// <param name="answer">The answer, with all its facts.</param>
    public static InvolvedElsewhere? Find(string text, Answer answer)
    {
        if (text.Length == 0 || text.Contains('/'))
            return null;
        var part = FactKeys.Resolve(text, answer);
        if (answer.Facts.Any(fact => FactKeys.Admits(fact.Key, part)))
            return null;
        var names = new NameIndex(answer.Definition);
        var meant = names.Find(text) is { } named
            ? [named]
            : answer.Definition.Entities.Where(entity => IsCalled(entity, text)).ToList();
        if (meant.Count == 0)
            return null;
        var found = new FactFilter(Actor: text).Apply(answer).Answer.Facts.Count;
        return found == 0 ? null : new(text, meant.Count == 1 ? meant[0].Name : $"'{text}'", found);
    }

    private static bool IsCalled(NamedEntity entity, string text) =>
        entity
            .Spellings.Prepend(entity.Name)
            .Any(form =>
                $" {NameForm.Fold(form)} ".Contains($" {NameForm.Fold(text)} ", StringComparison.OrdinalIgnoreCase)
            );
}
