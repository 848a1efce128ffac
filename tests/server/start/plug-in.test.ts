import { expect, test } from 'vitest';
import { plugIn } from '#lib/server/boot/plug-in.ts';
import { serverNouns } from '#lib/server/nouns.ts';
import { authServer } from '#lib/server/auth/noun.ts';

test('two nouns that render the same kind of email are told apart in words, and nothing starts', () => {
	const plans = { ...authServer, name: 'plans' };
	expect(() => plugIn([...serverNouns, plans])).toThrow('Two nouns, auth and plans, bring password to the emails');
});
