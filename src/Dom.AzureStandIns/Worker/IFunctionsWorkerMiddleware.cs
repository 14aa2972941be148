using System.Diagnostics.CodeAnalysis;

namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>A step around the functions that it is registered for.</summary>
public interface IFunctionsWorkerMiddleware
{
    /// <summary>Runs the step; calls <paramref name="next"/> to go on, or does not.</summary>
    /// <param name="context">The invocation.</param>
    /// <param name="next">The rest: further steps and the function.</param>
    [SuppressMessage("Naming", "CA1716:Identifiers should not match keywords", Justification = "The real package's name.")]
    Task Invoke(FunctionContext context, FunctionExecutionDelegate next);
}
