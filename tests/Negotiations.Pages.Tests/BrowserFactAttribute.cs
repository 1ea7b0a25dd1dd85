namespace Negotiations.Pages.Tests;

/// <summary>A test in a real browser: skipped, with the reason, only where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.Missing;
}

/// <inheritdoc cref="BrowserFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Chromium.Missing;
}

/// <summary>The browser of this machine; none is ever downloaded.</summary>
public static class Chromium
{
    /// <summary>Where it is; null where there is none.</summary>
    public static string? Program { get; } =
        new[] { Environment.GetEnvironmentVariable("NEGOTIATIONS_CHROMIUM") }
            .OfType<string>()
            .Concat(
                (Environment.GetEnvironmentVariable("PATH") ?? "")
                    .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                    .SelectMany(folder =>
                        new[] { "chromium", "chromium-browser", "google-chrome" }.Select(name =>
                            Path.Combine(folder, name)
                        )
                    )
            )
            .FirstOrDefault(File.Exists);

    /// <summary>Why tests are skipped; null where they are not.</summary>
    public static string? Missing { get; } =
        Program is null
            ? "NOT TRIED IN A BROWSER: no chromium was found; install it (apt install chromium), or name it by "
                + "NEGOTIATIONS_CHROMIUM"
            : null;
}
