using Dom.Core.Solving.Exact;
using Microsoft.Extensions.DependencyInjection;

namespace Dom.Functions.Sourcing.OrTools;

/// <summary>The exact solver of the builds that have OR-Tools.</summary>
public static class OrToolsServices
{
    /// <summary>Adds CP-SAT as the exact solver. Call it before <see cref="DomServices.AddDom"/>, which otherwise adds none.</summary>
    /// <param name="services">Where to.</param>
    public static IServiceCollection AddOrTools(this IServiceCollection services) => services.AddSingleton<IExactSolver, CpSatSolver>();
}
