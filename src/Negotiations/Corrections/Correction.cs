using System.Text.Json.Serialization;

namespace Negotiations;

/// <summary>A correction: an event in the stream of the article that it corrects. Nothing is ever rewritten.</summary>
/// <param name="Head">Of what, by whom, why.</param>
public abstract record Correction(CorrectionHead Head) : DomainEvent
{
    /// <inheritdoc cref="CorrectionHead.Negotiation"/>
    [JsonIgnore]
    public string Negotiation => Head.Negotiation;

    /// <inheritdoc cref="CorrectionHead.Article"/>
    [JsonIgnore]
    public string Article => Head.Article;

    /// <inheritdoc cref="CorrectionHead.Id"/>
    [JsonIgnore]
    public string Id => Head.Id;

    /// <inheritdoc cref="CorrectionHead.By"/>
    [JsonIgnore]
    public CorrectionBy By => Head.By;

    /// <inheritdoc cref="CorrectionHead.Who"/>
    [JsonIgnore]
    public string? Who => Head.Who;

    /// <inheritdoc cref="CorrectionHead.Reason"/>
    [JsonIgnore]
    public string Reason => Head.Reason;

    /// <inheritdoc cref="CorrectionHead.Notice"/>
    [JsonIgnore]
    public Notice? Notice => Head.Notice;

    /// <inheritdoc cref="CorrectionHead.Target"/>
    [JsonIgnore]
    public Guid Target => Head.Target;

    /// <inheritdoc cref="CorrectionHead.On"/>
    [JsonIgnore]
    public Guid? On => Head.On;
}
