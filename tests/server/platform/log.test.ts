import { DrizzleQueryError } from 'drizzle-orm';
import { people } from '#lib/server/db/schema/people.ts';
import { withoutPersons } from '#lib/server/platform/log.ts';
import { describe, expect } from 'vitest';
import { test } from '../../support/database.ts';

describe('an error in the log', () => {
	test('of the database keeps its code and constraint and loses what was written', async ({ services }) => {
		const person = {
			email: 'ilze@example.org',
			name: 'Ilze Secret',
			locale: 'lv',
			timeZone: 'Europe/Riga',
			writingLanguage: 'lv',
			createdAt: new Date()
		};
		const twice = () => services.db.insert(people).values({ ...person, id: crypto.randomUUID() });
		await twice();
		const error = await twice().catch((cause: unknown) => cause);
		expect(error).toBeInstanceOf(DrizzleQueryError);
		const logged = withoutPersons(error);
		expect(JSON.stringify(logged)).toMatch(/23505.*people_email_unique/);
		expect(JSON.stringify(logged)).not.toMatch(/ilze|Secret|Riga/i);
		expect(logged.stack).toContain('log.test.ts');
	});

	test('of any other kind keeps its words without addresses', () => {
		const logged = withoutPersons(new Error('550 <ilze@example.org> unknown', { cause: 'ilze@example.org' }));
		expect(logged).toMatchObject({ type: 'Error', message: '550 <(address)> unknown', cause: { type: 'string' } });
	});
});
