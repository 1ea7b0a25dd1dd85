using Negotiations.Assistant.Texts;

namespace Negotiations.Assistant.Rules;

/// <summary>Finds texts that are nearly the same: the same wire story in two papers.</summary>
/// <remarks>
/// Compared are the sequences of five words: of the shorter text, the share that stands in the longer one. A paper that
/// cuts a wire story keeps nearly all of them; two reports of one event share few.
/// </remarks>
internal static class NearDuplicates
{
    private const int Length = 5;

    // With fewer there is nothing to compare.
    private const int Fewest = 20;

    private const double Enough = 0.5;

    public static IReadOnlyList<ProposedArticleLink> Find(NormalisedText text, IReadOnlyList<KnownText> others)
    {
        if (others.Count == 0)
            return [];
        var own = ListSequences(text.Value);
        return
        [
            .. others
                .Select(other => new ProposedArticleLink(other.Article, Measure(own, ListSequences(other.Text.Value))))
                .Where(link => link.Contained >= Enough)
                .OrderByDescending(link => link.Contained)
                .ThenBy(link => link.Article, StringComparer.Ordinal),
        ];
    }

    private static double Measure(HashSet<ulong> one, HashSet<ulong> other)
    {
        var (shorter, longer) = one.Count <= other.Count ? (one, other) : (other, one);
        return shorter.Count < Fewest ? 0 : shorter.Count(longer.Contains) / (double)shorter.Count;
    }

    private static HashSet<ulong> ListSequences(string text)
    {
        const ulong Prime = 1099511628211;
        var found = new HashSet<ulong>();
        Span<ulong> last = stackalloc ulong[Length];
        var count = 0;
        for (var start = 0; start < text.Length; )
        {
            var end = text.IndexOf('\n', start) is >= 0 and var line ? line : text.Length;
            foreach (var token in Tokenizer.Read(text, start, end))
            {
                if (token.Kind is not (TokenKind.Word or TokenKind.Number))
                    continue;
                var hash = 14695981039346656037UL;
                foreach (var letter in token.Word)
                    hash = (hash ^ letter) * Prime;
                last[count++ % Length] = hash;
                if (count < Length)
                    continue;
                var sequence = 14695981039346656037UL;
                for (var i = 0; i < Length; i++)
                    sequence = (sequence ^ last[(count + i) % Length]) * Prime;
                found.Add(sequence);
            }

            start = end + 1;
        }

        return found;
    }
}
