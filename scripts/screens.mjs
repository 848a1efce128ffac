import { installIfStale } from './install.mjs';
import { onOwnNode } from './own-node.mjs';

await installIfStale();
await onOwnNode(import.meta.url);

const { mkdirSync, rmSync } = await import('node:fs');
const { join } = await import('node:path');
const { fileURLToPath } = await import('node:url');
const { goTo, places } = await import('../tests/support/places.ts');
const { builtOrExit } = await import('./checks.mjs');
const { openDemo } = await import('./open-demo.mjs');

const folder = fileURLToPath(new URL('../screens', import.meta.url));
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
await builtOrExit();

const demo = await openDemo();
let taken = 0;
try {
	for (const locale of /** @type {const} */ (['en', 'lv']))
		for (const theme of /** @type {const} */ (['light', 'dark']))
			for (const width of [390, 1280]) {
				for (const person of new Set(places.map((place) => place.as))) {
					const context = await demo.context({ locale, theme, width }, person);
					const page = await context.newPage();
					for (const place of places.filter((one) => one.as === person)) {
						await goTo(page, place);
						await page.waitForLoadState('networkidle');
						await page.screenshot({ path: join(folder, `${place.name}-${width}-${theme}-${locale}.png`), fullPage: true });
						taken += 1;
					}
					await context.close();
				}
				console.log(`${locale} ${theme} ${width} px: done`);
			}
} finally {
	await demo.close();
}
console.log(`${taken} pictures in screens/`);
