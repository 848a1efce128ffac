import { visitor } from '#lib/model/access/actor.ts';
import { markRead } from '#lib/server/threads/mark-read.ts';
import { whileMarking, onceMarked } from '#lib/server/threads/marks-under-way.ts';
import { countUnread } from '#lib/server/threads/unread.ts';
import { expect, test } from '../../support/database.ts';
import { talk } from '../../support/discussion.ts';

test('a page that somebody asks for as they tell what they read counts it already', async ({ services }) => {
	const { network, ilze, rui, say } = await talk(services);
	const { stream } = network;
	for (let n = 0; n < 5; n += 1) await say(rui);
	const telling = markRead(services, ilze, { read: [{ stream, read: [[1, 3]], jumped: [] }] });
	await onceMarked(services, ilze);
	expect((await countUnread(services, ilze))[stream]?.[0]).toBe(2);
	await telling;
});

test('nobody waits for the marks of others, for those that fail, nor long for their own', async ({ services }) => {
	const { ilze, rui } = await talk(services);
	const heard: string[] = [];
	const hear = (who: string) => () => void heard.push(who);
	const [slow, failing] = [Promise.withResolvers<null>(), Promise.withResolvers<null>()];
	const slowly = whileMarking(services, ilze.id, slow.promise);
	await Promise.all([rui, visitor].map((other) => onceMarked(services, other)));
	const page = onceMarked(services, ilze).then(hear('in half a second'));
	const failed = expect(whileMarking(services, rui.id, failing.promise)).rejects.toThrow('no');
	const other = onceMarked(services, rui).then(hear('failed'));
	failing.reject(new Error('no'));
	await Promise.all([page, other, failed]);
	expect(heard).toEqual(['failed', 'in half a second']);
	slow.resolve(null);
	await slowly;
});
