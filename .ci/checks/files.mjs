// Where the repository's files are.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

export const path = (...parts) => join(root, ...parts);

export const read = (...parts) => readFileSync(path(...parts), 'utf8');

export const exists = (...parts) => existsSync(path(...parts));

/** Files under a folder whose names end so, relative to the repository. */
export const list = (folder, ending) => readdirSync(path(folder), { recursive: true })
  .map(name => relative(root, path(folder, name)))
  .filter(name => name.endsWith(ending))
  .sort();
