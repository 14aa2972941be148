namespace Dom.LocalHost.Demo.Live;

/// <summary>Something that happened, for people.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="At">When the demo saw it.</param>
/// <param name="OrderId">The order; empty where it is about none.</param>
/// <param name="LocationId">The location; empty where it is about none.</param>
/// <param name="Sentence">What happened.</param>
internal sealed record DemoEvent(long Number, DateTimeOffset At, string OrderId, string LocationId, string Sentence);
