import { render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Waiting } from '#lib/client/outbox.svelte.ts';
import WaitingPost from '#lib/components/thread/WaitingPost.svelte';
import { m } from '#lib/i18n/m';
import { readBy } from '../../support/reader.ts';
import { said } from '../../support/outbox-line.ts';

const ilze = { id: 'ilze', name: 'Ilze', city: 'da', role: 'coordinator' as const, expertKind: null };
const now = Date.parse('2026-11-30T08:00:00.000Z');

beforeEach(() => void vi.useFakeTimers({ now }));
afterEach(() => void vi.useRealTimers());

function waiting(more: Partial<Waiting<'postMessage'>> = {}) {
	const entry = {
		commandId: 'one',
		personId: 'ilze',
		place: 'meeting:1',
		name: 'postMessage',
		input: said('A word'),
		writtenAt: now,
		turn: 1,
		kept: true,
		attempted: true,
		refused: null,
		done: null,
		...more
	} as Waiting<'postMessage'>;
	const props = { entry, on: false, address: '/meetings/one', author: ilze, held: false, onedit: () => {}, ondiscard: () => {} };
	const { rerender } = render(WaitingPost, { props, context: readBy({ me: ilze }) });
	return (changed: Partial<Waiting<'postMessage'>>) => rerender({ ...props, entry: { ...entry, ...more, ...changed } });
}

const says = () => screen.getByRole('article').querySelector('.why')?.textContent.trim() ?? null;

test('what is on its way says so when that takes a while, and that there is no answer when it takes long', async () => {
	waiting();
	expect(says()).toBeNull();
	await vi.advanceTimersByTimeAsync(1500);
	expect(says()).toBe(m.thread_sending());
	await vi.advanceTimersByTimeAsync(4500);
	expect(says()).toBe(m.thread_no_answer_yet());
});

test('what was sent too often tells when it goes out, until then, and afterwards what becomes of it', async () => {
	const change = waiting({ again: now + 120_000 });
	const goesOut = m.thread_sent_again_at({ time: '10:02' });
	expect(says()).toBe(goesOut);
	await vi.advanceTimersByTimeAsync(119_000);
	expect(says()).toBe(goesOut);
	await vi.advanceTimersByTimeAsync(1000);
	expect(says(), 'the time has come').toBe(m.thread_sending());
	await vi.advanceTimersByTimeAsync(6000);
	expect(says(), 'and no answer').toBe(m.thread_no_answer_yet());
	await change({ again: now + 240_000 });
	expect(says(), 'it was too often again').toBe(m.thread_sent_again_at({ time: '10:04' }));
	await change({ again: undefined });
	await vi.advanceTimersByTimeAsync(0);
	expect(says(), 'it is tried').toBe(m.thread_sending());
});

test('what an earlier page was told to wait for tells no time that has passed', async () => {
	waiting({ again: now - 1000 });
	await vi.advanceTimersByTimeAsync(1500);
	expect(says()).toBe(m.thread_sending());
});
