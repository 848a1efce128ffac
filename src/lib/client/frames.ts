/*
 * How Engine.IO (protocol 4) writes and reads what travels on the line, without binary data, which are never sent: stands
 * in its parser's place in the browser.
 */

export const protocol = 4;

const types = ['open', 'close', 'ping', 'pong', 'message', 'upgrade', 'noop'];
/** Between the packets that travel together where there is no WebSocket. */
const separator = '\x1e';

interface Packet {
	type: string;
	data?: string;
}

const said = ({ type, data = '' }: Packet): string => types.indexOf(type) + data;

export function encodePacket(packet: Packet, _binary: boolean, give: (text: string) => void): void {
	give(said(packet));
}

export function decodePacket(text: string): Packet {
	const type = types[Number(text[0])];
	if (!type) return { type: 'error', data: 'parser error' };
	return text.length > 1 ? { type, data: text.slice(1) } : { type };
}

export function encodePayload(packets: Packet[], give: (text: string) => void): void {
	give(packets.map(said).join(separator));
}

export function decodePayload(text: string): Packet[] {
	return text.split(separator).map(decodePacket);
}
