// Checks what no compiler here sees: Bicep, workflows, the published API. Run by .ci/run; prints each fault with its place.
import { checkApi } from './api.mjs';
import { checkBicep } from './bicep.mjs';
import { checkWorkflows } from './workflows.mjs';

const faults = [];
for (const [name, check] of [['infra', checkBicep], ['workflows', checkWorkflows], ['api', checkApi]]) {
  const found = await check();
  console.log(`${name}: ${found.length === 0 ? 'in order' : `${found.length} fault(s)`}`);
  faults.push(...found);
}

faults.forEach(fault => console.error(fault));
process.exitCode = faults.length === 0 ? 0 : 1;
