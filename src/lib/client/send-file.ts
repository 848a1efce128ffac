/** An answer that is no yes: what the server said, 0 when it said nothing. */
export class NotTaken extends Error {
	readonly status: number;
	readonly body: string;
	constructor(status: number, body = '') {
		super(`${status} ${body}`);
		this.status = status;
		this.body = body;
	}
}

interface Sending {
	blob: Blob;
	/** Where an upload goes on that was begun before. */
	url: string | null;
	metadata: Record<string, string>;
	onurl: (url: string) => void;
	onprogress: (sent: number) => void;
	signal: AbortSignal;
}

const version = { 'tus-resumable': '1.0.0' };

/**
 * Sends a file by the protocol tus 1.0, from where it stands; returns where it lies.
 * @throws NotTaken when the server, or the line, does not take it
 */
export async function sendFile({ blob, url, metadata, onurl, onprogress, signal }: Sending): Promise<string> {
	const ask = async (address: string, init: RequestInit) => {
		const answer = await fetch(address, { ...init, signal }).catch(() => null);
		if (!answer?.ok) throw new NotTaken(answer?.status ?? 0, await answer?.text());
		return answer.headers;
	};
	let from = 0;
	if (url === null) {
		const said = Object.entries(metadata).map(([name, value]) => `${name} ${base64(value)}`);
		const begun = await ask('/uploads', {
			method: 'POST',
			headers: { ...version, 'upload-length': String(blob.size), 'upload-metadata': said.join() }
		});
		url = begun.get('location') ?? '';
		onurl(url);
	} else from = Number((await ask(url, { method: 'HEAD', headers: version })).get('upload-offset'));
	if (from < blob.size) await patch(url, blob.slice(from), from, (sent) => onprogress(from + sent), signal);
	return url;
}

/** By the older way of asking, which says how much has left. */
function patch(url: string, part: Blob, from: number, onprogress: (sent: number) => void, signal: AbortSignal): Promise<void> {
	return new Promise((resolve, reject) => {
		const request = new XMLHttpRequest();
		const failed = () => reject(new NotTaken(request.status, request.responseText));
		request.open('PATCH', url);
		for (const [name, value] of Object.entries({
			...version,
			'upload-offset': String(from),
			'content-type': 'application/offset+octet-stream'
		}))
			request.setRequestHeader(name, value);
		request.upload.onprogress = ({ loaded }) => onprogress(loaded);
		request.onload = () => (request.status < 300 ? resolve() : failed());
		request.onerror = failed;
		request.onabort = failed;
		signal.addEventListener('abort', () => request.abort());
		request.send(part);
	});
}

function base64(text: string): string {
	return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
