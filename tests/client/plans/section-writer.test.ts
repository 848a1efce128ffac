import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fetchDraftKeys } from '#lib/client/draft-key.ts';
import { drafts } from '#lib/client/drafts.ts';
import { SectionWriter } from '#lib/client/plans/section-writer.svelte.ts';
import type { SectionDoc } from '#lib/model/documents/section-doc.ts';
import { normalizeSection } from '#lib/model/documents/section-normalize.ts';
import { textOf } from '#lib/model/documents/text-map.ts';
import { mergeWords } from '#lib/model/plans/merge-words.ts';
import type { SectionWords } from '#lib/model/plans/section.ts';
import { testDraftKeys } from '../../support/draft-keys.ts';
import { paragraphs } from '../../support/section-docs.ts';

vi.mock('#lib/client/draft-key.ts', () => ({ fetchDraftKeys: vi.fn() }));

const stops: (() => void)[] = [];

beforeEach(() => {
	vi.mocked(fetchDraftKeys).mockImplementation(testDraftKeys);
	localStorage.clear();
	sessionStorage.clear();
});
afterEach(() => {
	for (const stop of stops.splice(0)) stop();
	vi.useRealTimers();
});

/** A section on a server that merges as the real one does. */
class FakeServer {
	revisions: SectionWords[];
	asides: SectionWords[] = [];
	answered = new Map<string, { n: number; merged: boolean; clashes: boolean }>();

	constructor(doc: SectionDoc) {
		this.revisions = [{ title: 'Challenge', lang: 'en', doc }];
	}
	get n(): number {
		return this.revisions.length;
	}
	at(n: number): SectionWords {
		return structuredClone(this.revisions[n - 1]!);
	}
	get words(): string[] {
		return textOf(this.at(this.n).doc).trimEnd().split('\n');
	}
	save({ commandId, base, title, doc }: { commandId: string; base: number; title: string; doc: SectionDoc }) {
		const before = this.answered.get(commandId);
		if (before) return before;
		const written = { title, lang: 'en', doc: normalizeSection(doc) };
		const { words, aside } = mergeWords(this.at(base), written, this.at(this.n));
		if (aside) this.asides.push(aside);
		if (JSON.stringify(words) !== JSON.stringify(this.at(this.n))) this.revisions.push(words);
		const answer = { n: this.n, merged: JSON.stringify(words) !== JSON.stringify(written), clashes: aside !== null };
		this.answered.set(commandId, answer);
		return answer;
	}
}

/** Somebody who has the section open; `line` says what becomes of what is sent. */
function open(server: FakeServer, who: string, line: { state: 'up' | 'down' | 'answers are lost' } = { state: 'up' }) {
	let now = server.at(server.n).doc;
	let connect = () => {};
	const writer = new SectionWriter(
		{ n: server.n, ...server.at(server.n) },
		{
			place: `${who}:plan-sections/1`,
			async send(write) {
				if (line.state === 'down') throw new Error('no line');
				const answer = server.save(structuredClone(write));
				if (line.state === 'answers are lost') throw new Error('no answer');
				return { ok: { id: '1', seq: server.n, ...answer } };
			},
			load: async () => {
				if (line.state === 'down') throw new Error('no line');
				return { n: server.n, ...server.at(server.n) };
			},
			whenever: (work) => {
				connect = work;
				return () => {};
			},
			read: () => structuredClone(now),
			take: (doc) => {
				now = structuredClone(doc);
				return true;
			}
		}
	);
	const stop = writer.start();
	stops.push(stop);
	return {
		writer,
		line,
		stop,
		connect: () => connect(),
		get words() {
			return textOf(now).trimEnd().split('\n');
		},
		write(...texts: string[]) {
			now = paragraphs(...texts);
			writer.changed();
		}
	};
}

