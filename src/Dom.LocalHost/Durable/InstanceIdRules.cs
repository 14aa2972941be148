namespace Dom.LocalHost.Durable;

/// <summary>What an instance id may be. Source: the host's own check on start, and the characters Table Storage keys exclude.</summary>
internal static class InstanceIdRules
{
    /// <summary>Longest id, in characters.</summary>
    public const int MaxLength = 100;

    /// <summary>What is wrong with an id; null when nothing is.</summary>
    /// <param name="instanceId">The id.</param>
    public static string? FindFault(string? instanceId)
    {
        if (string.IsNullOrEmpty(instanceId) || instanceId.Length > MaxLength)
        {
            return $"Instance id '{instanceId}' has {instanceId?.Length ?? 0} characters; allowed are 1 to {MaxLength}.";
        }

        if (instanceId[0] == '@')
        {
            return $"Instance id '{instanceId}' starts with '@', which is kept for entities.";
        }

        foreach (var character in instanceId)
        {
            if (character is '/' or '\\' or '#' or '?' || char.IsControl(character))
            {
                return $"Instance id '{instanceId}' contains U+{(int)character:X4}; control characters and / \\ # ? are not allowed.";
            }
        }

        return null;
    }
}
