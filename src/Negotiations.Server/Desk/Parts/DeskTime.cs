using System.Globalization;

namespace Negotiations.Server.Desk;

/// <summary>When something happened at the desk, which is for nobody to cite: in universal time.</summary>
internal static class DeskTime
{
    public static string Describe(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
