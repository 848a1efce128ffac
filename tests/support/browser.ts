import '@testing-library/jest-dom/vitest';
import { loadMessages } from '#lib/i18n/m';

// Components read the messages of one locale; the tests read English unless they load another.
await loadMessages('en');
