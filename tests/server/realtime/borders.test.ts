import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { socketCommands } from '#lib/server/commands/socket-commands.ts';
import { expect, test, type TestServices } from '../../support/database.ts';
import { ask, liveOn } from '../../support/live.ts';
import { smallNetwork } from '../../support/thread.ts';
import { unholdable } from '../../support/unholdable.ts';

interface Shape {
	type?: string;
	format?: string;
	const?: unknown;
	enum?: unknown[];
	anyOf?: Shape[];
	allOf?: Shape[];
	items?: Shape;
	prefixItems?: Shape[];
	properties?: Record<string, Shape>;
}

/** Everything that a schema takes, in a few examples, with this text wherever any text may stand. */
function examples(shape: Shape, text: string): unknown[] {
	const { properties, prefixItems, items } = shape;
	if (shape.const !== undefined) return [shape.const];
	if (shape.enum) return [shape.enum[0]];
	const either = shape.anyOf ?? shape.allOf;
	if (either) return either.flatMap((one) => examples(one, text));
	if (prefixItems) return [prefixItems.map((one) => examples(one, text)[0])];
	switch (shape.type) {
		case 'string':
			return [shape.format === 'uuid' ? randomUUID() : text];
		case 'integer':
		case 'number':
			return [1];
		case 'boolean':
			return [true];
		case 'array':
			return items ? examples(items, text).map((one) => [one]) : [[]];
		case 'object':
			return together(properties ?? {}, text);
		default:
			return [saying(text)];
	}
}

/** Objects in which each way of each property comes once. */
function together(properties: Record<string, Shape>, text: string): unknown[] {
	const ways = Object.entries(properties).map(([name, shape]) => [name, examples(shape, text)] as const);
	const most = Math.max(1, ...ways.map(([, values]) => values.length));
	return Array.from({ length: most }, (_, n) => Object.fromEntries(ways.map(([name, values]) => [name, values[n % values.length]])));
}

const saying = (text: string) => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: `Words ${text}` }] }] });

/** What must not come back: that something of ours failed. */
const answered = ['invalid', 'not_found', 'forbidden', 'conflict', 'too_many'];

async function seated(services: TestServices) {
	const { person, stream } = await smallNetwork(services);
	const live = await liveOn(services);
	return { live, line: await live.line(await person('Ilze')), stream };
}

test('no command of any noun fails by a text that cannot be held', { timeout: 60_000 }, async ({ services }) => {
	const { live, line } = await seated(services);
	const commands = Object.entries(socketCommands.get());
	expect(commands.length).toBeGreaterThan(8);
	for (const [name, command] of commands) {
		const shape = z.toJSONSchema(command.input, { io: 'input', unrepresentable: 'any' }) as Shape;
		for (const text of unholdable) {
			for (const example of examples(shape, text)) {
				const input = { commandId: randomUUID(), ...(example as object) };
				const answer = await ask(line, 'command', { name, input });
				if (!('ok' in answer)) expect.soft(answered, `${name} ${JSON.stringify(input)}`).toContain(answer.refused?.code);
			}
		}
	}
	await live.close();
});

test('a text is cleaned of what cannot be held, and said', async ({ services }) => {
	const { live, line, stream } = await seated(services);
	const input = { commandId: randomUUID(), stream, lang: 'en', doc: saying('with \u0000 and \ud800 in it') };
	expect(await ask(line, 'command', { name: 'postMessage', input })).toHaveProperty('ok');
	await live.close();
});

test('no stream is joined, left or written to under a name that cannot be held', async ({ services }) => {
	const { live, line } = await seated(services);
	for (const text of unholdable) {
		for (const stream of [text, `meeting:${text}`, `user:${text}`]) {
			for (const name of ['leave', 'writing'] as const) line.emit(name, { stream });
			const { refused } = await ask(line, 'follow', { stream, seq: 0 });
			expect.soft(answered, JSON.stringify(stream)).toContain(refused?.code);
		}
		const answer = await ask(line, 'command', { name: text, by: text, input: {} });
		expect.soft(answer.refused?.code).toBe('invalid');
	}
	await live.close();
});
