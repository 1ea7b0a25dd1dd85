using System.Runtime.CompilerServices;

namespace Negotiations;

/// <summary>Compares lists by whether they hold the very same objects in the same order.</summary>
internal sealed class ByReference : IEqualityComparer<IReadOnlyList<object>>
{
    public static ByReference Instance { get; } = new();

    public static bool AreSame(IReadOnlyList<object> a, IReadOnlyList<object> b)
    {
        if (a.Count != b.Count)
            return false;
        for (var place = 0; place < a.Count; place++)
        {
            if (!ReferenceEquals(a[place], b[place]))
                return false;
        }

        return true;
    }

    public bool Equals(IReadOnlyList<object>? a, IReadOnlyList<object>? b) => AreSame(a!, b!);

    public int GetHashCode(IReadOnlyList<object> items)
    {
        var hash = new HashCode();
        for (var place = 0; place < items.Count; place++)
            hash.Add(RuntimeHelpers.GetHashCode(items[place]));
        return hash.ToHashCode();
    }
}
