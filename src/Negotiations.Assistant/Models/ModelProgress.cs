namespace Negotiations.Assistant;

/// <summary>How far the questions to a model have come, and what they have cost.</summary>
/// <param name="Done">Sentences that are done with.</param>
/// <param name="Total">Sentences in all.</param>
/// <param name="Use">What was used until now.</param>
public sealed record ModelProgress(int Done, int Total, ModelUse Use);

/// <summary>What was asked of a model.</summary>
/// <param name="Asked">Questions that were sent.</param>
/// <param name="Remembered">Questions whose answer was kept from before.</param>
/// <param name="Sent">Tokens sent; where the service does not count them, a quarter of the characters.</param>
/// <param name="Received">Tokens received, likewise.</param>
/// <param name="Cost">What they cost, in the currency of the price; null where no price is given.</param>
public sealed record ModelUse(int Asked, int Remembered, long Sent, long Received, decimal? Cost);
