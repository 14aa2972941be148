namespace Dom.EndToEnd.Tests.Scenes;

/// <summary>Places of the tests' locations. Orders go to Reno.</summary>
internal static class Places
{
    /// <summary>Some 20 km from the customer.</summary>
    public static readonly (double Latitude, double Longitude) Near = (39.53, -119.6);

    /// <summary>Some 300 km away.</summary>
    public static readonly (double Latitude, double Longitude) Middle = (37.77, -122.42);

    /// <summary>Some 4000 km away.</summary>
    public static readonly (double Latitude, double Longitude) Far = (40.71, -74.0);
}
