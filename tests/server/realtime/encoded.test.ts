import { randomUUID } from 'node:crypto';
import { vi } from 'vitest';
import { postInMeeting } from '#lib/server/meetings/post-in-meeting.ts';
import { Encoded } from '#lib/server/realtime/encoded.ts';
import { ask } from '../../support/live.ts';
import { saying } from '../../support/saying.ts';
import { expect, test } from '../../support/two-processes.ts';

const words = 'ā "quoted" \\ 🌍';

test('what was encoded before reads like what was not', async ({ network, live, services }) => {
	const marek = await network.person('Marek');
	await postInMeeting(services, marek, { commandId: randomUUID(), slug: network.slug, doc: saying(words), lang: 'en' });
	const place = { stream: network.stream, seq: 0 };
	const plain: unknown = await ask(await live.line(marek), 'follow', place);
	expect(plain).toMatchObject({ ok: { events: [{ seq: 1, payload: { doc: saying(words) } }] } });
	const { ok } = (await ask(await live.line(marek), 'follow', { ...place, packed: true })) as { ok: { json: string } };
	expect({ ok: JSON.parse(ok.json) as unknown }).toEqual(plain);
	const far: unknown = await ask(await live.line(marek), 'follow', { ...place, seq: 1, packed: true });
	expect(far).toEqual({ ok: { json: '{"events":[]}' } });
});

test('a refusal is no text, however it was asked', async ({ network, live }) => {
	const line = await live.line(await network.person('Marek'));
	expect(await ask(line, 'follow', { stream: 'meeting:none', seq: 0, packed: true })).toEqual({ refused: { code: 'not_found' } });
	expect(await ask(line, 'follow', { stream: network.stream, seq: 0, packed: 'yes' })).toMatchObject({ refused: { code: 'invalid' } });
});

test('what is missed is encoded once for all who come back from the same place', async ({ network, live, services }) => {
	const marek = await network.person('Marek');
	await postInMeeting(services, marek, { commandId: randomUUID(), slug: network.slug, doc: saying('heard once'), lang: 'en' });
	const lines = await Promise.all(Array.from({ length: 5 }, () => live.line(marek)));
	const stringify = vi.spyOn(JSON, 'stringify');
	const answers = await Promise.all(lines.map((line) => ask(line, 'follow', { stream: network.stream, seq: 0, packed: true })));
	const encoded = stringify.mock.calls.filter(([value]) => isMissed(value));
	stringify.mockRestore();
	expect(answers).toHaveLength(5);
	expect(new Set(answers.map((answer) => (answer as { ok: { json: string } }).ok.json)).size).toBe(1);
	expect(encoded, 'the database writes it down').toHaveLength(0);
});

function isMissed(value: unknown): boolean {
	return value instanceof Object && 'events' in value;
}

test('whoever does not take it as a text gets the value', () => {
	const value = { events: [{ text: words }] };
	expect(JSON.parse(JSON.stringify([{ ok: Encoded.of(value) }]))).toEqual([{ ok: value }]);
});
