namespace Dom.LocalHost.Demo.Live;

/// <summary>Shows what happens in the demo.</summary>
internal interface IDemoDisplay
{
    /// <summary>Shows it until it is stopped; being stopped is a normal end.</summary>
    /// <param name="board">What happens.</param>
    /// <param name="cancellationToken">Stops it; the newest state is shown before it returns.</param>
    Task RunAsync(DemoBoard board, CancellationToken cancellationToken);
}
