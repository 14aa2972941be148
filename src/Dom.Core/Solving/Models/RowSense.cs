namespace Dom.Core.Solving.Models;

/// <summary>How the left side of a row compares with its right side.</summary>
public enum RowSense
{
    /// <summary>Not above.</summary>
    AtMost,

    /// <summary>Not below.</summary>
    AtLeast,

    /// <summary>Equal.</summary>
    Equal,
}
