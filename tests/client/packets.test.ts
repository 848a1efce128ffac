import { Decoder as Theirs, Encoder as TheirEncoder, PacketType as TheirTypes } from 'socket.io-parser';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Decoder, Encoder, PacketType, protocol } from '#lib/client/packets.ts';

interface Packet {
	type: number;
	nsp: string;
	id?: number;
	data?: unknown;
}

function read(decoder: Decoder | Theirs, text: string): Packet {
	let packet: unknown;
	decoder.on('decoded', (one) => (packet = one));
	decoder.add(text);
	return packet as Packet;
}

const packets: fc.Arbitrary<Packet> = fc.oneof(
	fc.record({ type: fc.constant(TheirTypes.CONNECT), nsp: fc.constant('/'), data: fc.record({ sid: fc.string() }) }),
	fc.record({ type: fc.constant(TheirTypes.DISCONNECT), nsp: fc.constant('/') }),
	fc.record({ type: fc.constant(TheirTypes.CONNECT_ERROR), nsp: fc.constant('/'), data: fc.record({ message: fc.string() }) }),
	fc.record({
		type: fc.constant(TheirTypes.EVENT),
		nsp: fc.constant('/'),
		data: fc.tuple(fc.constantFrom('event', 'here'), fc.jsonValue())
	}),
	fc.record({ type: fc.constant(TheirTypes.ACK), nsp: fc.constant('/'), id: fc.nat(), data: fc.array(fc.jsonValue()) })
);

test('says and reads packets as the library does', () => {
	fc.assert(
		fc.property(packets, (packet) => {
			const plain = JSON.parse(JSON.stringify(packet)) as Packet;
			const [theirs = ''] = new TheirEncoder().encode({ ...plain }) as string[];
			expect(new Encoder().encode(plain)).toEqual([theirs]);
			expect(read(new Decoder(), theirs)).toEqual(read(new Theirs(), theirs));
		})
	);
});

test('speaks the version of the protocol that the library speaks', () => {
	expect(protocol).toBe(5);
	for (const [name, type] of Object.entries(PacketType)) expect(TheirTypes[type]).toBe(name);
});

test.each(['', 'x', '9', '2', '2{}', '3"word"', '2[', '51-["event"]'])('%j is no packet', (text) => {
	expect(() => read(new Decoder(), text)).toThrow();
});
