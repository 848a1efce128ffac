import { defineConfig } from '@playwright/test';
import { chromiumArgs, ensureChromium } from './scripts/chromium.mjs';
import { retriesIn } from './scripts/tally.mjs';
import type { Installation } from './tests/support/stage.ts';

export default defineConfig<object, Installation>({
	testDir: 'tests/e2e',
	outputDir: 'test-results/e2e',
	workers: 2,
	fullyParallel: false,
	forbidOnly: true,
	retries: retriesIn(process.env),
	timeout: 45_000,
	expect: { timeout: 10_000 },
	reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
	use: {
		browserName: 'chromium',
		launchOptions: { executablePath: ensureChromium(), args: chromiumArgs },
		actionTimeout: 10_000,
		navigationTimeout: 15_000,
		screenshot: 'only-on-failure',
		trace: 'off'
	}
});
