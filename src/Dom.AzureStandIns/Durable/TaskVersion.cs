namespace Microsoft.DurableTask;

/// <summary>The version an orchestration runs as. Compared without regard to case; empty means unversioned.</summary>
public readonly struct TaskVersion : IEquatable<TaskVersion>
{
    private readonly string? _version;

    /// <summary>Creates a version.</summary>
    /// <param name="version">The version; null and empty mean unversioned.</param>
    /// <exception cref="ArgumentException">The text is white space only.</exception>
    public TaskVersion(string? version)
    {
        if (!string.IsNullOrEmpty(version) && string.IsNullOrWhiteSpace(version))
        {
            throw new ArgumentException("A version must not be white space only; null or empty means unversioned.", nameof(version));
        }

        _version = version;
    }

    /// <summary>The version as it was written; empty when unversioned.</summary>
    public string Version => _version ?? "";

    /// <summary>Reads the version out.</summary>
    /// <param name="value">The version.</param>
    public static implicit operator string(TaskVersion value) => value.Version;

    /// <summary>Takes a text as a version.</summary>
    /// <param name="value">The text; null and empty mean unversioned.</param>
    public static implicit operator TaskVersion(string? value) => new(value);

    /// <summary>True when both are the same version, whatever the case.</summary>
    /// <param name="a">One version.</param>
    /// <param name="b">The other.</param>
    public static bool operator ==(TaskVersion a, TaskVersion b) => a.Equals(b);

    /// <summary>True when the versions differ in more than case.</summary>
    /// <param name="a">One version.</param>
    /// <param name="b">The other.</param>
    public static bool operator !=(TaskVersion a, TaskVersion b) => !a.Equals(b);

    /// <inheritdoc/>
    public bool Equals(TaskVersion other) => string.Equals(Version, other.Version, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TaskVersion other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Version);
}
