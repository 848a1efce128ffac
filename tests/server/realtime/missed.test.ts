import { randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';
import { heads } from '#lib/server/events/read.ts';
import { deletePost } from '#lib/server/threads/change-post.ts';
import { hidePost } from '#lib/server/threads/hide-post.ts';
import { postInMeeting } from '#lib/server/meetings/post-in-meeting.ts';
import type { Command } from '#lib/server/commands/command.ts';
import { missedOn, mostMissed } from '#lib/server/realtime/missed.ts';
import { expect, test, type TestServices } from '../../support/database.ts';
import { saying } from '../../support/saying.ts';
import { smallNetwork } from '../../support/thread.ts';

/** A lead at a thread in which something was said. */
async function seated(services: TestServices) {
	const { slug, stream, person } = await smallNetwork(services);
	const lead = await person('Marek', { role: 'lead' });
	const post = async (text: string) =>
		(await postInMeeting(services, lead, { commandId: randomUUID(), slug, doc: saying(text), lang: 'en' })).id;
	const head = async () => (await heads(services.sql, [stream])).get(stream) ?? 0;
	return { lead, stream, post, head };
}

/** The database, and how often it was asked. */
function counted(sql: Sql) {
	let asked = 0;
	const counting = new Proxy(sql, {
		apply(target, self, words) {
			asked += 1;
			return Reflect.apply(target, self, words) as unknown;
		}
	});
	return { sql: counting, asked: () => asked };
}

test('what many missed is read once, and is what each would have read', async ({ services }) => {
	const { stream, post, head } = await seated(services);
	for (const text of ['one', 'two', 'three']) await post(text);
	const { sql, asked } = counted(services.sql);
	const missed = missedOn(sql);
	const upTo = await head();
	const answers = await Promise.all([1, 2, 3].map(() => missed(stream, 1, upTo)));
	expect(asked()).toBe(1);
	const [answer] = answers;
	expect(answer?.toJSON()).toMatchObject({ events: [{ seq: 2, payload: { doc: saying('two') } }, { seq: 3 }] });
	expect((await missed(stream, 2, upTo)).toJSON()).toMatchObject({ events: [{ seq: 3 }] });
	expect((await missed(stream, upTo, upTo)).toJSON()).toEqual({ events: [] });
	expect((await missed(stream, 0, mostMissed + 1)).toJSON()).toEqual({ tooFar: true });
});

const takenAway: [string, Command<unknown>, object][] = [
	['deleted', deletePost, {}],
	['hidden', hidePost, { reason: 'Names a child' }]
];

test.for(takenAway)('a text that was %s is not remembered for those who come back afterwards', async ([, take, more], { services }) => {
	const { lead, stream, post, head } = await seated(services);
	const missed = missedOn(services.sql);
	const followed = async () => JSON.stringify(await missed(stream, 0, await head()));
	const id = await post('a word to forget');
	await post('another word');
	expect(await followed()).toContain('to forget');
	await take(services, lead, { commandId: randomUUID(), id, ...more });
	const now = await followed();
	expect(now).not.toContain('to forget');
	expect(now).toContain('another word');
});

test('who asks once it is taken away gets no text, however many ask at the same time', async ({ services }) => {
	const { lead, stream, post, head } = await seated(services);
	const missed = missedOn(services.sql);
	const id = await post('a word to forget');
	const commandId = randomUUID();
	let gone = false;
	const late: string[] = [];
	const readers = Array.from({ length: 8 }, async () => {
		for (let turn = 0; turn < 40; turn++) {
			const afterwards = gone;
			const answer = JSON.stringify(await missed(stream, 0, await head()));
			if (afterwards) late.push(answer);
			if (turn === 10) {
				await deletePost(services, lead, { commandId, id });
				gone = true;
			}
		}
	});
	await Promise.all(readers);
	expect(late.length).toBeGreaterThan(0);
	expect(late.filter((answer) => answer.includes('to forget'))).toEqual([]);
});

test('a failure is not remembered', async ({ services }) => {
	const { stream, post, head } = await seated(services);
	await post('said');
	let broken = true;
	const missed = missedOn(
		new Proxy(services.sql, {
			apply: (target, self, words) => (broken ? Promise.reject(new Error('down')) : (Reflect.apply(target, self, words) as unknown))
		})
	);
	await expect(missed(stream, 0, await head())).rejects.toThrow('down');
	broken = false;
	expect((await missed(stream, 0, await head())).toJSON()).toMatchObject({ events: [{ seq: 1 }] });
});
