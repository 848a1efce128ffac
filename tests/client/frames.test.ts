import { expect, test } from 'vitest';
import { decodePacket, decodePayload, encodePacket, encodePayload, protocol } from '#lib/client/frames.ts';

/** As Engine.IO's protocol 4 has them. */
const packets = [
	['0{"sid":"a"}', { type: 'open', data: '{"sid":"a"}' }],
	['1', { type: 'close' }],
	['2', { type: 'ping' }],
	['3', { type: 'pong' }],
	['3probe', { type: 'pong', data: 'probe' }],
	['42["event",{"a":1}]', { type: 'message', data: '2["event",{"a":1}]' }],
	['5', { type: 'upgrade' }],
	['6', { type: 'noop' }]
] as const;

test.each(packets)('%s is written and read', (text, packet) => {
	encodePacket(packet, true, (said) => expect(said).toBe(text));
	expect(decodePacket(text)).toEqual(packet);
	expect.assertions(2);
});

test('several travel together where there is no WebSocket', () => {
	const [texts, all] = [packets.map(([text]) => text).join('\x1e'), packets.map(([, packet]) => packet)];
	encodePayload(all, (said) => expect(said).toBe(texts));
	expect(decodePayload(texts)).toEqual(all);
	expect.assertions(2);
});

test.each(['', 'x', '9', 'b4AQ='])('%j is no packet', (text) => {
	expect(decodePacket(text)).toEqual({ type: 'error', data: 'parser error' });
});

test('speaks the version of the protocol that the server speaks', () => {
	expect(protocol).toBe(4);
});
