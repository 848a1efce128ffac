import { Decoder, Encoder as Standard, PacketType, type Packet } from 'socket.io-parser';

/** What many are answered alike, encoded once for all of them. */
export class Encoded<Value> {
	readonly json: string;

	constructor(value: Value) {
		this.json = JSON.stringify(value);
	}

	toJSON(): Value {
		return JSON.parse(this.json) as Value;
	}
}

/** Encodes as Socket.IO does, but looks for nothing binary, which we do not send, and leaves encoded what is so already. */
class Encoder extends Standard {
	override encode(packet: Packet): unknown[] {
		const { type, nsp, id = '', data } = packet;
		if (nsp !== '/' || (type !== PacketType.EVENT && type !== PacketType.ACK)) return super.encode(packet);
		return [`${type}${id}${jsonOf(data)}`];
	}
}

function jsonOf(data: unknown): string {
	const [answer] = data as [{ ok?: unknown } | undefined];
	return answer?.ok instanceof Encoded ? `[{"ok":${answer.ok.json}}]` : JSON.stringify(data);
}

/** For Socket.IO's `parser`. */
export const encoding = { Encoder, Decoder };
