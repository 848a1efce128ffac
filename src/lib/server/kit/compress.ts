import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { RequestEvent } from '@sveltejs/kit';

type Encoding = 'br' | 'gzip';
type Asked = Pick<RequestEvent, 'route'> & { request: Pick<Request, 'method' | 'headers'> };

/** Bytes below which the saving is not worth the work. */
const smallest = 1024;
/** The most compressed to the least; the first one that the browser takes is used. */
const encodings: Encoding[] = ['br', 'gzip'];
const compressible = /^(text\/(html|css|plain|csv|calendar)|application\/(json|[\w.-]+\+json))\b/;

const [brotlied, gzipped] = [promisify(brotliCompress), promisify(gzip)];

/** Quality 5 is where brotli pays: a long page takes 3 to 4 ms; the last step to 11 saves a tenth and takes fifty times as long. */
const compressions: Record<Encoding, (body: Uint8Array) => Promise<Uint8Array<ArrayBuffer>>> = {
	br: (body) => brotlied(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
	gzip: (body) => gzipped(body, { level: 6 })
};

/**
 * Compresses an answer of the pages for a browser that takes it, and says that the answer varies by that.
 * Only an answer that is complete, which its `Content-Length` tells: a streamed one must not wait for its end.
 * A 304 that SvelteKit makes of an answer takes over `Vary` and the tag of the compressed form.
 */
export async function compress(response: Response, asked: Asked): Promise<Response> {
	if (!isWorthIt(response) || holdsSecrets(asked)) return response;
	const { headers, status } = response;
	headers.append('vary', 'accept-encoding');
	const encoding = accepted(asked.request.headers.get('accept-encoding') ?? '');
	if (!encoding || isAskedFromElsewhere(asked)) return response;
	const body = await compressions[encoding](new Uint8Array(await response.arrayBuffer()));
	headers.set('content-encoding', encoding);
	headers.set('content-length', String(body.byteLength));
	const tag = headers.get('etag');
	if (tag) headers.set('etag', tag.replace(/"$/, `-${encoding}"`));
	return new Response(body, { status, headers });
}

function isWorthIt({ status, headers }: Response): boolean {
	return (
		status !== 206 &&
		Number(headers.get('content-length')) >= smallest &&
		compressible.test(headers.get('content-type') ?? '') &&
		!headers.has('content-encoding') &&
		!/\bno-transform\b/.test(headers.get('cache-control') ?? '')
	);
}

/**
 * Who sees the length of a compressed answer, and may choose words in it, can guess a secret that stands in it sign by
 * sign (BREACH). No secret is ever compressed:
 * - What opens something by itself stands in the pages of a `[token]` and in the mailbox of a demo.
 * - The link of a new invitation, and whatever else a form answers beside what was typed, stands in answers to POST.
 * - The session is in a cookie and never in a body. The nonce of the content policy and the id of the next command are
 *   new in each answer, so that nothing is learnt of them from many; an id alone lets nobody do anything.
 */
function holdsSecrets({ request, route }: Asked): boolean {
	return !['GET', 'HEAD'].includes(request.method) || route.id === null || route.id.includes('[token]') || route.id === '/mailbox';
}

/**
 * Guessing takes many answers to requests with chosen words, which another site makes the browser send. What people
 * wrote to each other is worth guessing too, above all beside the words of a search: to another site's requests nothing
 * is compressed. Over plain http browsers do not say where a request comes from; there nothing needs guessing.
 */
function isAskedFromElsewhere({ request }: Asked): boolean {
	return ['cross-site', 'same-site'].includes(request.headers.get('sec-fetch-site') ?? '');
}

/** The best encoding that the header takes: named or by `*`, and not with `q=0`. */
function accepted(header: string): Encoding | undefined {
	const weights = new Map(
		header.split(',').map((part) => {
			const [name = '', ...settings] = part
				.toLowerCase()
				.split(';')
				.map((word) => word.trim());
			const weight = settings.find((setting) => setting.startsWith('q='))?.slice(2) ?? '1';
			return [name, Number(weight)];
		})
	);
	return encodings.find((encoding) => (weights.get(encoding) ?? weights.get('*') ?? 0) > 0);
}
