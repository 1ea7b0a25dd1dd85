namespace Negotiations.Store;

/// <summary>
/// A standby has the record of a question, and not yet the facts that are kept ready, which it cannot make itself.
/// </summary>
internal sealed class ReplicaBehindException() : RefusedException("the standby has not received the facts yet");
