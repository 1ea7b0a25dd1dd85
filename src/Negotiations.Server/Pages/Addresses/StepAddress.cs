using System.Globalization;

namespace Negotiations.Server.Pages;

/// <summary>
/// The address to which the forms of a page lead: it finds the page that is meant, and sends the reader there.
/// </summary>
internal static class StepAddress
{
    /// <summary>The last segment of its path.</summary>
    public const string Word = "go";

    /// <summary>The address of a stop.</summary>
    public static string Format(PageAddress from, string clock, long stop) =>
        $"/{Uri.EscapeDataString(from.Talks)}/{Word}?from={Uri.EscapeDataString(from.Path)}&clock={clock}"
        + $"&stop={stop.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The page that a form means.</summary>
    /// <exception cref="WrongParameterException">It means none.</exception>
    public static async Task<PageAddress> FindAsync(
        HttpRequest request,
        string talks,
        MartenEventStore store,
        RecentStates states,
        CancellationToken cancellationToken
    )
    {
        var parameters = new Parameters(request, "from", "clock", "stop", "time", "a", "b");
        var from = ParseFrom(talks, parameters["from"]);
        var clock = parameters["clock"] ?? QuestionText.Clocks[0];
        if (!QuestionText.Clocks.Contains(clock))
            throw new WrongParameterException("clock", $"there is no clock '{clock}'");
        if (parameters["a"] is { Length: > 0 } first)
            return from.To(
                PageView.Compare,
                [.. clock == "known" ? [] : new[] { clock }, first.Trim(), parameters.Required("b").Trim()]
            );
        if (parameters["time"] is { } time)
            return from.WithBound(clock, time.Trim() is { Length: > 0 } typed ? typed : null);
        var stop = parameters.Required("stop");
        if (!int.TryParse(stop, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            throw new WrongParameterException("stop", $"'{stop}' is no number");
        return await FindStopAsync(from, clock, number, store, states, cancellationToken);
    }

    private static async Task<PageAddress> FindStopAsync(
        PageAddress from,
        string clock,
        int number,
        MartenEventStore store,
        RecentStates states,
        CancellationToken cancellationToken
    )
    {
        var everywhere = clock == "recorded" ? from.WithBound("recorded", null) : from;
        var context = await PageContext.ReadAsync(store, everywhere, "", null, states, cancellationToken);
        var stops = await TimeStops.ReadAsync(context, clock, cancellationToken);
        // Beyond the last stop lies all that is known; before the first, the time of the first is the nearest.
        return number > stops.Count
            ? from.WithBound(clock, null)
            : from.WithBound(clock, stops.FindBound(Math.Max(number, 1)));
    }

    // Only a page of the same negotiation is left by its forms: so nobody is sent to another site.
    private static PageAddress ParseFrom(string talks, string? from)
    {
        if (string.IsNullOrEmpty(from))
            return new(talks);
        var parts = from.Split('?', 2);
        var segments = parts[0].Trim('/').Split('/').Select(Uri.UnescapeDataString).ToList();
        if (segments[0] != talks)
            throw new WrongParameterException("from", $"'{from}' is no page of '{talks}'");
        var marked =
            parts.Length > 1 && parts[1].StartsWith("fact=", StringComparison.Ordinal)
                ? Uri.UnescapeDataString(parts[1]["fact=".Length..])
                : null;
        return PageAddress.Parse(talks, string.Join('/', segments.Skip(1)), marked);
    }
}
