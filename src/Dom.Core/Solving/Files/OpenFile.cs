namespace Dom.Core.Solving.Files;

/// <summary>Opens a file of a folder for reading, from its beginning at every call; none where there is no such file.</summary>
/// <param name="name">The file's name.</param>
/// <returns>The file's bytes, which the caller disposes of.</returns>
public delegate Stream? OpenFile(string name);
