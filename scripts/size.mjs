import { installIfStale } from './install.mjs';
import { onOwnNode } from './own-node.mjs';

await installIfStale();
await onOwnNode(import.meta.url);

const { builtOrExit } = await import('./checks.mjs');
const { openDemo } = await import('./open-demo.mjs');
const { sums, weigh } = await import('./weigh.mjs');

await builtOrExit();
const demo = await openDemo();
try {
	const warm = await demo.context({}, 'ilze.ozolkalne@daugavpils.example');
	const cold = await demo.browser.newContext({ storageState: await warm.storageState() });
	const pieces = await weigh(await cold.newPage(), `${demo.url}/meetings/coimbra-2017`);
	console.log('A meeting page, cold cache, gzip -9:\n');
	for (const { kind, url, bytes } of pieces.sort((a, b) => b.bytes - a.bytes))
		console.log(`${(bytes / 1000).toFixed(1).padStart(8)} kB  ${kind.padEnd(10)}  ${new URL(url).pathname}`);
	console.log('');
	const table = sums(pieces);
	for (const { kind, kB, budget, over } of table)
		console.log(`${kind.padEnd(10)} ${kB.toFixed(1).padStart(6)} kB${budget ? ` of ${budget}` : ''}${over ? '  too much' : ''}`);
	process.exitCode = table.some(({ over }) => over) ? 1 : 0;
} finally {
	await demo.close();
}
