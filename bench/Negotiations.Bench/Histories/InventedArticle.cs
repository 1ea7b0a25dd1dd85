using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Negotiations.Bench;

/// <summary>An article of the invented negotiation, and how it reports acts.</summary>
public sealed class InventedArticle
{
    private const string VersionName = "v1";

    private readonly Random random;
    private readonly Name outlet;
    private readonly Name? agency;
    private readonly Publication published;

    public InventedArticle(Random random, int number, Instant time)
    {
        this.random = random;
        outlet = random.Pick(Cast.Outlets);
        agency = random.Percent(30) ? random.Pick(Cast.Agencies) : null;
        published = random.Percent(20)
            ? new(time, PublicationBasis.Assumed, "Only the day is given.", time - Duration.FromHours(12), time)
            : new(time, PublicationBasis.Stated);
        Id = $"{outlet.Id}-{number}";
    }

    public string Id { get; }

    public string Stream => StreamName.ForArticle(InventedHistory.Negotiation, Id);

    public Instant Time => published.Time;

    /// <summary>The events of the article's stream.</summary>
    /// <param name="acts">The acts that it reports, each once, in the order of its text.</param>
    public IReadOnlyList<NewEvent> Report(IReadOnlyList<InventedAct> acts)
    {
        var version = new ArticleVersionPublished
        {
            Negotiation = InventedHistory.Negotiation,
            Article = Id,
            Version = VersionName,
            Outlet = outlet,
            Title = "A report on the Delta Talks",
            Language = "en",
            Text = new(Hash(Id), 200 * acts.Count),
            Published = published,
            Chain = Tail(),
        };
        return
        [
            new(EventId.ForVersion(Stream, VersionName), version),
            .. acts.Select(
                (act, place) =>
                    new NewEvent(EventId.ForReport(Stream, VersionName, FormatId(act)), CreateReport(act, place, acts))
            ),
        ];
    }

    private Report CreateReport(InventedAct act, int place, IReadOnlyList<InventedAct> acts)
    {
        var (origin, standing, modality) = Source(act.Content);
        var happened = DateDraw.Next(random, act.Day);
        return act.Content with
        {
            Article = Id,
            Version = VersionName,
            Id = FormatId(act),
            Written = act.Content.Actor?.Written,
            Happened = happened,
            HappenedFrom = happened is null ? null : "on the day",
            TimeOfDay = random.Percent(15) ? random.Pick(TimesOfDay) : null,
            LookingBack = random.Percent(5),
            Chain = [.. origin, .. Tail()],
            Standing = standing,
            Modality = modality,
            Evidence = [new(200 * place, (200 * place) + 120, Hash($"{Id} {place}"))],
            Certainty = random.Next(2, 6),
            PrecededBy = random.Percent(15) ? EarlierThan(act, acts) : null,
            Summary = "What the article reports of this act, in one sentence of our own words.",
        };
    }

    // Only what really happened before: texts do not contradict each other here, as replay would refuse that.
    private IReadOnlyList<string>? EarlierThan(InventedAct act, IReadOnlyList<InventedAct> acts)
    {
        var other = random.Pick(acts);
        return other.Number < act.Number ? [FormatId(other)] : null;
    }

    private (IReadOnlyList<ChainLink> Origin, Standing Standing, Modality Modality) Source(Report content)
    {
        switch (random.Next(10))
        {
            case < 4 when content.Actor is { } actor:
                return (
                    [
                        new()
                        {
                            Kind = LinkKind.Person,
                            Name = actor,
                            Side = content.Side,
                        },
                    ],
                    Standing.Own,
                    random.Percent(70) ? Modality.Asserted : Modality.Planned
                );
            case < 6:
                return ([], Standing.Observed, Modality.Asserted);
            case < 7:
                return (
                    [
                        new()
                        {
                            Kind = LinkKind.Unnamed,
                            Name = random.Pick(Cast.UnnamedSources),
                            Side = content.Side,
                        },
                    ],
                    Standing.OwnUnnamed,
                    Modality.Reported
                );
            case < 8:
                return (
                    [new() { Kind = LinkKind.Unnamed }],
                    Standing.Other,
                    random.Percent(20) ? Modality.Expected : Modality.Reported
                );
            default:
                var (institution, side) = random.Pick(Cast.Institutions);
                var isOwn = side == content.Side;
                return (
                    [
                        new()
                        {
                            Kind = LinkKind.Institution,
                            Name = institution,
                            Side = side,
                        },
                    ],
                    isOwn ? Standing.Own : Standing.Other,
                    random.Percent(5) ? Modality.Denied : Modality.Asserted
                );
        }
    }

    private IReadOnlyList<ChainLink> Tail()
    {
        var last = new ChainLink { Kind = LinkKind.Outlet, Name = outlet };
        return agency is null ? [last] : [new() { Kind = LinkKind.Agency, Name = agency }, last];
    }

    private static readonly IReadOnlyList<string> TimesOfDay = [.. Negotiations.TimeOfDay.Words.Keys, "11:30", "18:05"];

    private static string FormatId(InventedAct act) => $"r{act.Number}";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
