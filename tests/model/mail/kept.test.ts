import { expect, test } from 'vitest';
import { withPaths } from '#lib/model/mail/kept.ts';

const home = 'https://desk.example.org';
const paths = (text: string) => withPaths(text, home).flatMap(({ path }) => (path === null ? [] : [path]));

test('addresses of this site can be followed', () => {
	const text = `Hello,\n\n${home}/reset/abc_-1\n\nBye`;
	expect(paths(text)).toEqual(['/reset/abc_-1']);
	expect(
		withPaths(text, home)
			.map((piece) => piece.text)
			.join('')
	).toBe(text);
});

test('no other address can', () => {
	for (const text of [
		'https://elsewhere.example/x',
		`${home}.elsewhere.example/x`,
		`${home}//elsewhere.example`,
		'javascript:alert(1)',
		`http://desk.example.org/x`,
		home,
		''
	])
		expect(paths(text), text).toEqual([]);
});
