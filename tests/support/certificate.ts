import { generateKeyPairSync, sign } from 'node:crypto';

/** The bytes of one thing as certificates hold it: what it is, how long, and what is in it. */
function der(tag: number, ...parts: (Buffer | string | number[])[]): Buffer {
	const body = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));
	const { length } = body;
	const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
	return Buffer.concat([Buffer.from([tag, ...size]), body]);
}

const sequence = (...parts: Buffer[]) => der(0x30, ...parts);
const oid = (...bytes: number[]) => der(0x06, bytes);
const utcTime = (at: Date) => der(0x17, `${at.toISOString().slice(2, 19).replace(/[-T:]/g, '')}Z`);

/** A certificate of this machine for a day, which nobody but itself has signed. */
export function selfSigned(): { key: string; cert: string } {
	const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const [day, now] = [24 * 60 * 60_000, Date.now()];
	const algorithm = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));
	const name = sequence(der(0x31, sequence(oid(0x55, 0x04, 0x03), der(0x0c, 'localhost'))));
	const names = sequence(der(0x82, 'localhost'), der(0x87, [127, 0, 0, 1]));
	const extensions = sequence(
		sequence(oid(0x55, 0x1d, 0x13), der(0x01, [0xff]), der(0x04, sequence(der(0x01, [0xff])))),
		sequence(oid(0x55, 0x1d, 0x11), der(0x04, names))
	);
	const said = sequence(
		der(0xa0, der(0x02, [2])),
		der(0x02, [1]),
		algorithm,
		name,
		sequence(utcTime(new Date(now - day)), utcTime(new Date(now + day))),
		name,
		publicKey.export({ type: 'spki', format: 'der' }),
		der(0xa3, extensions)
	);
	const whole = sequence(said, algorithm, der(0x03, [0], sign('sha256', said, privateKey)));
	const lines = whole.toString('base64').replace(/.{64}/g, '$&\n');
	return {
		key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
		cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`
	};
}
