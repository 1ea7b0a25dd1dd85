namespace Negotiations.Tests.Laws;

/// <summary>Reports without content, so that a generator sets only what matters to it.</summary>
internal static class Blank
{
    public static T Report<T>()
        where T : Report => Activator.CreateInstance<T>();
}
