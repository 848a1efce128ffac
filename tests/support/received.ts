/** An email as a mail program reads it. */
export interface Received {
	id: string;
	to: string[];
	/** By name in lower case, unfolded; as sent. */
	headers: Map<string, string>;
	subject: string;
	text: string;
	html: string;
	raw: string;
}

export function received(raw: string, to: string[]): Received {
	const { headers, body } = parted(raw);
	const boundary = /boundary="?([^";]+)"?/.exec(headers.get('content-type') ?? '')?.[1];
	const pieces = boundary ? body.split(`--${boundary}`).slice(1, -1) : [raw];
	const part = (type: string) => {
		const found = pieces
			.map((piece) => parted(piece.replace(/^\r\n/, '')))
			.find((one) => one.headers.get('content-type')?.startsWith(type));
		return found ? decoded(found) : '';
	};
	return {
		id: headers.get('message-id') ?? '',
		to,
		headers,
		subject: words(headers.get('subject') ?? ''),
		text: part('text/plain'),
		html: part('text/html'),
		raw
	};
}

interface Parted {
	headers: Map<string, string>;
	body: string;
}

function parted(raw: string): Parted {
	const [head = '', ...rest] = raw.split('\r\n\r\n');
	const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
	const headers = new Map(
		lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()])
	);
	return { headers, body: rest.join('\r\n\r\n') };
}

function decoded({ headers, body }: Parted): string {
	const how = headers.get('content-transfer-encoding') ?? '7bit';
	const bytes =
		how === 'base64'
			? Buffer.from(body, 'base64')
			: how === 'quoted-printable'
				? fromQuotedPrintable(body)
				: Buffer.from(body, 'latin1');
	return bytes.toString('utf8').replaceAll('\r\n', '\n');
}

/** A header with its encoded words read (RFC 2047). */
export function words(header: string): string {
	return header
		.replace(/\?=\s+=\?/g, '?==?')
		.replace(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi, (_, how: string, text: string) => {
			if (how.toUpperCase() === 'B') return Buffer.from(text, 'base64').toString('latin1');
			return fromQuotedPrintable(text.replaceAll('_', ' ')).toString('latin1');
		})
		.replace(/[\x80-\xff]+/g, (bytes) => Buffer.from(bytes, 'latin1').toString('utf8'));
}

function fromQuotedPrintable(text: string): Buffer {
	return Buffer.from(
		text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
		'latin1'
	);
}
