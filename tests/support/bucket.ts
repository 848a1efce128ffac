import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Bucket {
	url: string;
	objects: Map<string, Buffer>;
	/** How many requests bore a signature that does not hold. */
	unsigned(): number;
	close(): void;
}

/** A bucket that speaks as much of S3 as files need, and believes no request whose signature does not hold. */
export async function bucketOnLoopback({ keyId, secret }: { keyId: string; secret: string }): Promise<Bucket> {
	const objects = new Map<string, Buffer>();
	let unsigned = 0;
	const server = createServer(async (request, response) => {
		const body = Buffer.concat(await request.toArray());
		if (!holds(request, keyId, secret)) {
			unsigned++;
			response.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>');
			return;
		}
		const { pathname: key, searchParams } = new URL(request.url ?? '', 'http://x');
		const object = objects.get(key);
		if (searchParams.has('list-type')) response.end(listing(objects, key, searchParams));
		else if (request.method === 'PUT') {
			objects.set(key, body);
			response.writeHead(200, { etag: '"x"' }).end();
		} else if (request.method === 'DELETE') {
			objects.delete(key);
			response.writeHead(204).end();
		} else if (!object) response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>');
		else {
			const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
			const part = from === undefined ? object : object.subarray(Number(from), Number(to) + 1);
			response.writeHead(from === undefined ? 200 : 206, { 'content-length': part.length, etag: '"x"' });
			response.end(request.method === 'HEAD' ? undefined : part);
		}
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return { url: `http://127.0.0.1:${port}/swing`, objects, unsigned: () => unsigned, close: () => server.close() };
}

/** Two at a time, so that whoever lists must ask on. */
function listing(objects: Map<string, Buffer>, bucket: string, asked: URLSearchParams): string {
	const root = bucket.replace(/\/?$/, '/');
	const keys = [...objects.keys()]
		.map((key) => key.slice(root.length))
		.filter((key) => key.startsWith(asked.get('prefix') ?? ''))
		.sort();
	const from = Number(asked.get('continuation-token') ?? 0);
	const some = keys
		.slice(from, from + 2)
		.map((key) => `<Contents><Key>${key}</Key><LastModified>${new Date().toISOString()}</LastModified><Size>1</Size></Contents>`);
	const more = from + 2 < keys.length;
	return `<?xml version="1.0"?><ListBucketResult>${some.join('')}<IsTruncated>${more}</IsTruncated>${more ? `<NextContinuationToken>${from + 2}</NextContinuationToken>` : ''}</ListBucketResult>`;
}

/** AWS Signature Version 4, as its description reads. */
function holds({ method, url = '', headers }: IncomingMessage, keyId: string, secret: string): boolean {
	const [, credential, names = '', signature] =
		/Credential=([^,\s]+),\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]+)/.exec(headers.authorization ?? '') ?? [];
	if (!credential?.startsWith(`${keyId}/`)) return false;
	const [, date = '', region = '', service = ''] = credential.split('/');
	const { pathname, searchParams } = new URL(url, 'http://x');
	const query = [...searchParams]
		.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
		.sort()
		.join('&');
	const signed = names
		.split(';')
		.map((name) => `${name}:${String(headers[name]).trim()}\n`)
		.join('');
	const canonical = [method, pathname, query, signed, names, headers['x-amz-content-sha256']].join('\n');
	const text = [
		'AWS4-HMAC-SHA256',
		headers['x-amz-date'],
		`${date}/${region}/${service}/aws4_request`,
		createHash('sha256').update(canonical).digest('hex')
	].join('\n');
	const hmac = (key: string | Buffer, words: string) => createHmac('sha256', key).update(words).digest();
	const key = hmac(hmac(hmac(hmac(`AWS4${secret}`, date), region), service), 'aws4_request');
	return createHmac('sha256', key).update(text).digest('hex') === signature;
}
