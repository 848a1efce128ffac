import type { RequestHandler } from 'express';
import { isHoldable } from '../platform/holdable.ts';

/** An address whose signs are none leads nowhere, before anything looks it up: the pages say so in words. */
export const readableAddress: RequestHandler = (request, _response, next) => {
	if (!isReadable(request.url)) request.url = '/-/nowhere';
	next();
};

/** Whether all of it is UTF-8, percent signs lead to signs, and no name in it has control characters. */
function isReadable(url: string): boolean {
	const at = url.indexOf('?');
	const [path, query] = at < 0 ? [url, ''] : [url.slice(0, at), url.slice(at + 1)];
	try {
		return !/\p{Cc}/u.test(decodeURIComponent(path)) && isHoldable(decodeURIComponent(query));
	} catch {
		return false;
	}
}
