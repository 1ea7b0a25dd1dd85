using NodaTime;

namespace Negotiations;

/// <summary>An export as the store has it recorded.</summary>
/// <param name="Id">Its number.</param>
/// <param name="At">When it was recorded, by the server's clock.</param>
/// <param name="Export">What was handed out.</param>
public sealed record RecordedExport(long Id, Instant At, NewExport Export);
