import { installIfStale } from './install.mjs';
import { onOwnNode } from './own-node.mjs';

await installIfStale();
await onOwnNode(import.meta.url);

const { builtOrExit } = await import('./checks.mjs');
await builtOrExit();
await import('../tests/bench/main.ts');
