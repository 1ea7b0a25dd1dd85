using NodaTime;

namespace Negotiations.Tests.Laws;

/// <summary>Corrections told by hand, for histories of <see cref="Told"/>.</summary>
internal static class ToldCorrection
{
    public static Instant Time(string place) =>
        Instant.FromUtc(2025, 5, int.Parse(place[..2]), int.Parse(place[3..5]), 0);

    /// <summary>What a coder's correction says of itself.</summary>
    public static CorrectionHead Coder(this DomainEvent target, string id, DomainEvent? on = null) =>
        new()
        {
            Negotiation = History.Negotiation,
            Article = RecordedPlaces.FindStream(target)[StreamName.PrefixForArticles(History.Negotiation).Length..],
            Id = id,
            By = CorrectionBy.Coder,
            Reason = "misread",
            Target = RecordedPlaces.FindId(target),
            On = on is null ? null : RecordedPlaces.FindId(on),
        };

    /// <summary>What a publisher's correction says of itself, with a notice of a time such as <c>14T09</c>.</summary>
    public static CorrectionHead Publisher(this DomainEvent target, string id, string notice) =>
        target.Coder(id) with
        {
            By = CorrectionBy.Publisher,
            Notice = new(new(Time(notice), PublicationBasis.Stated), "a notice"),
        };

    public static Trial With(this Trial trial, params DomainEvent[] more) =>
        trial with
        {
            History = new([.. trial.History.Intake, .. more]),
        };

    public static Trial KnownBy(this Trial trial, string time) =>
        trial with
        {
            Question = trial.Question with { KnownBy = Time(time) },
        };

    public static ArticleVersionPublished FindVersion(this Trial trial, string article) =>
        trial.History.Intake.OfType<ArticleVersionPublished>().First(version => version.Article == article);
}
