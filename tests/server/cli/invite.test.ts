import { isNotNull } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { invitations, people } from '#lib/server/db/schema/people.ts';
import { example } from '#lib/server/cli/example.ts';
import { createNetwork } from '#lib/server/cli/create-network.ts';
import { AdminError } from '#lib/server/cli/admin-error.ts';
import { inviteFromTerminal } from '#lib/server/cli/invite.ts';
import { readPlan } from '#lib/server/cli/plan.ts';
import { newPasswordFromTerminal } from '#lib/server/cli/new-password.ts';
import { test } from '../../support/database.ts';

const link = /^http:\/\/localhost:3000\/invitation\/\S+$/m;
const lead = { role: 'lead', email: 'jana.upe@example.org' };

describe('an invitation from the terminal', () => {
	test('tells its link once; asked for again, a new link takes its place', async ({ services }) => {
		await createNetwork(services, readPlan(example));
		const first = (await inviteFromTerminal(services, lead)).match(link)?.[0];
		const second = (await inviteFromTerminal(services, lead)).match(link)?.[0];
		expect(first).toBeDefined();
		expect(second).not.toBe(first);
		const rows = await services.db.select().from(invitations);
		expect(rows).toHaveLength(2);
		expect(rows[0]).toMatchObject({ role: 'lead', name: 'Jana Upe', invitedBy: null });
		expect(await services.db.select().from(invitations).where(isNotNull(invitations.withdrawnAt))).toHaveLength(1);
	});

	test('goes to a city by its code', async ({ services }) => {
		await createNetwork(services, readPlan(example));
		const said = await inviteFromTerminal(services, { ...lead, role: 'coordinator', city: 'tu' });
		expect(said).toContain('as coordinator of tu');
	});

	test('says what is wrong with it', async ({ services }) => {
		await expect(inviteFromTerminal(services, lead)).rejects.toThrow(/no network yet[\s\S]*init/);
		await createNetwork(services, readPlan(example));
		await expect(inviteFromTerminal(services, {})).rejects.toThrow(AdminError);
		await expect(inviteFromTerminal(services, { role: 'king', email: 'jana' })).rejects.toThrow(/--email[\s\S]*--role/);
		await expect(inviteFromTerminal(services, { ...lead, role: 'officer' })).rejects.toThrow(/--city/);
		await expect(inviteFromTerminal(services, { ...lead, role: 'officer', city: 'zz' })).rejects.toThrow(/--city/);
	});
});

describe('a link for a new password from the terminal', () => {
	test('is told for somebody who is there', async ({ services }) => {
		const jana = { email: 'jana.upe@example.org', name: 'Jana Upe', locale: 'en', timeZone: 'Europe/Riga', writingLanguage: 'en' };
		await services.db.insert(people).values({ ...jana, id: crypto.randomUUID(), createdAt: services.clock.now() });
		expect(await newPasswordFromTerminal(services, 'Jana.Upe@example.org')).toMatch(/Jana Upe[\s\S]*\/reset\/\S{43}[\s\S]*PUBLIC_URL/);
	});

	test('is refused for anybody else', async ({ services }) => {
		await expect(newPasswordFromTerminal(services, 'nobody@example.org')).rejects.toThrow(AdminError);
		await expect(newPasswordFromTerminal(services, undefined)).rejects.toThrow(AdminError);
	});
});
