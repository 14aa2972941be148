namespace Dom.Core.Profiles.Forms;

/// <summary>Finds what somebody meant who mistyped a name.</summary>
internal static class NearestName
{
    /// <summary>The known name that is nearest; none where none is near.</summary>
    /// <param name="name">The name as it was typed.</param>
    /// <param name="known">The names that are known.</param>
    public static string? Of(string name, IEnumerable<string> known)
    {
        // A third of the letters wrong is still a slip; more is another word.
        var nearest = known.Select(other => (Name: other, Steps: Steps(name, other))).OrderBy(other => other.Steps).FirstOrDefault();
        return nearest.Name is not null && nearest.Steps <= Math.Max(1, nearest.Name.Length / 3) ? nearest.Name : null;
    }

    /// <summary>How many letters must be put in, taken out or changed, letter case aside. Source: V. I. Levenshtein, 1966.</summary>
    private static int Steps(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var change = diagonal + (char.ToLowerInvariant(one[i - 1]) == char.ToLowerInvariant(other[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
