import { installIfStale } from './install.mjs';
import { onOwnNode } from './own-node.mjs';

await installIfStale();
await onOwnNode(import.meta.url);

const { buildIfStale } = await import('./pages.mjs');
await buildIfStale();
