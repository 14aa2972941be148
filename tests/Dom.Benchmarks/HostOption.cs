using System.CommandLine;

namespace Dom.Benchmarks;

/// <summary>The option that names the host to measure.</summary>
internal static class HostOption
{
    /// <summary>The option.</summary>
    public static Option<string> Create()
    {
        var option = new Option<string>("--host")
        {
            Description = "The built Dom.LocalHost.dll.",
            DefaultValueFactory = _ => Repository.HostDll,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var path }] && !File.Exists(path))
            {
                result.AddError($"--host is '{path}'; there is no such file. Build src/Dom.LocalHost first.");
            }
        });
        return option;
    }
}
