import { randomUUID } from 'node:crypto';
import { emailChoices } from '#lib/server/db/schema/email-settings.ts';
import { noteVisit } from '#lib/server/desk/visit.ts';
import { endWelcome, welcomeOf } from '#lib/server/desk/welcome.ts';
import { postInMeeting } from '#lib/server/meetings/post-in-meeting.ts';
import { markRead } from '#lib/server/threads/mark-read.ts';
import { expect, test } from '../../support/database.ts';
import { saying } from '../../support/saying.ts';
import { smallNetwork } from '../../support/thread.ts';

test('a newcomer’s steps are ticked as they are taken, and the welcome is gone with the last', async ({ services }) => {
	const { slug, stream, person } = await smallNetwork(services);
	const [ilze, rui] = [await person('Ilze'), await person('Rui')];
	const say = (by: typeof ilze) => postInMeeting(services, by, { commandId: randomUUID(), slug, doc: saying('Hello'), lang: 'en' });
	await say(rui);
	await noteVisit(services, ilze);
	expect(await welcomeOf(services, ilze)).toEqual({ read: false, write: false, choose: false });
	await markRead(services, ilze, { read: [{ stream, seq: 1 }] });
	expect(await welcomeOf(services, ilze)).toEqual({ read: true, write: false, choose: false });
	await say(ilze);
	expect(await welcomeOf(services, ilze)).toEqual({ read: true, write: true, choose: false });
	await services.db.insert(emailChoices).values({ personId: ilze.id, kind: 'reply', way: 'digest' });
	expect(await welcomeOf(services, ilze)).toBeNull();
});

test('who knows their way ends it, before and after the first visit, for themselves alone', async ({ services }) => {
	const { person } = await smallNetwork(services);
	const [ilze, rui] = [await person('Ilze'), await person('Rui')];
	await endWelcome(services, ilze);
	expect([await welcomeOf(services, ilze), await welcomeOf(services, rui)]).toEqual([null, { read: false, write: false, choose: false }]);
	expect(await noteVisit(services, ilze)).toBeNull();
	await noteVisit(services, rui);
	await endWelcome(services, rui);
	expect(await welcomeOf(services, rui)).toBeNull();
});
