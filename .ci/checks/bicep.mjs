// Bicep without its compiler: syntax, names, and what modules hand to each other. Types of resources are for `az bicep build` (.github/workflows).
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Language, Parser } from 'web-tree-sitter';
import { exists, list, read } from './files.mjs';

const known = new Set([
  'allowed', 'description', 'empty', 'environment', 'guid', 'items', 'loadJsonContent', 'maxLength', 'minLength', 'resourceGroup', 'subscription',
  'subscriptionResourceId', 'tenant', 'toLower', 'union', 'uniqueString',
]);
const declarations = {
  parameter_declaration: 'params', variable_declaration: 'vars', resource_declaration: 'resources', module_declaration: 'modules', output_declaration: 'outputs',
};

export async function checkBicep() {
  const parser = await bicepParser();
  const files = new Map(list('infra', '.bicep').map(file => [file, outline(parser.parse(read(file)).rootNode)]));
  const broken = [...files].flatMap(([file, { root }]) => syntax(file, root));
  return broken.length > 0
    ? broken
    : [...files].flatMap(([file, { root, ...names }]) => [...namesOf(file, root, names), ...modules(file, root, files), ...loads(file, root)]);
}

async function bicepParser() {
  await Parser.init();
  const parser = new Parser();
  const grammar = createRequire(import.meta.url).resolve('tree-sitter-bicep/package.json');
  parser.setLanguage(await Language.load(join(dirname(grammar), 'tree-sitter-bicep.wasm')));
  return parser;
}

function* walk(node) {
  yield node;
  for (const child of node.namedChildren) {
    yield* walk(child);
  }
}

/** What a file declares, with the parameters that have no default. */
function outline(root) {
  const names = { params: new Map(), vars: new Map(), resources: new Map(), modules: new Map(), outputs: new Map(), locals: new Set(), root };
  for (const node of walk(root)) {
    if (declarations[node.type]) {
      names[declarations[node.type]].set(node.namedChildren[0].text, node);
    } else if (node.type === 'for_statement') {
      names.locals.add(node.namedChildren[0].text);
    }
  }

  return names;
}

const place = (file, node) => `${file}:${node.startPosition.row + 1}`;

const syntax = (file, root) => [...walk(root)].filter(node => node.isError || node.isMissing)
  .map(node => `${place(file, node)}: '${node.text.split('\n')[0]}' is no Bicep.`);

/** Names that nothing declares, and what is declared and not used. */
function namesOf(file, root, names) {
  const declared = new Set([...names.params.keys(), ...names.vars.keys(), ...names.resources.keys(), ...names.modules.keys(), ...names.locals]);
  const used = new Map();
  for (const node of walk(root)) {
    if (node.type === 'identifier' && !isDeclaration(node) && !isKey(node)) {
      used.set(node.text, node);
    }
  }

  return [
    ...[...used].filter(([name]) => !declared.has(name) && !known.has(name)).map(([name, node]) => `${place(file, node)}: nothing here is called '${name}'.`),
    ...[...names.params, ...names.vars].filter(([name]) => !used.has(name)).map(([name, node]) => `${place(file, node)}: '${name}' is not used.`),
  ];
}

const isFirst = node => node.parent.namedChildren[0].equals(node);

const isDeclaration = node => (node.parent.type in declarations || node.parent.type === 'for_statement') && isFirst(node);

const isKey = node => node.parent.type === 'object_property' && isFirst(node);

const text = node => node.namedChildren.map(child => child.text).join('');

const property = (object, key) => object.namedChildren.find(child => child.type === 'object_property' && child.namedChildren[0].text === key)?.namedChildren[1];

/** What a module is given against what it asks for, and what is taken out of it against what it puts out. */
function modules(file, root, files) {
  const found = [];
  const targets = new Map();
  for (const module of [...walk(root)].filter(node => node.type === 'module_declaration')) {
    const target = join(dirname(file), text(module.namedChildren[1]));
    const wanted = files.get(target);
    if (!wanted) {
      found.push(`${place(file, module)}: there is no ${target}.`);
      continue;
    }

    targets.set(module.namedChildren[0].text, [target, wanted]);
    const body = [...walk(module)].find(node => node.type === 'object');
    const given = new Set(property(body, 'params').namedChildren.filter(node => node.type === 'object_property').map(node => node.namedChildren[0].text));
    const needed = [...wanted.params].filter(([, node]) => !/^param \S+ \S+\s*=/.test(node.text)).map(([name]) => name);
    found.push(
      ...[...given].filter(name => !wanted.params.has(name)).map(name => `${place(file, module)}: ${target} takes no '${name}'.`),
      ...needed.filter(name => !given.has(name)).map(name => `${place(file, module)}: ${target} needs '${name}'.`));
  }

  for (const use of root.text.matchAll(/\b(\w+)!?\.outputs\.(\w+)/g)) {
    const [target, wanted] = targets.get(use[1]) ?? [];
    if (!wanted?.outputs.has(use[2])) {
      found.push(`${file}: ${target ?? `module '${use[1]}'`} puts out no '${use[2]}'.`);
    }
  }

  return found;
}

const loads = (file, root) => [...root.text.matchAll(/loadJsonContent\('([^']+)'\)/g)]
  .map(match => join(dirname(file), match[1]))
  .filter(target => !exists(target))
  .map(target => `${file}: there is no ${target}.`);
