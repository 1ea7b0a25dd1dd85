namespace Negotiations;

/// <summary>A report that a comparison of versions names, and that the version compared with does not have.</summary>
/// <param name="Version">The version that has the comparison.</param>
/// <param name="With">The version with which it is compared.</param>
/// <param name="Field">Where in the comparison, such as <c>replaces[1].old</c>.</param>
/// <param name="Report">The name.</param>
public sealed record UnknownReport(string Version, string With, string Field, string Report);
