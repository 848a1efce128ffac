import '@testing-library/jest-dom/vitest';
import { vi } from 'vitest';
import { loadMessages } from '#lib/i18n/m';

// The server gives everybody a key of their own.
vi.mock('#lib/client/draft-key.ts', async () => {
	const { testDraftKeys } = await import('./draft-keys.ts');
	return { fetchDraftKeys: testDraftKeys };
});

const files = Object.keys(import.meta.glob('/src/lib/i18n/messages/en/*.json'));

// Components read the messages of one locale; the tests read all of English.
await loadMessages(
	files.map((path) => /(\w+)\.json$/.exec(path)?.[1] ?? ''),
	'en'
);
