import type { BrowserContext, Page } from '@playwright/test';

/** What a browser complained about: errors on its console, exceptions, breaches of the content policy. */
export interface Watch {
	complaints: string[];
	/** Complaints that a test brings about on purpose, such as the lost connection of a stopped server. */
	expectsToHear(pattern: RegExp): void;
}

/** Listens to every page of a context from its beginning. */
export function watch(context: BrowserContext): Watch {
	// Said where the test itself has forbidden it.
	const expected = [/Service Worker registration blocked by Playwright/];
	const complaints: string[] = [];
	const complain = (words: string) => {
		if (!expected.some((pattern) => pattern.test(words))) complaints.push(words);
	};
	const listen = (page: Page) => {
		page.on('pageerror', (error) => complain(`exception: ${error.message}`));
		page.on('console', (message) => {
			if (message.type() === 'error' || message.type() === 'warning')
				complain(`console: ${message.text()} (${message.location().url})`);
		});
	};
	context.pages().forEach(listen);
	context.on('page', listen);
	return { complaints, expectsToHear: (pattern) => void expected.push(pattern) };
}
