/** What no honest client sends: wrong kinds, wrong sizes, names that mean something to the language itself. */
export const rubbish: unknown[] = [
	undefined,
	null,
	true,
	0,
	-1,
	1e308,
	'',
	'null',
	'\u0000\u202e\ud800',
	'x'.repeat(100_000),
	[],
	[[[[[[]]]]]],
	{},
	{ __proto__: null, constructor: 1, toString: 2 },
	{ name: 'postMessage' },
	{ name: '__proto__', input: {} },
	{ name: 'constructor', input: {} },
	{ name: 'postMessage', input: { commandId: 'x' } },
	{ name: 'postMessage', input: { commandId: '00000000-0000-4000-8000-000000000000', slug: {}, doc: [], lang: 7 } },
	{ name: 'editPost', input: { commandId: '00000000-0000-4000-8000-000000000001', id: 'x', revision: 'y' } },
	{ name: 'deletePost', input: { commandId: '00000000-0000-4000-8000-000000000002', id: '00000000-0000-4000-8000-000000000003' } },
	{ stream: 'meeting:', seq: 0 },
	{ stream: 'meeting:00000000-0000-4000-8000-000000000003', seq: Number.MAX_SAFE_INTEGER },
	{ stream: "meeting:' or 1=1 --", seq: 0 },
	{ stream: '__proto__:x', seq: 0 },
	{ stream: 'user:someone', seq: -5 },
	{ stream: 'x'.repeat(5000), seq: 0.5 },
	Buffer.from([0, 255, 128]),
	nested(2000)
];

function nested(depth: number): unknown {
	let value: unknown = { type: 'text' };
	for (let n = 0; n < depth; n += 1) value = { type: 'blockquote', content: [value] };
	return {
		name: 'postMessage',
		input: {
			commandId: '00000000-0000-4000-8000-000000000004',
			slug: 'coimbra-2017',
			lang: 'en',
			doc: { type: 'doc', content: [value] }
		}
	};
}

type Fields = Record<string, string>;

/** Fields of forms, all filled with the same kind of nonsense. */
export function rubbishFields(names: string[]): Fields[] {
	const all = (value: string): Fields => Object.fromEntries(names.map((name) => [name, value]));
	return [
		{},
		all(''),
		all('\u0000'),
		all('\ud800 half'),
		all('x'.repeat(50_000)),
		all('<script>'),
		all("' or 1=1 --"),
		all('[object Object]'),
		all('{"type":"doc"}'),
		all('00000000-0000-4000-8000-000000000000'),
		all('-1'),
		all('1e999')
	];
}
