namespace Dom.Benchmarks.Charts;

/// <summary>How the points of a chart are drawn.</summary>
internal enum SeriesForm
{
    /// <summary>A value holds until the next one.</summary>
    Steps,

    /// <summary>Dots, joined by lines.</summary>
    Dots,

    /// <summary>Hollow dots: a value that was not reached.</summary>
    Hollow,

    /// <summary>A dashed line at the height of the one point, across the chart.</summary>
    Level,
}
