namespace Dom.Core.Profiles.Forms;

/// <summary>A field of a record.</summary>
/// <param name="Name">Its name in JSON.</param>
/// <param name="Form">What may stand there.</param>
/// <param name="Words">What it is, as sentences about changes and the schema call it.</param>
/// <param name="IsRequired">Whether it must be there.</param>
internal sealed record FormField(string Name, Form Form, string Words, bool IsRequired = false);
