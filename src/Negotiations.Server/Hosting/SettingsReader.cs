namespace Negotiations.Server;

/// <summary>Reads the host's settings.</summary>
internal static class SettingsReader
{
    /// <summary>The settings of a configuration, with the defaults for what it does not say.</summary>
    /// <exception cref="ArgumentException">A setting is none, or its value cannot be read or makes no
    /// sense.</exception>
    public static HostSettings Read(IConfiguration configuration)
    {
        try
        {
            var settings = configuration
                .GetSection(HostSettings.Section)
                .Get<HostSettings>(options => options.ErrorOnUnknownConfiguration = true)
                ?? new();
            if (settings.HandleWithin <= TimeSpan.Zero)
                throw NotPositive(nameof(HostSettings.HandleWithin));
            if (settings.CheckAgainAfter <= TimeSpan.Zero)
                throw NotPositive(nameof(HostSettings.CheckAgainAfter));
            if (settings.RetryAfter?.Any(wait => wait <= TimeSpan.Zero) == true)
                throw NotPositive(nameof(HostSettings.RetryAfter));
            return settings;
        }
        catch (InvalidOperationException exception)
        {
            throw new ArgumentException(
                $"the settings {HostSettings.Section}__… cannot be read: {exception.Message} {exception.InnerException?.Message}".TrimEnd(),
                exception
            );
        }
    }

    private static ArgumentException NotPositive(string name) =>
        new($"{HostSettings.Section}__{name} is a time longer than nothing, such as 00:00:05");
}
