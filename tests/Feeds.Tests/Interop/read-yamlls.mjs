// Prints what yaml-language-server says of YAML files, each with its line, as an editor would show it.
// A file followed by ':' and a line gets what it shows about the key on that line instead.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';

const require = createRequire(`${process.env.FEEDS_TEST_NODE_MODULES}/`);
const { createMessageConnection, StreamMessageReader, StreamMessageWriter } = createRequire(require.resolve('yaml-language-server'))('vscode-jsonrpc/node');

const program = join(dirname(require.resolve('yaml-language-server/package.json')), 'bin', 'yaml-language-server');
const server = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
const editor = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));

const told = new Map();
editor.onNotification('textDocument/publishDiagnostics', (found) => told.get(found.uri)?.(found.diagnostics));
editor.onRequest('workspace/configuration', ({ items }) => items.map(() => ({ schemaStore: { enable: false } })));
editor.onRequest('client/registerCapability', () => null);
editor.listen();
await editor.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
await editor.sendNotification('initialized', {});

async function open(file) {
  const uri = pathToFileURL(file).href;
  const diagnostics = new Promise((resolve) => told.set(uri, resolve));
  const textDocument = { uri, languageId: 'yaml', version: 1, text: readFileSync(file, 'utf8') };
  await editor.sendNotification('textDocument/didOpen', { textDocument });
  return [uri, await diagnostics];
}

async function read(argument) {
  const [file, line] = argument.split(':');
  const [uri, diagnostics] = await open(file);
  if (line === undefined) return diagnostics.map((found) => `${found.range.start.line + 1}: ${found.message}`);
  const hover = await editor.sendRequest('textDocument/hover', { textDocument: { uri }, position: { line: line - 1, character: 1 } });
  return [hover?.contents.value ?? ''];
}

const seen = [];
for (const argument of process.argv.slice(2)) seen.push(await read(argument));
process.stdout.write(JSON.stringify(seen), () => process.exit());
