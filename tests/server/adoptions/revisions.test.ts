import { answerPublication } from '#lib/server/adoptions/revisions.ts';
import { joinAdoption } from '#lib/server/adoptions/looking-after.ts';
import { stopAdoption } from '#lib/server/adoptions/steps.ts';
import { Forbidden, NotFound } from '#lib/server/platform/errors.ts';
import { expect, inboxOf, leaveAdoption, once, publishAgain, test } from '../../support/adoptions.ts';

test('who takes a practice over is asked about each new revision until one of them answers', async ({ services, ground }) => {
	const { ilze, ines, nuria, network } = ground;
	const { id, practice } = await leaveAdoption(services, ground);
	const arturs = await network.person('Artūrs', { city: 'da' });
	await joinAdoption(services, arturs, { ...once(), id });
	await publishAgain(services, ground, practice, 2);
	const asked = 'Inês changed “What was hard”. Do you follow?';
	for (const person of [ilze, arturs]) expect(await inboxOf(services, person)).toEqual([asked]);
	expect(await inboxOf(services, nuria)).toEqual([]);
	await expect(answerPublication(services, ines, { ...once(), id, publication: 2, answer: 'seen' })).rejects.toThrow(Forbidden);
	await expect(answerPublication(services, ilze, { ...once(), id, publication: 3, answer: 'seen' })).rejects.toThrow(NotFound);
	await answerPublication(services, arturs, { ...once(), id, publication: 2, answer: 'follow' });
	for (const person of [ilze, arturs]) expect(await inboxOf(services, person)).toEqual([]);
	await answerPublication(services, ilze, { ...once(), id, publication: 2, answer: 'stay' });
	expect(await services.sql`select publication, answer from adoption_answers`).toEqual([{ publication: 2, answer: 'stay' }]);
});

test('of two revisions only the newest waits, and who has stopped is asked nothing', async ({ services, ground }) => {
	const { ilze } = ground;
	const { id, practice } = await leaveAdoption(services, ground);
	await publishAgain(services, ground, practice, 2);
	await publishAgain(services, ground, practice, 3);
	expect(await inboxOf(services, ilze)).toHaveLength(1);
	await answerPublication(services, ilze, { ...once(), id, publication: 3, answer: 'seen' });
	expect(await inboxOf(services, ilze)).toEqual([]);
	await stopAdoption(services, ilze, { ...once(), id, reason: 'No square' });
	await publishAgain(services, ground, practice, 4);
	expect(await inboxOf(services, ilze)).toEqual([]);
});
