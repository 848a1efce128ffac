import { installIfStale } from './install.mjs';
import { onOwnNode } from './own-node.mjs';

await installIfStale();
await onOwnNode(import.meta.url);

const { build, endToEnd, faults, format, lint, prepare, types, vitest } = await import('./checks.mjs');
const { runAll } = await import('./tally.mjs');
await prepare();
process.exitCode = await runAll([[format, lint, types], vitest('vitest', ['model', 'server', 'components', 'alone']), build, faults, endToEnd]);
