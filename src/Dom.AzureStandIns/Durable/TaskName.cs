namespace Microsoft.DurableTask;

/// <summary>The name of an orchestrator or activity. Compared without regard to case.</summary>
public readonly struct TaskName : IEquatable<TaskName>
{
    /// <summary>Creates a name.</summary>
    /// <param name="name">The name; null gives the default value, which names nothing.</param>
    public TaskName(string name)
    {
        Name = name;
    }

    /// <summary>The name as it was written; null in the default value.</summary>
    public string Name { get; }

    /// <summary>Reads the name out.</summary>
    /// <param name="value">The name.</param>
    public static implicit operator string(TaskName value) => value.Name;

    /// <summary>Takes a text as a name; null and empty give the default value.</summary>
    /// <param name="value">The text.</param>
    public static implicit operator TaskName(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <summary>True when both are the same name, whatever the case.</summary>
    /// <param name="a">One name.</param>
    /// <param name="b">The other.</param>
    public static bool operator ==(TaskName a, TaskName b) => a.Equals(b);

    /// <summary>True when the names differ in more than case.</summary>
    /// <param name="a">One name.</param>
    /// <param name="b">The other.</param>
    public static bool operator !=(TaskName a, TaskName b) => !a.Equals(b);

    /// <inheritdoc/>
    public bool Equals(TaskName other) => string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TaskName other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Name);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
