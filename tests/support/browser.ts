import '@testing-library/jest-dom/vitest';
import { loadMessages } from '#lib/i18n/m';

const files = Object.keys(import.meta.glob('/src/lib/i18n/messages/en/*.json'));

// Components read the messages of one locale; the tests read all of English.
await loadMessages(
	files.map((path) => /(\w+)\.json$/.exec(path)?.[1] ?? ''),
	'en'
);
