import { installIfStale } from './install.mjs';
import { onOwnNode } from './own-node.mjs';

await installIfStale();
await onOwnNode(import.meta.url);

const { build, endToEnd, faults, format, lint, prepare, types, vitest } = await import('./checks.mjs');
const { runAll } = await import('./tally.mjs');
await prepare();
const vitests = vitest('vitest', ['model', 'server', 'nouns', 'components', 'alone']);
// The killed servers of the faults are mostly waited for, and types know one core only: together they leave none idle.
process.exitCode = await runAll([[build, format], [faults, [lint, types], vitests], endToEnd]);
