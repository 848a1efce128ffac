import { Emitter } from '@socket.io/component-emitter';

/*
 * Socket.IO's packets (protocol 5) of the one namespace that is used and without binary ones, which are never sent:
 * stands in the library's place in the browser, where the rest of it would only be weight.
 */

export const protocol = 5;

export const PacketType = { CONNECT: 0, DISCONNECT: 1, EVENT: 2, ACK: 3, CONNECT_ERROR: 4 } as const;

interface Packet {
	type: number;
	nsp: string;
	id?: number;
	data?: unknown;
}

export class Encoder {
	encode({ type, id, data }: Packet): string[] {
		return [`${type}${id ?? ''}${data === undefined ? '' : JSON.stringify(data)}`];
	}
}

export class Decoder extends Emitter<Record<never, never>, Record<never, never>, { decoded: (packet: Packet) => void }> {
	/** @throws Error what the line takes for a reason to begin anew: this is no packet */
	add(text: unknown): void {
		const [, type, id, json] = /^([0-4])(\d*)(.*)$/s.exec(String(text)) ?? [];
		if (type === undefined) throw new Error('no packet');
		const packet: Packet = { type: Number(type), nsp: '/' };
		if (id) packet.id = Number(id);
		if (json) packet.data = JSON.parse(json);
		const named = packet.type === PacketType.EVENT || packet.type === PacketType.ACK;
		if (named && !Array.isArray(packet.data)) throw new Error('no packet');
		this.emitReserved('decoded', packet);
	}

	destroy(): void {}
}
