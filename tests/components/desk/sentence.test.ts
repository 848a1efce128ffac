import { expect, test } from 'vitest';
import { m } from '#lib/i18n/m';
import { sentenceOfTheDay } from '#lib/components/desk/sentence.ts';

test('who is new is not told to have read everything; who has read it is', () => {
	const nothing = { addressed: 0, unread: [] };
	expect(sentenceOfTheDay({ ...nothing, hasRead: false }, null)).toContain(m.desk_nothing_yet());
	expect(sentenceOfTheDay({ ...nothing, hasRead: true }, null)).toContain(m.desk_nothing_unread());
	expect(sentenceOfTheDay({ addressed: 1, unread: [], hasRead: false }, null)).toContain(m.desk_waiting({ count: 1 }));
});
