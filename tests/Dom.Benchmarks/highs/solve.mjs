// Solves a model with HiGHS: node solve.mjs MODEL.mps SOLUTION SECONDS GAP, in a folder where the package highs is installed.
// Prints "progress COST BOUND" whenever HiGHS tells them, and keeps its best solution so far in the file: a line "INDEX VALUE" for each variable that is not 0.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const [model, file, seconds, gap] = process.argv.slice(2);

function keep(values) {
  const lines = [];
  values.forEach((value, index) => {
    if (Math.abs(value) > 1e-6) lines.push(`${index} ${value}\n`);
  });
  writeFileSync(file, lines.join(""));
}

function tell({ data }) {
  console.log(`progress ${data.mip_primal_bound} ${data.mip_dual_bound}`);
}

try {
  const highs = await createRequire(`${process.cwd()}/package.json`)("highs")();
  const { mipImprovingSolution, mipLogging } = highs.constants.callbackType;
  const problem = highs.createModel({ format: "mps", data: readFileSync(model) });
  problem.options.set({ output_flag: false, time_limit: Number(seconds), mip_rel_gap: Number(gap), mip_abs_gap: 0 });
  problem.run({
    [mipLogging]: tell,
    [mipImprovingSolution]: (event) => {
      tell(event);
      keep(event.data.mip_solution);
    },
  });
  const isFeasible = problem.info.get("primal_solution_status") === highs.constants.solutionStatus.feasible;
  if (isFeasible) keep(problem.getSolution().colValue);
  console.log(`progress ${isFeasible ? problem.getObjectiveValue() : Infinity} ${problem.info.get("mip_dual_bound")}`);
} catch (fault) {
  // Its stack holds the whole library, on one line.
  console.log(`failed: ${String(fault.message).split("\n")[0].slice(0, 200)}`);
  process.exitCode = 1;
}
