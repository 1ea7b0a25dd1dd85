namespace Negotiations.Assistant;

/// <summary>Whether a model follows the definitions that it is given; nobody has to know what is right.</summary>
/// <remarks>
/// Models keep to the name of a class when its definition is changed: to be right is not to follow the codebook. So the
/// same words are asked about again with the types in another order, with names that say nothing, and with two
/// definitions swapped.
/// </remarks>
public static class ModelBehaviour
{
    /// <summary>Measures it.</summary>
    /// <param name="settings">Which model.</param>
    /// <param name="types">The types with their definitions, at least two.</param>
    /// <param name="passages">Words that report an act, each with its sentence.</param>
    /// <param name="cache">Where answers are kept; null: nowhere.</param>
    /// <param name="progress">Told after each passage.</param>
    /// <param name="cancellationToken">Stops it; what was answered is kept.</param>
    /// <exception cref="ModelUnavailableException">The service refuses a question, or does not answer.</exception>
    public static async Task<BehaviourScore> MeasureAsync(
        ModelSettings settings,
        IReadOnlyList<TypeDefinition> types,
        IReadOnlyList<(string Words, string Sentence)> passages,
        AnswerCache? cache = null,
        IProgress<ModelProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        using var conversation = new ModelConversation(settings, cache);
        var done = 0;
        var usual = await AskAllAsync(types, name => name);
        var legal = types.Select(type => type.Name).Append(TypeQuestion.None).ToHashSet(StringComparer.Ordinal);
        var reversed = await AskAllAsync([.. types.Reverse()], name => name);
        var generic = types.Select((type, i) => type with { Name = $"T{i + 1:00}" }).ToList();
        var behind = generic
            .Zip(types)
            .ToDictionary(pair => pair.First.Name, pair => pair.Second.Name, StringComparer.Ordinal);
        var unnamed = await AskAllAsync(generic, name => behind.GetValueOrDefault(name, name));
        var frequent = usual
            .OfType<string>()
            .Where(name => name != TypeQuestion.None && legal.Contains(name))
            .GroupBy(name => name, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.Key)
            .Take(2)
            .ToList();
        return new(
            passages.Count,
            Share(usual, usual, (answer, _) => legal.Contains(answer)),
            Share(usual, reversed, string.Equals),
            Share(usual, unnamed, string.Equals),
            frequent.Count < 2 ? null : await MeasureSwappedAsync(frequent[0], frequent[1]),
            conversation.Use
        );

        async Task<double?> MeasureSwappedAsync(string one, string other)
        {
            var (first, second) = (types.First(type => type.Name == one), types.First(type => type.Name == other));
            var swapped = types
                .Select(type =>
                    type.Name == one ? type with { Definition = second.Definition }
                    : type.Name == other ? type with { Definition = first.Definition }
                    : type
                )
                .ToList();
            var affected = passages.Where((_, i) => usual[i] == one || usual[i] == other).ToList();
            var before = usual.Where(answer => answer == one || answer == other).ToList();
            var after = await AskAsync(swapped, affected, name => name);
            return Share(before, after, (was, now) => now == (was == one ? other : one));
        }

        Task<List<string?>> AskAllAsync(IReadOnlyList<TypeDefinition> told, Func<string, string> translate) =>
            AskAsync(told, passages, translate);

        async Task<List<string?>> AskAsync(
            IReadOnlyList<TypeDefinition> told,
            IReadOnlyList<(string Words, string Sentence)> asked,
            Func<string, string> translate
        )
        {
            var answers = new List<string?>();
            foreach (var (words, sentence) in asked)
            {
                var answer = await TypeQuestion.AskAsync(conversation, words, sentence, told, cancellationToken);
                answers.Add(answer?.Type is { } name ? translate(name) : null);
                progress?.Report(new(++done, 4 * passages.Count, conversation.Use));
            }

            return answers;
        }
    }

    // Of the passages to which there is an answer both times.
    private static double? Share(
        IReadOnlyList<string?> before,
        IReadOnlyList<string?> after,
        Func<string, string, bool> holds
    )
    {
        var answered = before.Zip(after).Where(pair => pair is { First: not null, Second: not null }).ToList();
        return answered.Count == 0 ? null : answered.Average(pair => holds(pair.First!, pair.Second!) ? 1.0 : 0);
    }
}

/// <summary>
/// How a model behaves when the codebook is told otherwise; shares from 0 to 1, null where nothing was answered.
/// </summary>
/// <param name="Passages">How many passages it was asked about.</param>
/// <param name="Legal">The share of answers that are a type that it was told of.</param>
/// <param name="SameInOtherOrder">The share of answers that stay when the types come in the opposite order.</param>
/// <param name="SameWithoutNames">The share that stay when the names say nothing.</param>
/// <param name="FollowsSwapped">
/// When the definitions of the two types that it chose most are swapped: the share of these answers that follow; null
/// where it did not choose two.
/// </param>
/// <param name="Use">What was asked.</param>
public sealed record BehaviourScore(
    int Passages,
    double? Legal,
    double? SameInOtherOrder,
    double? SameWithoutNames,
    double? FollowsSwapped,
    ModelUse Use
);
