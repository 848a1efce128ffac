import { installIfStale } from './install.mjs';
import { onOwnNode } from './own-node.mjs';
import { stopWithNpm } from './parent.mjs';

stopWithNpm();
await installIfStale();
await onOwnNode(import.meta.url);

if (process.argv.includes('--dev')) {
	const { serveSources } = await import('./watch.mjs');
	await serveSources();
} else {
	const { buildIfStale } = await import('./pages.mjs');
	await buildIfStale();
	process.env.NODE_ENV = 'production';
	await import('../src/server.ts');
}
