namespace Dom.Core.Solving.Files;

/// <summary>Creates a file in a folder, or takes the place of the one there.</summary>
/// <param name="name">The file's name.</param>
/// <returns>Where its bytes go; the caller disposes of it.</returns>
public delegate Stream CreateFile(string name);
