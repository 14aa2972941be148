namespace Dom.LocalHost.Durable.Storage;

/// <summary>An instance's row is not the one that was expected: something else has written it.</summary>
/// <param name="message">Which row.</param>
/// <param name="innerException">What the storage said.</param>
internal sealed class HistoryConflictException(string message, Exception? innerException = null) : Exception(message, innerException);
