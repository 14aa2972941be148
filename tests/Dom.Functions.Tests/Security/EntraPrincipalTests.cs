using System.Text;
using Dom.Functions.Security;
using Dom.Functions.Tests.TestKit;

namespace Dom.Functions.Tests.Security;

public sealed class EntraPrincipalTests
{
    [Theory]
    [InlineData("oid", "roles")]
    [InlineData("http://schemas.microsoft.com/identity/claims/objectidentifier", "http://schemas.microsoft.com/ws/2008/06/identity/claims/role")]
    public void Read_knows_claims_by_short_and_by_long_names(string objectId, string role)
    {
        var principal = EntraPrincipal.Read(EasyAuth.Header((objectId, "o-1"), ("name", "Ann"), (role, "store")));

        Assert.Equal(new EntraPrincipal("o-1", "Ann", Role.Store), principal);
    }

    [Theory]
    [InlineData("viewer,channel,store,operator", Role.Operator)]
    [InlineData("viewer,channel,store", Role.Store)]
    [InlineData("viewer,channel", Role.Channel)]
    [InlineData("somebody,viewer", Role.Viewer)]
    [InlineData("somebody", null)]
    [InlineData("Operator", null)]
    public void Read_takes_the_first_of_its_roles(string roles, Role? expected)
    {
        var claims = roles.Split(',').Select(role => ("roles", role));

        Assert.Equal(expected, EntraPrincipal.Read(EasyAuth.Header([("oid", "o-1"), .. claims]))?.Role);
    }

    [Fact]
    public void Read_names_a_program_by_its_application()
    {
        Assert.Equal("app-1", EntraPrincipal.Read(EasyAuth.Header(("oid", "o-1"), ("azp", "app-1")))?.Name);
        Assert.Equal("o-1", EntraPrincipal.Read(EasyAuth.Header(("oid", "o-1")))?.Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no base 64")]
    [InlineData("bm8ganNvbg==")]
    public void Read_finds_nobody_in_anything_else(string header)
    {
        Assert.Null(EntraPrincipal.Read(header));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"auth_typ":"aad"}""")]
    [InlineData("""{"auth_typ":"aad","claims":[]}""")]
    [InlineData("""{"auth_typ":"aad","claims":[{"typ":"roles","val":"operator"}]}""")]
    [InlineData("""{"auth_typ":"github","claims":[{"typ":"oid","val":"o-1"}]}""")]
    public void Read_finds_nobody_without_an_identity_of_Entra(string json)
    {
        Assert.Null(EntraPrincipal.Read(Convert.ToBase64String(Encoding.UTF8.GetBytes(json))));
    }
}
