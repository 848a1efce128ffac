import { expect, test } from 'vitest';
import { safeNext } from '#lib/server/kit/guard.ts';

test('after the door one goes on within this site', () => {
	for (const path of ['/', '/meetings/coimbra-2017?from=3', '/network/daugavpils']) expect(safeNext(path)).toBe(path);
});

test('an address from outside never leads away', () => {
	for (const path of [
		null,
		'',
		'https://elsewhere.example',
		'//elsewhere.example',
		'/\\elsewhere.example',
		'/\t/elsewhere.example',
		'\\\\x',
		'javascript:alert(1)',
		'/a b',
		'/\u0000',
		'/signin?next=/signin',
		'/signout',
		'meetings'
	])
		expect(safeNext(path)).toBe('/');
});
