import { installIfStale } from './install.mjs';
import { onOwnNode } from './own-node.mjs';

await installIfStale();
await onOwnNode(import.meta.url);

// How well comments keep their places needs neither pages nor a database.
if (process.argv[2] === 'anchors') await import('../tests/bench/anchors/main.ts');
else {
	const { builtOrExit } = await import('./checks.mjs');
	await builtOrExit();
	await import('../tests/bench/main.ts');
}
