import { installIfStale } from './install.mjs';
import { onOwnNode } from './own-node.mjs';

await installIfStale();
await onOwnNode(import.meta.url);

const { build, endToEnd, faults, format, lint, prepare, types, vitest } = await import('./checks.mjs');
const { runAll } = await import('./tally.mjs');
await prepare();
const vitests = vitest('vitest', ['model', 'server', 'nouns', 'components', 'alone']);
// The killed servers of the faults are mostly waited for; style and types take what the browsers leave.
const beside = [lint, types].map((runner) => ({ ...runner, yields: true }));
process.exitCode = await runAll([
	[build, format],
	[faults, vitests],
	[endToEnd, beside]
]);
