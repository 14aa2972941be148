using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace Dom.LocalHost.Hosting.Invocation;

/// <summary>Middleware around a function, the first of the list outermost. Each step is made anew from the invocation's services.</summary>
/// <param name="middleware">Types of <see cref="IFunctionsWorkerMiddleware"/>.</param>
internal sealed class FunctionPipeline(IReadOnlyList<Type> middleware)
{
    /// <summary>Runs the middleware and, where it lets the invocation through, the function.</summary>
    /// <param name="context">The invocation.</param>
    /// <param name="function">The function.</param>
    public Task RunAsync(FunctionContext context, FunctionExecutionDelegate function)
    {
        var next = function;
        for (var index = middleware.Count - 1; index >= 0; index--)
        {
            var (type, inner) = (middleware[index], next);
            next = current =>
                ((IFunctionsWorkerMiddleware)ActivatorUtilities.GetServiceOrCreateInstance(current.InstanceServices, type))
                .Invoke(current, inner);
        }

        return next(context);
    }
}
