namespace Negotiations.Pages.Tests;

/// <summary>An address of every kind of page.</summary>
public static class AllPages
{
    public static IReadOnlyList<string> Addresses { get; } =
    [
        "/",
        "/harbour",
        "/harbour/at/2031-04-02",
        "/harbour/at/2031-04-05/recorded/40",
        "/harbour/happened/2031-04-03",
        "/harbour/recorded/30",
        "/harbour/round/2030",
        "/harbour/round/2031-04/statements",
        "/harbour?fact=2031-04%2Fround%2Fstatus",
        "/harbour/fact/2031-04/attendance/odric-fennimoor",
        "/harbour/at/2031-04-02/fact/2031-04/round/status",
        "/harbour/compare/2031-04-02/2031-04-05",
        "/harbour/compare/2031-04-02/now?columns=2",
        "/harbour/positions",
        "/harbour/positions/since/2031-04-02",
        "/harbour/timeline",
        "/harbour/articles",
        "/harbour/articles/courier-2031-04-02",
        "/harbour/corrections",
        "/harbour/sources",
        "/harbour/audit",
        "/harbour/fact/2031-04/round/statsu",
    ];

    public static TheoryData<string> Data => [.. Addresses];
}
