// The published API: both documents by Redocly, the schemas by Ajv, and those of orders and profiles against the documents that
// the tests hold against the readers (tests/Dom.Functions.Tests/Api/order-messages.json, profile-documents.json).
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { list, path, read } from './files.mjs';

const folder = 'docs/api';

export async function checkApi() {
  const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false, allErrors: true });
  addFormats(ajv);
  const schemas = new Map(list(folder, '.schema.json').map(file => [file, JSON.parse(read(file))]));
  const validators = new Map([...schemas].map(([file, schema]) => [file, ajv.compile(schema)]));
  return [
    ...['openapi.json', 'asyncapi.json'].flatMap(lint),
    ...[...schemas].flatMap(([file, schema]) => examples(file, schema, validators.get(file))),
    ...messages('order-messages.json', validators.get(`${folder}/order-message.schema.json`)),
    ...messages('profile-documents.json', validators.get(`${folder}/profile.schema.json`)),
  ];
}

function lint(document) {
  const redocly = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js');
  try {
    execFileSync(process.execPath, [redocly, 'lint', '--config', path('.ci/checks/redocly.yaml'), '--format', 'stylish', `${folder}/${document}`], {
      cwd: path(), stdio: 'pipe', env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
    });
    return [];
  } catch (failed) {
    return [`${failed.stdout ?? ''}${failed.stdout ? '' : failed}`];
  }
}

const examples = (file, schema, isValid) => (schema.examples ?? [])
  .filter(example => !isValid(example))
  .map(example => `${file}: example ${JSON.stringify(example).slice(0, 60)}… is not valid by it.`);

/** What the corpus says of the schema, and that it is never stricter than the reader. */
function messages(name, isValid) {
  const file = `tests/Dom.Functions.Tests/Api/${name}`;
  const { messages, cases } = JSON.parse(read(file));
  return cases.flatMap(({ name: said, message, lines, at, value, schema, reader }) => {
    const valid = isValid(lines ? repeated(messages[message], lines) : at ? changed(messages[message], at, value) : messages[message]);
    return [
      ...(valid === schema ? [] : [`${file}: '${said}' is ${valid ? '' : 'not '}valid by the schema.`]),
      ...(reader && !schema ? [`${file}: '${said}' is taken by the reader and not by the schema.`] : []),
    ];
  });
}

/** A message with its first line so many times, each under its own id. */
const repeated = (message, count) => ({ ...message, lines: Array.from({ length: count }, (_, index) => ({ ...message.lines[0], lineId: `${index}` })) });

/** A message with another value at a JSON pointer; without a value, with nothing there. */
function changed(message, pointer, value) {
  const copy = structuredClone(message);
  const steps = pointer.split('/').slice(1);
  const last = steps.pop();
  const parent = steps.reduce((node, step) => node[step], copy);
  if (value === undefined) {
    delete parent[last];
  } else {
    parent[last] = value;
  }

  return copy;
}
