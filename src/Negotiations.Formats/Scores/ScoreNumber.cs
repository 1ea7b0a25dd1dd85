using System.Globalization;

namespace Negotiations.Formats;

/// <summary>Shares and coefficients of a score.</summary>
public static class ScoreNumber
{
    /// <summary>Decimal places that programs get; more would pretend to a precision that few articles have.</summary>
    internal const int Digits = 4;

    /// <summary>A number for people: two decimal places, or a dash where there is none.</summary>
    public static string FormatShort(double? value) => value?.ToString("0.00", CultureInfo.InvariantCulture) ?? "–";

    /// <summary>A number for programs; null where there is none.</summary>
    internal static string? Format(double? value) =>
        value is { } number ? Math.Round(number, Digits).ToString(CultureInfo.InvariantCulture) : null;
}