test('what is written is saved once one rests, and at the latest after ten seconds of writing on', async () => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
	const server = new FakeServer(paragraphs('One.'));
	const ilze = open(server, 'ilze');
	ilze.write('One and');
	await vi.advanceTimersByTimeAsync(1900);
	expect(server.n).toBe(1);
	await vi.advanceTimersByTimeAsync(200);
	expect(server.words).toEqual(['One and']);
	for (let second = 0; second < 12; second += 1) {
		ilze.write(`One and ${second}`);
		await vi.advanceTimersByTimeAsync(1000);
	}
	expect(server.n).toBeGreaterThan(2);
});

test('what others wrote comes into the text that one writes on, and both stand', async () => {
	const server = new FakeServer(paragraphs('One.', 'Two.'));
	const [ilze, rui] = [open(server, 'ilze'), open(server, 'rui')];
	ilze.write('One, by Ilze.', 'Two.');
	rui.write('One.', 'Two, by Rui.');
	await ilze.writer.flush();
	rui.writer.heard(server.n);
	await vi.waitFor(() => expect(rui.words).toEqual(['One, by Ilze.', 'Two, by Rui.']));
	await rui.writer.flush();
	ilze.writer.heard(server.n);
	await vi.waitFor(() => expect(ilze.words).toEqual(['One, by Ilze.', 'Two, by Rui.']));
	expect(server.words).toEqual(['One, by Ilze.', 'Two, by Rui.']);
	expect([ilze.writer.isSaved, rui.writer.isSaved]).toEqual([true, true]);
	expect(server.asides).toEqual([]);
});

test('an hour without a line: what was written goes out when it comes back, and meets what others wrote', async () => {
	const server = new FakeServer(paragraphs('One.', 'Two.'));
	const [ilze, rui] = [open(server, 'ilze', { state: 'down' }), open(server, 'rui')];
	ilze.write('One, in the train.', 'Two.');
	await ilze.writer.flush();
	expect(ilze.writer.lost).toBe(true);
	ilze.write('One, in the train, at length.', 'Two.');
	rui.write('One.', 'Two, meanwhile.', 'Three.');
	await rui.writer.flush();
	ilze.line.state = 'up';
	ilze.connect();
	await vi.waitFor(() => expect(ilze.writer.isSaved).toBe(true));
	expect(server.words).toEqual(['One, in the train, at length.', 'Two, meanwhile.', 'Three.']);
	expect(ilze.words).toEqual(server.words);
});

test('what one wrote goes out when one leaves the place to write, and is not written again when one comes back', async () => {
	const server = new FakeServer(paragraphs('One.'));
	const ilze = open(server, 'ilze');
	ilze.write('One and all.');
	ilze.stop();
	await vi.waitFor(() => expect(server.words).toEqual(['One and all.']));
	await vi.waitFor(async () => expect((await drafts.read('ilze:plan-sections/1')) ?? '').toBe(''));
	open(server, 'ilze');
	await new Promise((resolve) => {
		setTimeout(resolve, 50);
	});
	expect(server.n).toBe(2);
});

test.each(['beforeunload', 'pagehide'])('what one wrote goes out at once on %s', async (event) => {
	const server = new FakeServer(paragraphs('One.'));
	const ilze = open(server, 'ilze');
	ilze.write('One, the last.');
	dispatchEvent(new Event(event));
	// Nothing but what is done at once is done in a page that goes away.
	await Promise.resolve().then(() => {});
	expect(server.words).toEqual(['One, the last.']);
});

test('a save whose answer was lost is sent again under the same id, and done once', async () => {
	const server = new FakeServer(paragraphs('One.'));
	const ilze = open(server, 'ilze', { state: 'answers are lost' });
	ilze.write('One, once.');
	await ilze.writer.flush();
	expect(server.n).toBe(2);
	ilze.line.state = 'up';
	await ilze.writer.flush();
	expect(server.n).toBe(2);
	expect(ilze.writer.isSaved).toBe(true);
});

