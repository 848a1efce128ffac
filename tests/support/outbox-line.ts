import { vi } from 'vitest';
import type { Placed } from '#lib/model/command.ts';
import type { PlacingCommand, Sent } from '#lib/model/commands.ts';
import { textMapOf } from '#lib/model/documents/text-map.ts';
import type { Answer } from '#lib/model/protocol.ts';
import { saying } from './saying.ts';

export const said = (text: string) => ({ slug: 'here', doc: saying(text), lang: 'en' });
export const textOf = (input: Sent<PlacingCommand>) => ('doc' in input && input.doc ? textMapOf(input.doc).text.trim() : undefined);

/** A line that gives these answers, then places everything. */
export function lineThat(answers: (() => Promise<Answer<Placed>>)[], state: 'live' | 'broken' = 'live') {
	let connected = () => {};
	let seq = 0;
	const command = vi.fn(async (_name: PlacingCommand, _input: Sent<PlacingCommand>, _by: string): Promise<Answer<Placed>> => {
		const answer = answers.shift();
		return answer ? answer() : { ok: { id: 'x', seq: (seq += 1) } };
	});
	const line = {
		state,
		command,
		whenever(work: () => void) {
			connected = work;
			return () => {};
		}
	};
	const connect = (): void => {
		line.state = 'live';
		connected();
	};
	return { line, connect, texts: () => command.mock.calls.map(([, input]) => textOf(input)) };
}
