import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { leaseNext } from '#lib/server/mail/lease.ts';
import { expect, states, test } from '../../support/emails.ts';

test('one mail is leased at a time, in whatever way the database goes about it', async ({ mailSetup }) => {
	const services = mailSetup.sender('smtp://127.0.0.1:9');
	const later = new Date(services.clock.now().getTime() + 60_000);
	for (let n = 0; n < 5; n += 1) {
		await services.mail.queue(services.db, { kind: 'invitation', address: `${n}@city.example`, dueAt: later });
	}
	await services.db.transaction(async (tx) => {
		// What is left is to go through all mails: chosen for a short table too, by how it was counted last.
		for (const way of ['hashjoin', 'mergejoin', 'material', 'hashagg', 'sort', 'indexscan', 'bitmapscan'])
			await tx.execute(sql.raw(`set local enable_${way} = off`));
		expect(await leaseNext(tx, randomUUID(), later)).not.toBeNull();
	});
	expect((await states(services)).filter(({ state }) => state === 'sending')).toHaveLength(1);
});
