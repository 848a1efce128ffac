import { installIfStale } from './install.mjs';
import { onOwnNode } from './own-node.mjs';

installIfStale();
await onOwnNode(import.meta.url);

const { buildIfStale } = await import('./pages.mjs');
buildIfStale();
