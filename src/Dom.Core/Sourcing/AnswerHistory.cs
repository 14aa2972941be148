namespace Dom.Core.Sourcing;

/// <summary>How a location has answered what it was offered, over the time that is remembered.</summary>
/// <param name="Offered">Lines that it was offered and has answered, or let expire, 0 or more.</param>
/// <param name="Refused">How many of them it rejected, let expire or was short of, 0 to <paramref name="Offered"/>.</param>
public readonly record struct AnswerHistory(int Offered, int Refused);
