import type { RequestHandler } from 'express';

/** Names of headers between Express and the pages; what a client sends under them is overwritten. */
const names = { protocol: 'x-swing-protocol', host: 'x-swing-host', address: 'x-swing-address' };

/**
 * Tells the pages the address under which the request came in, as far as the proxies in front are trusted.
 * Forms are accepted from that very origin, so any host, port or proxy works without being configured.
 */
export const forwarded: RequestHandler = (request, response, next) => {
	const { host = 'localhost' } = request;
	if (!isHost(host)) {
		response.status(400).type('text/plain').send('Bad Request');
		return;
	}
	request.headers[names.protocol] = request.protocol === 'https' ? 'https' : 'http';
	request.headers[names.host] = host || 'localhost';
	request.headers[names.address] = request.ip ?? '';
	next();
};

/** A name or an address with or without port; anything else would change the path that it stands before. */
function isHost(host: string): boolean {
	return /^([\w.-]*|\[[0-9a-f:.]+\])(:\d{1,5})?$/i.test(host);
}

/** What the handler of the built pages reads when it is loaded. */
export const handlerEnvironment = {
	PROTOCOL_HEADER: names.protocol,
	HOST_HEADER: names.host,
	ADDRESS_HEADER: names.address,
	/** A pasted novel is answered in words, which needs reading it first. */
	BODY_SIZE_LIMIT: '4M'
};
