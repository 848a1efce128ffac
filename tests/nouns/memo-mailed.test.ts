import { failedEmails } from '#lib/server/notifications/email/failed-emails.ts';
import { NotFound } from '#lib/server/platform/errors.ts';
import { ask } from '../support/live.ts';
import { expect, once, test, title } from './memo-ground.ts';
import { mailMemo } from './memos/server/mail-memo.ts';

test('who is among its audience has it mailed to them, once, in their language; nobody else has', async ({
	services,
	live,
	ground,
	emails
}) => {
	const { memo, rui, marek, vija, elio } = ground;
	await services.sql`update people set locale = 'lv' where id = ${rui.id}`;
	const his = await live.line(rui);
	const asked = { name: 'mailMemo', input: { ...once(), id: memo } };
	for (let attempt = 0; attempt < 2; attempt += 1) expect(await ask(his, 'command', asked)).toEqual({ ok: { id: memo } });
	await mailMemo(services, marek, { ...once(), id: memo });
	for (const outsider of [vija, elio]) {
		const answer = await ask(await live.line(outsider), 'command', { ...asked, input: { ...once(), id: memo } });
		expect(answer).toEqual({ refused: { code: 'not_found' } });
		await expect(mailMemo(services, outsider, { ...once(), id: memo })).rejects.toThrow(NotFound);
	}
	await services.mail.sendDue();
	const sent = emails.map(({ address, lang, subject }) => [address, lang, subject]);
	expect(new Map(sent.map(([address, ...said]) => [address, said]))).toEqual(
		new Map([
			[`${rui.id}@example.org`, ['lv', `Piezīme: ${title}`]],
			[`${marek.id}@example.org`, ['en', `A memo: ${title}`]]
		])
	);
	expect(sent).toHaveLength(2);
	for (const { text } of emails) expect(text).toContain(`https://desk.example.org/memos/${memo}`);
	expect(await services.sql`select kind, count(*)::int from mails group by kind`).toEqual([{ kind: 'memo.copy', count: 2 }]);
});

test('who is no longer among its audience when the email is written is not mailed', async ({ services, ground, emails }) => {
	const { memo, stream, network, marek } = ground;
	// As it was queued while they could read it.
	await services.sql`
		insert into mails (kind, person_id, subject_id, created_at, due_at)
		values ('memo.copy', ${marek.id}, ${memo}, ${services.clock.now()}, ${services.clock.now()})`;
	await services.sql`update streams set audience = ${[`city:${network.id}:co`]} where id = ${stream}`;
	await services.mail.sendDue();
	expect(emails).toEqual([]);
	expect(await services.sql`select state from mails`).toEqual([{ state: 'dropped' }]);
});

test('a lead outside its audience is told that such an email did not arrive, and nothing of the memo', async ({ services, ground }) => {
	const { memo, stream, rui, vija, elio } = ground;
	await services.sql`
		insert into mails (kind, person_id, subject_id, state, created_at, due_at, done_at, answer)
		select 'memo.copy', ${rui.id}, ${memo}, 'failed', now, now, now, '550' from (select ${services.clock.now()}::timestamptz as now) at`;
	const told = await failedEmails(services, vija, 'en');
	expect(told).toMatchObject([{ called: 'copy of a memo', name: 'Rui', why: 'refused' }]);
	expect(await failedEmails(services, vija, 'lv')).toMatchObject([{ called: 'piezīmes kopija' }]);
	for (const own of [memo, stream, title]) expect(JSON.stringify(told)).not.toContain(own);
	await expect(failedEmails(services, elio, 'en')).rejects.toMatchObject({ code: 'forbidden' });
});
