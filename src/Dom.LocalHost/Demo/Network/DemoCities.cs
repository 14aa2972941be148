using System.Collections.Immutable;
using Dom.Core.Network;

namespace Dom.LocalHost.Demo.Network;

/// <summary>The cities of the demo: 46 with a store, 9 with a warehouse, 5 with a distribution centre.</summary>
/// <remarks>Coordinates are those of the city centres, to four decimals. People are the metropolitan areas' of the census of 2020, rounded.</remarks>
internal static class DemoCities
{
    private const string Eastern = "America/New_York";
    private const string Central = "America/Chicago";
    private const string Mountain = "America/Denver";
    private const string Pacific = "America/Los_Angeles";

    /// <summary>All of them: the stores' first, then the warehouses', then the distribution centres'.</summary>
    public static ImmutableArray<DemoCity> All { get; } =
    [
        new("new-york", "New York", "NY", "10001", new GeoPoint(40.7506, -73.9972), Eastern, "northeast", 1900, LocationType.Store),
        new("philadelphia", "Philadelphia", "PA", "19103", new GeoPoint(39.9526, -75.1652), Eastern, "northeast", 620, LocationType.Store),
        new("boston", "Boston", "MA", "02108", new GeoPoint(42.3601, -71.0589), Eastern, "northeast", 490, LocationType.Store),
        new("buffalo", "Buffalo", "NY", "14202", new GeoPoint(42.8864, -78.8784), Eastern, "northeast", 115, LocationType.Store),
        new("pittsburgh", "Pittsburgh", "PA", "15222", new GeoPoint(40.4406, -79.9959), Eastern, "northeast", 235, LocationType.Store),
        new("baltimore", "Baltimore", "MD", "21202", new GeoPoint(39.2904, -76.6122), Eastern, "northeast", 280, LocationType.Store),
        new("washington", "Washington", "DC", "20001", new GeoPoint(38.9072, -77.0369), Eastern, "northeast", 630, LocationType.Store),
        new("richmond", "Richmond", "VA", "23219", new GeoPoint(37.5407, -77.436), Eastern, "southeast", 130, LocationType.Store),
        new("raleigh", "Raleigh", "NC", "27601", new GeoPoint(35.7796, -78.6382), Eastern, "southeast", 145, LocationType.Store),
        new("miami", "Miami", "FL", "33130", new GeoPoint(25.7617, -80.1918), Eastern, "southeast", 610, LocationType.Store),
        new("tampa", "Tampa", "FL", "33602", new GeoPoint(27.9506, -82.4572), Eastern, "southeast", 320, LocationType.Store),
        new("orlando", "Orlando", "FL", "32801", new GeoPoint(28.5383, -81.3792), Eastern, "southeast", 270, LocationType.Store),
        new("nashville", "Nashville", "TN", "37203", new GeoPoint(36.1627, -86.7816), Central, "southeast", 200, LocationType.Store),
        new("louisville", "Louisville", "KY", "40202", new GeoPoint(38.2527, -85.7585), "America/Kentucky/Louisville", "southeast", 130, LocationType.Store),
        new("new-orleans", "New Orleans", "LA", "70112", new GeoPoint(29.9511, -90.0715), Central, "southeast", 125, LocationType.Store),
        new("chicago", "Chicago", "IL", "60602", new GeoPoint(41.8781, -87.6298), Central, "midwest", 940, LocationType.Store),
        new("detroit", "Detroit", "MI", "48226", new GeoPoint(42.3314, -83.0458), "America/Detroit", "midwest", 430, LocationType.Store),
        new("cleveland", "Cleveland", "OH", "44114", new GeoPoint(41.4993, -81.6944), Eastern, "midwest", 205, LocationType.Store),
        new("cincinnati", "Cincinnati", "OH", "45202", new GeoPoint(39.1031, -84.512), Eastern, "midwest", 225, LocationType.Store),
        new("indianapolis", "Indianapolis", "IN", "46204", new GeoPoint(39.7684, -86.1581), "America/Indiana/Indianapolis", "midwest", 210, LocationType.Store),
        new("milwaukee", "Milwaukee", "WI", "53202", new GeoPoint(43.0389, -87.9065), Central, "midwest", 157, LocationType.Store),
        new("minneapolis", "Minneapolis", "MN", "55401", new GeoPoint(44.9778, -93.265), Central, "midwest", 370, LocationType.Store),
        new("st-louis", "St. Louis", "MO", "63101", new GeoPoint(38.627, -90.1994), Central, "midwest", 280, LocationType.Store),
        new("des-moines", "Des Moines", "IA", "50309", new GeoPoint(41.5868, -93.625), Central, "midwest", 71, LocationType.Store),
        new("omaha", "Omaha", "NE", "68102", new GeoPoint(41.2565, -95.9345), Central, "midwest", 97, LocationType.Store),
        new("houston", "Houston", "TX", "77002", new GeoPoint(29.7604, -95.3698), Central, "south", 730, LocationType.Store),
        new("san-antonio", "San Antonio", "TX", "78205", new GeoPoint(29.4241, -98.4936), Central, "south", 260, LocationType.Store),
        new("austin", "Austin", "TX", "78701", new GeoPoint(30.2672, -97.7431), Central, "south", 240, LocationType.Store),
        new("fort-worth", "Fort Worth", "TX", "76102", new GeoPoint(32.7555, -97.3308), Central, "south", 250, LocationType.Store),
        new("oklahoma-city", "Oklahoma City", "OK", "73102", new GeoPoint(35.4676, -97.5164), Central, "south", 145, LocationType.Store),
        new("albuquerque", "Albuquerque", "NM", "87102", new GeoPoint(35.0844, -106.6504), Mountain, "south", 92, LocationType.Store),
        new("salt-lake-city", "Salt Lake City", "UT", "84101", new GeoPoint(40.7608, -111.891), Mountain, "mountain", 126, LocationType.Store),
        new("boise", "Boise", "ID", "83702", new GeoPoint(43.615, -116.2023), "America/Boise", "mountain", 80, LocationType.Store),
        new("denver", "Denver", "CO", "80202", new GeoPoint(39.7392, -104.9903), Mountain, "mountain", 297, LocationType.Store),
        new("tucson", "Tucson", "AZ", "85701", new GeoPoint(32.2226, -110.9747), "America/Phoenix", "mountain", 105, LocationType.Store),
        new("las-vegas", "Las Vegas", "NV", "89101", new GeoPoint(36.1716, -115.1391), Pacific, "mountain", 230, LocationType.Store),
        new("reno", "Reno", "NV", "89501", new GeoPoint(39.5296, -119.8138), Pacific, "mountain", 50, LocationType.Store),
        new("seattle", "Seattle", "WA", "98101", new GeoPoint(47.6062, -122.3321), Pacific, "pacific", 400, LocationType.Store),
        new("spokane", "Spokane", "WA", "99201", new GeoPoint(47.6588, -117.426), Pacific, "pacific", 60, LocationType.Store),
        new("portland", "Portland", "OR", "97204", new GeoPoint(45.5152, -122.6784), Pacific, "pacific", 250, LocationType.Store),
        new("sacramento", "Sacramento", "CA", "95814", new GeoPoint(38.5816, -121.4944), Pacific, "pacific", 240, LocationType.Store),
        new("san-francisco", "San Francisco", "CA", "94103", new GeoPoint(37.7749, -122.4194), Pacific, "pacific", 460, LocationType.Store),
        new("san-jose", "San Jose", "CA", "95113", new GeoPoint(37.3382, -121.8863), Pacific, "pacific", 200, LocationType.Store),
        new("fresno", "Fresno", "CA", "93721", new GeoPoint(36.7378, -119.7871), Pacific, "pacific", 100, LocationType.Store),
        new("los-angeles", "Los Angeles", "CA", "90012", new GeoPoint(34.0522, -118.2437), Pacific, "pacific", 1300, LocationType.Store),
        new("san-diego", "San Diego", "CA", "92101", new GeoPoint(32.7157, -117.1611), Pacific, "pacific", 330, LocationType.Store),

        new("worcester", "Worcester", "MA", "01608", new GeoPoint(42.2626, -71.8023), Eastern, "northeast", 86, LocationType.Warehouse),
        new("charlotte", "Charlotte", "NC", "28202", new GeoPoint(35.2271, -80.8431), Eastern, "southeast", 270, LocationType.Warehouse),
        new("jacksonville", "Jacksonville", "FL", "32202", new GeoPoint(30.3322, -81.6557), Eastern, "southeast", 160, LocationType.Warehouse),
        new("memphis", "Memphis", "TN", "38103", new GeoPoint(35.1495, -90.049), Central, "southeast", 134, LocationType.Warehouse),
        new("joliet", "Joliet", "IL", "60432", new GeoPoint(41.525, -88.0817), Central, "midwest", 70, LocationType.Warehouse),
        new("kansas-city", "Kansas City", "MO", "64106", new GeoPoint(39.0997, -94.5786), Central, "midwest", 220, LocationType.Warehouse),
        new("phoenix", "Phoenix", "AZ", "85004", new GeoPoint(33.4484, -112.074), "America/Phoenix", "mountain", 500, LocationType.Warehouse),
        new("aurora", "Aurora", "CO", "80012", new GeoPoint(39.7294, -104.8319), Mountain, "mountain", 39, LocationType.Warehouse),
        new("kent", "Kent", "WA", "98032", new GeoPoint(47.3809, -122.2348), Pacific, "pacific", 14, LocationType.Warehouse),

        new("allentown", "Allentown", "PA", "18102", new GeoPoint(40.6084, -75.4902), Eastern, "northeast", 86, LocationType.Dc),
        new("atlanta", "Atlanta", "GA", "30303", new GeoPoint(33.749, -84.388), Eastern, "southeast", 620, LocationType.Dc),
        new("columbus", "Columbus", "OH", "43215", new GeoPoint(39.9612, -82.9988), Eastern, "midwest", 215, LocationType.Dc),
        new("dallas", "Dallas", "TX", "75201", new GeoPoint(32.7767, -96.797), Central, "south", 530, LocationType.Dc),
        new("riverside", "Riverside", "CA", "92501", new GeoPoint(33.9806, -117.3755), Pacific, "pacific", 460, LocationType.Dc),
    ];
}
