using System.Text;
using Dom.Core.Profiles;

namespace Dom.Functions.Tests.Api;

/// <summary>
/// The reader against the documents that also the published JSON Schema is held against (<c>.ci/checks/api.mjs</c>): the schema takes all that the reader
/// takes, and what it takes beyond that is listed there.
/// </summary>
public sealed class ProfileDocumentsTests
{
    private static readonly DocumentCorpus Corpus = new("profile-documents.json");

    public static TheoryData<string> Cases() => [.. Corpus.Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Read_takes_what_is_said_of_it(string name)
    {
        var taken = ProfileReader.Read(Encoding.UTF8.GetBytes(Corpus.Document(name).ToJsonString()), new ProfileId("us")).Match(_ => true, _ => false);

        Assert.Equal(Corpus.IsTaken(name), taken);
    }
}
