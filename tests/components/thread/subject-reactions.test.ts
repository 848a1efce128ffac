import 'fake-indexeddb/auto';
import { render, screen, within } from '@testing-library/svelte';
import { flushSync } from 'svelte';
import { expect, test, vi } from 'vitest';
import { outboxOf, type Waiting } from '#lib/client/outbox.svelte.ts';
import SubjectReactions from '#lib/components/thread/SubjectReactions.svelte';
import { m } from '#lib/i18n/m';
import type { Reaction } from '#lib/model/threads/reactions.ts';
import { readBy } from '../../support/reader.ts';

const me = { id: 'ilze', name: 'Ilze', city: 'da', role: 'officer' as const, expertKind: null };
const stream = 'practice:p';
const subject = { kind: 'practice', id: 'p', network: 'n', stream, audience: [], href: '/practices/quince-12345678' };
const given: Reaction[] = [
	{ kind: 'thanks', by: [{ id: 'rui', name: 'Rui', city: 'co' }, me] },
	{ kind: 'idea', by: [{ id: 'rui', name: 'Rui', city: 'co' }] }
];

function show(may: boolean) {
	render(SubjectReactions, { props: { subject, reactions: given, may, commandId: 'c' }, context: readBy({ me }) });
	const buttons = screen.queryAllByRole<HTMLButtonElement>('button');
	return buttons.map((one) => [one.getAttribute('aria-label'), one.value, one.getAttribute('aria-pressed'), one.disabled]);
}

test('each button says who reacted so, and sends what it comes to', () => {
	expect(show(true)).toEqual([
		['Agree', 'agree on', 'false', false],
		['Thanks, 2: Rui and you', 'thanks off', 'true', false],
		['Good idea, 1: Rui', 'idea on', 'false', false],
		['Well done', 'celebrate on', 'false', false],
		['Not sure', 'unsure on', 'false', false]
	]);
});

test('who only reads sees what others said, and nothing to press', () => {
	expect(show(false)).toEqual([
		['Thanks, 2: Rui and you', 'thanks off', 'true', true],
		['Good idea, 1: Rui', 'idea on', 'false', true]
	]);
});

test('a reaction under way is shown as done, one that was refused is told and kept no longer', async () => {
	const outbox = outboxOf(me.id);
	const entry = {
		commandId: 'a',
		place: stream,
		name: 'reactToSubject',
		input: { stream, kind: 'idea', on: true },
		refused: null,
		done: null
	} as unknown as Waiting;
	outbox.waiting = [entry];
	show(true);
	const form = within(screen.getByRole('form', { name: m.thread_react() }));
	expect(form.getByRole('button', { name: 'Good idea, 2: Rui and you' }).getAttribute('value')).toBe('idea off');
	outbox.waiting = [{ ...entry, refused: { code: 'forbidden' } }];
	flushSync();
	expect(form.getByRole('button', { name: 'Good idea, 1: Rui' })).toBeTruthy();
	expect(screen.getByRole('alert').textContent).toContain(m.thread_subject_reaction_refused());
	await vi.waitFor(() => expect(outbox.waiting).toEqual([]));
});
