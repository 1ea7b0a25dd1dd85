namespace Negotiations;

/// <summary>What this program itself says went wrong. Its message says what, where, and what to do.</summary>
/// <remarks>
/// Each exception of the program is of one of the kinds below. A command line or a server maps the kinds to exit codes
/// or statuses, not the types: so a new type needs no change there. Whatever is of no kind is a fault of this program,
/// or of the runtime's own: a cancelled operation, a file that cannot be read.
/// </remarks>
public abstract class NegotiationException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>What was given is wrong: an argument, a parameter, a coded file.</summary>
public class WrongInputException(string message, Exception? inner = null) : NegotiationException(message, inner);

/// <summary>What was named is not there, or more than one thing has that name.</summary>
public class NotFoundException(string message) : NegotiationException(message);

/// <summary>Somebody else was faster, or what is to be recorded is recorded already. Nothing was recorded.</summary>
public class ConflictException(string message) : NegotiationException(message);

/// <summary>What was asked for is understood, and not done. Nothing was changed.</summary>
public class RefusedException(string message) : NegotiationException(message);

/// <summary>What is recorded cannot be read. Nothing was changed.</summary>
public class UnreadableException(string message) : NegotiationException(message);

/// <summary>The store cannot be reached now, or its server failed. The same command may succeed later.</summary>
public class StoreUnavailableException(string message, Exception? inner = null) : NegotiationException(message, inner);
