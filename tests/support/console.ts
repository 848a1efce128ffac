import { afterEach, beforeEach, vi } from 'vitest';
import { format } from 'node:util';

/** What was complained about on the console while a test ran; anything fails the test. */
const complaints: string[] = [];

beforeEach(() => {
	complaints.length = 0;
	for (const level of ['error', 'warn'] as const) {
		vi.spyOn(console, level).mockImplementation((...words: unknown[]) => {
			complaints.push(`console.${level}: ${format(...words)}`);
		});
	}
});

afterEach(() => {
	const heard = complaints.splice(0);
	if (heard.length > 0) throw new Error(heard.join('\n'));
});
