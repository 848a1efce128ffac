import { notificationKinds } from '#lib/model/notifications/kinds.ts';
import { readUnsubscribe, unsubscribeWords } from '#lib/model/notifications/email/unsubscribe-token.ts';
import { NotFound } from '#lib/server/platform/errors.ts';
import { queueDigests } from '#lib/server/notifications/email/digest.ts';
import { unsubscribeLink } from '#lib/server/notifications/email/unsubscribe-link.ts';
import { unsubscribe } from '#lib/server/notifications/email/unsubscribe.ts';
import { timesOf } from '#lib/server/notifications/email/times.ts';
import { waysOf } from '#lib/server/notifications/email/ways.ts';
import { actorOf, who } from '../../../support/actors.ts';
import { expect, test } from '../../../support/demo.ts';
import { follows, says } from '../../../support/talk.ts';

const tokenOf = (link: string | null | undefined) => link?.split('/').at(-1) ?? '';

test('what is in a link can be read back', () => {
	const person = '0b9a3c1e-1111-4222-8333-444455556666';
	for (const kind of [...notificationKinds, 'digest' as const])
		expect(readUnsubscribe(unsubscribeWords({ person, kinds: [kind] }))).toEqual({ person, kinds: [kind] });
	for (const words of ['', 'x', unsubscribeWords({ person, kinds: [] }), `${unsubscribeWords({ person, kinds: ['mention'] })}0`])
		expect(readUnsubscribe(words)).toBeNull();
});

test('the link of an email ends emails of its kinds, and no others', async ({ demo, emails }) => {
	await says(demo, who.host, 'once', { to: [who.officer] });
	demo.clock.advance(121);
	await demo.mail.sendDue();
	const token = tokenOf(emails[0]?.email.unsubscribe);
	expect(await unsubscribe(demo, token)).toMatchObject({ kinds: ['mention'] });
	await unsubscribe(demo, token);
	const { id } = await actorOf(demo, who.officer);
	expect(await waysOf(demo.db, id)).toMatchObject({ mention: 'off', reply: 'once' });
	await says(demo, who.host, 'again', { to: [who.officer] });
	demo.clock.advance(121);
	await demo.mail.sendDue();
	expect(emails).toHaveLength(1);
});

test('the link of a digest ends digests; the hour stays as it was chosen', async ({ demo, emails }) => {
	await follows(demo, who.officer);
	await says(demo, who.host, 'words');
	demo.clock.advance(24 * 3600);
	await queueDigests(demo);
	await demo.mail.sendDue();
	await unsubscribe(demo, tokenOf(emails[0]?.email.unsubscribe));
	expect(await timesOf(demo.db, (await actorOf(demo, who.officer)).id)).toMatchObject({ rhythm: 'off', hour: 8 });
});

test('a link that was changed ends nothing', async ({ demo }) => {
	const [mine, other] = [await actorOf(demo, who.officer), await actorOf(demo, who.expert)];
	const token = tokenOf(await unsubscribeLink(demo, { person: mine.id, kinds: ['mention'] }));
	const [words = '', signature = ''] = token.split('.');
	const forged = [
		`${unsubscribeWords({ person: other.id, kinds: ['mention'] })}.${signature}`,
		`${unsubscribeWords({ person: mine.id, kinds: ['digest'] })}.${signature}`,
		`${words}.${signature.slice(0, -1)}`,
		`${token}x`,
		`${words}.`,
		words,
		'',
		'\u0000'
	];
	for (const wrong of forged) await expect(unsubscribe(demo, wrong), wrong).rejects.toBeInstanceOf(NotFound);
	expect(await waysOf(demo.db, other.id)).toMatchObject({ mention: 'once' });
});
