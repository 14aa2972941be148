using System.ComponentModel;
using System.Diagnostics;
using Dom.Core.Solving.Models;

namespace Dom.Core.Tests.TestKit;

/// <summary>COIN-OR's branch-and-cut solver, as the package coinor-cbc installs it: the judge of what is optimal.</summary>
internal static class Cbc
{
    private const string Missing =
        "The program cbc is not on the PATH. These tests compare Dom's answers with it and cannot do without: apt-get install coinor-cbc (brew install cbc).";

    /// <summary>Solves a model to its optimum, by way of an LP or an MPS file.</summary>
    public static CbcSolution Solve(SourcingModel model, bool asMps)
    {
        var folder = Directory.CreateTempSubdirectory("dom-cbc-");
        try
        {
            var (input, output) = (Path.Combine(folder.FullName, asMps ? "model.mps" : "model.lp"), Path.Combine(folder.FullName, "solution.txt"));
            using (var writer = new StreamWriter(input))
            {
                if (asMps)
                {
                    MpsWriter.Write(model, writer);
                }
                else
                {
                    LpWriter.Write(model, writer);
                }
            }

            var log = Run([input, "ratioGap", "0", "allowableGap", "0", "solve", "solution", output]);
            Assert.True(File.Exists(output), log);
            using var reader = new StreamReader(output);
            return CbcSolution.Read(model, reader);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Run(string[] arguments)
    {
        var start = new ProcessStartInfo("cbc", arguments) { RedirectStandardOutput = true };
        try
        {
            using var process = Process.Start(start)!;
            var log = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return log;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException(Missing, missing);
        }
    }
}
