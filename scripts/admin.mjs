import { installIfStale } from './install.mjs';
import { onOwnNode } from './own-node.mjs';

await installIfStale();
await onOwnNode(import.meta.url);

const { compileMessages } = await import('./messages.mjs');
await compileMessages();
await import('../src/admin.ts');
