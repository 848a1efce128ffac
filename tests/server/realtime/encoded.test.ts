import { Decoder, Encoder, PacketType, type Packet } from 'socket.io-parser';
import { expect, test } from 'vitest';
import { Encoded, encoding } from '#lib/server/realtime/encoded.ts';

const packets: [string, Packet][] = [
	['an event', { type: PacketType.EVENT, nsp: '/', data: ['event', { seq: 1, text: 'ā "quoted" 🌍' }] }],
	['an event that asks for an answer', { type: PacketType.EVENT, nsp: '/', id: 7, data: ['event', null] }],
	['an answer', { type: PacketType.ACK, nsp: '/', id: 0, data: [{ ok: { id: 'x', none: undefined } }] }],
	['an answer without a word', { type: PacketType.ACK, nsp: '/', id: 12, data: [] }],
	['a refusal', { type: PacketType.ACK, nsp: '/', id: 3, data: [{ refused: { code: 'forbidden' } }] }],
	['an event of another namespace', { type: PacketType.EVENT, nsp: '/other', id: 1, data: ['event'] }],
	['a greeting', { type: PacketType.CONNECT, nsp: '/', data: { sid: 'x' } }],
	['a goodbye', { type: PacketType.DISCONNECT, nsp: '/' }]
];

test.for(packets)('%s is encoded as Socket.IO does it', ([, packet]) => {
	expect(new encoding.Encoder().encode(packet)).toEqual(new Encoder().encode(packet));
});

test('what was encoded before reads like what was not', () => {
	const followed = { events: [{ seq: 1, text: 'ā' }] };
	const packet = (ok: unknown): Packet => ({ type: PacketType.ACK, nsp: '/', id: 4, data: [{ ok }] });
	const [encoded] = new encoding.Encoder().encode(packet(new Encoded(followed)));
	expect(encoded).toEqual(new Encoder().encode(packet(followed))[0]);
	const heard: Packet[] = [];
	const decoder = new Decoder();
	decoder.on('decoded', (one) => heard.push(one));
	decoder.add(encoded);
	expect(heard).toMatchObject([{ id: 4, data: [{ ok: followed }] }]);
});