test('the same words changed by both: what stands is shown, and what one wrote is kept until one chooses', async () => {
	const server = new FakeServer(paragraphs('We hope.'));
	const [ilze, rui] = [open(server, 'ilze'), open(server, 'rui')];
	ilze.write('We know.');
	rui.write('We doubt.');
	await ilze.writer.flush();
	await rui.writer.flush();
	expect(server.words).toEqual(['We know.']);
	expect(server.asides.map(({ doc }) => textOf(doc).trim())).toEqual(['We doubt.']);
	expect(rui.writer.clashes).toBe(true);
	expect(rui.words).toEqual(['We know.']);
});

test('what the server does not have comes back after a reload, from the revision that it was made from', async () => {
	const server = new FakeServer(paragraphs('One.', 'Two.'));
	const first = open(server, 'ilze', { state: 'down' });
	first.write('One, kept here.', 'Two.');
	await first.writer.flush();
	await vi.waitFor(async () => expect(await drafts.read('ilze:plan-sections/1')).toContain('kept here'));
	first.stop();
	const rui = open(server, 'rui');
	rui.write('One.', 'Two, by Rui.');
	await rui.writer.flush();
	const again = open(server, 'ilze');
	await vi.waitFor(() => expect(again.writer.isSaved && server.n).toBe(3));
	expect(server.words).toEqual(['One, kept here.', 'Two, by Rui.']);
	expect(again.words).toEqual(server.words);
	await vi.waitFor(async () => expect((await drafts.read('ilze:plan-sections/1')) ?? '').toBe(''));
});

test('what is brought back without a line is not overrun by what others wrote meanwhile', async () => {
	const server = new FakeServer(paragraphs('One.', 'Two.'));
	const first = open(server, 'ilze', { state: 'down' });
	first.write('One, kept here.', 'Two.');
	await first.writer.flush();
	await vi.waitFor(async () => expect(await drafts.read('ilze:plan-sections/1')).toContain('kept here'));
	first.stop();
	const rui = open(server, 'rui');
	rui.write('One.', 'Two, by Rui.');
	await rui.writer.flush();
	const again = open(server, 'ilze', { state: 'down' });
	await vi.waitFor(() => expect(again.words).toEqual(['One, kept here.', 'Two.']));
	rui.write('One.', 'Two, by Rui, again.');
	await rui.writer.flush();
	again.line.state = 'up';
	again.writer.heard(server.n);
	await again.writer.flush();
	expect(server.words).toEqual(['One, kept here.', 'Two, by Rui, again.']);
	expect(again.words).toEqual(server.words);
});

test('many turns of two writers with lines that fail end the same for both, with every word', async () => {
	const random = (seed: number) => () => {
		seed = (seed * 1664525 + 1013904223) >>> 0;
		return seed / 2 ** 32;
	};
	for (let seed = 1; seed <= 40; seed += 1) {
		const next = random(seed);
		const server = new FakeServer(paragraphs('a0', 'b0', 'c0', 'd0'));
		const people = [open(server, `ilze${seed}`), open(server, `rui${seed}`)];
		const added: string[] = [];
		for (let turn = 0; turn < 12; turn += 1) {
			const who = Math.floor(next() * 2);
			const person = people[who]!;
			person.line.state = (['up', 'up', 'down', 'answers are lost'] as const)[Math.floor(next() * 4)]!;
			const lines = person.words;
			// Each has two paragraphs of their own, so that nothing clashes.
			const place = who * 2 + Math.floor(next() * 2);
			const word = `w${seed}x${turn}`;
			added.push(word);
			lines[place] = `${lines[place]} ${word}`;
			person.write(...lines);
			if (next() < 0.6) await person.writer.flush();
			if (next() < 0.5) people[1 - who]!.writer.heard(server.n);
		}
		for (const person of people) person.line.state = 'up';
		for (let round = 0; round < 3; round += 1)
			for (const person of people) {
				await person.writer.flush();
				person.writer.heard(server.n);
				await person.writer.flush();
			}
		for (const word of added) expect(server.words.join(' '), `seed ${seed}`).toContain(word);
		expect(people.map(({ words }) => words)).toEqual([server.words, server.words]);
		expect(server.asides).toEqual([]);
		for (const person of people) person.stop();
	}
});
