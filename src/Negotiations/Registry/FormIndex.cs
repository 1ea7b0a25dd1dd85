namespace Negotiations;

/// <summary>Finds what a form of a name means.</summary>
internal sealed class FormIndex<T>
    where T : class
{
    private readonly Dictionary<string, T> byForm = new(StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<string, T> byFolded;

    /// <summary>Indexes things whose forms do not contradict each other (see <see cref="FindClashes"/>).</summary>
    public FormIndex(IReadOnlyList<T> things, Func<T, IEnumerable<string>> listForms)
    {
        foreach (var thing in things)
        {
            foreach (var form in listForms(thing))
                byForm.TryAdd(Normalise(form), thing);
        }

        byFolded = things
            .SelectMany(thing =>
                listForms(thing)
                    .Select(form => NameForm.Fold(Normalise(form)))
                    .Distinct(StringComparer.OrdinalIgnoreCase)
                    .Select(form => (Form: form, Thing: thing))
            )
            .ToLookup(pair => pair.Form, pair => pair.Thing, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>What a form means, or null.</summary>
    /// <remarks>
    /// A form that is typed otherwise (a curly apostrophe, another hyphen) means the same, unless it then means two.
    /// </remarks>
    public T? Find(string form) =>
        byForm.GetValueOrDefault(Normalise(form))
        ?? (byFolded[NameForm.Fold(form)].ToList() is [var only] ? only : null);

    /// <summary>The forms that mean two things, each with both.</summary>
    public static IEnumerable<(string Form, T First, T Second)> FindClashes(
        IEnumerable<T> things,
        Func<T, IEnumerable<string>> listForms
    )
    {
        var seen = new Dictionary<string, T>(StringComparer.OrdinalIgnoreCase);
        foreach (var thing in things)
        {
            foreach (var form in listForms(thing).Select(Normalise).Distinct(StringComparer.OrdinalIgnoreCase))
            {
                if (!seen.TryAdd(form, thing))
                    yield return (form, seen[form], thing);
            }
        }
    }

    private static string Normalise(string form) => NameForm.Compose(form.Trim());
}
