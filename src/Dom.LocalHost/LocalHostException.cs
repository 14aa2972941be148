namespace Dom.LocalHost;

/// <summary>
/// Something that whoever runs the local host can mend. The command line prints the message alone and exits with 1.
/// </summary>
/// <param name="message">What is wrong, the value that is wrong, and what to do about it.</param>
/// <param name="inner">The failure behind it, kept for a debugger; it is not printed.</param>
internal sealed class LocalHostException(string message, Exception? inner = null) : Exception(message, inner);
