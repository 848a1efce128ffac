import { installIfStale } from './install.mjs';
import { onOwnNode } from './own-node.mjs';

installIfStale();
await onOwnNode(import.meta.url);

const { compileMessages } = await import('./messages.mjs');
await compileMessages();
await import('../src/admin.ts');
