using Dom.Functions.Storage;
using Dom.LocalHost.Demo.Network;
using Microsoft.Extensions.DependencyInjection;

namespace Dom.LocalHost.Running;

/// <summary>Puts into fresh storage what a first start needs: keys, a profile, and the demo network unless it is not wanted.</summary>
internal static class FirstStart
{
    /// <summary>Prepares the storage. What is there stays.</summary>
    /// <param name="options">How the host runs.</param>
    /// <param name="services">The app's services.</param>
    /// <param name="output">Where it tells what it does.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task PrepareAsync(RunOptions options, IServiceProvider services, TextWriter output, CancellationToken cancellationToken)
    {
        var configurations = services.GetRequiredService<ConfigurationStore>();
        if (options.IsEmpty)
        {
            if ((await configurations.GetAsync(cancellationToken)).Profiles.IsEmpty)
            {
                await configurations.PublishAsync(DemoProfiles.Plain, cancellationToken);
            }
        }
        else
        {
            var seed = new DemoSeed(configurations, services.GetRequiredService<StockStore>());
            if (await seed.PlantAsync(DemoNetwork.Create(DemoNetwork.DefaultSeed), cancellationToken) is { IsPlanted: true } planted)
            {
                await output.WriteLineAsync(planted.ToSentence());
            }
        }

        var (keys, areNew) = await DemoKeys.EnsureAsync(options.DataFolder, services.GetRequiredService<ClientKeyStore>(), cancellationToken);
        if (areNew)
        {
            foreach (var (role, key) in keys)
            {
                await output.WriteLineAsync($"Key of role {role}: {key}");
            }
        }
    }
}
