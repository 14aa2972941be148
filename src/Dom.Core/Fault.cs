namespace Dom.Core;

/// <summary>One thing that is wrong with what somebody sent.</summary>
/// <param name="Field">Where it stands, as a path from the document's root: <c>lines[2].quantity</c>.</param>
/// <param name="Value">What was sent, at most its first 100 characters.</param>
/// <param name="Allowed">What is allowed there, as the end of the sentence "allowed is …".</param>
public sealed record Fault(string Field, string Value, string Allowed)
{
    /// <summary>The fault as a sentence.</summary>
    public string ToSentence() => $"{Field} is '{Value}'; allowed is {Allowed}.";
}
