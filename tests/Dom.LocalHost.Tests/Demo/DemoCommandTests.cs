using Dom.LocalHost.Demo;

namespace Dom.LocalHost.Tests.Demo;

public sealed class DemoCommandTests
{
    [Theory]
    [InlineData("--rate 0", "--rate is '0'; allowed is a number above 0, at most 60000.")]
    [InlineData("--rate 60001", "--rate is '60001'; allowed is a number above 0, at most 60000.")]
    [InlineData("--rate fast", "--rate is 'fast'; allowed is a number above 0, at most 60000.")]
    [InlineData("--orders 0", "--orders is '0'; allowed is a whole number from 1 to 10000000.")]
    [InlineData("--seed x", "--seed is 'x'; allowed is a whole number from -2147483648 to 2147483647.")]
    [InlineData("--url here", "--url is 'here'; allowed is an address such as http://127.0.0.1:7071.")]
    [InlineData("--servicebus-url file:///tmp", "--servicebus-url is 'file:///tmp'; allowed is an address such as http://127.0.0.1:7072.")]
    [InlineData("--accept 2", "--accept is '2'; allowed is a share from 0 to 1.")]
    [InlineData("--accept 0.5", "--accept, --reject and --silent are '0.5', '0.12' and '0.08'; allowed are shares that add up to 1, these add up to 0.7.")]
    public void Create_refuses_what_is_not_allowed(string arguments, string says)
    {
        var parsed = DemoCommand.Create(null).Parse(arguments.Split(' '));

        Assert.Equal(says, Assert.Single(parsed.Errors).Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("--rate 0.5 --orders 1 --seed -3")]
    [InlineData("--accept 0.5 --reject 0.3 --silent 0.2")]
    [InlineData("--url http://127.0.0.1:8000 --servicebus-url http://127.0.0.1:8001 --keys k.json")]
    public void Create_takes_what_is_allowed(string arguments)
    {
        var parsed = DemoCommand.Create(null).Parse(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Empty(parsed.Errors);
    }
}
