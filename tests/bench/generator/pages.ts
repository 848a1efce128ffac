import { Agent, get } from 'node:http';

export interface PageLoad {
	/** Milliseconds of every page, from asking to its last byte. */
	delays: number[];
	/** Bytes of the largest page as sent. */
	bytes: number;
	failed: number;
}

interface Asking {
	cookies: string[];
	connections: number;
	seconds: number;
	accept?: string;
	/** The encodings that are taken; without it the bytes come as they are. */
	encoding?: string | undefined;
}

/** Asks for pages in turn over so many connections, each asking again as soon as it was answered. */
export async function loadPages(urls: URL[], { cookies, connections, seconds, accept = 'text/html', encoding }: Asking): Promise<PageLoad> {
	const agent = new Agent({ keepAlive: true, maxSockets: connections });
	const until = performance.now() + seconds * 1000;
	const load: PageLoad = { delays: [], bytes: 0, failed: 0 };
	let asked = 0;
	const reader = async () => {
		while (performance.now() < until) {
			const turn = asked++;
			const began = performance.now();
			const { status, bytes } = await page(
				urls[turn % urls.length]!,
				{ cookie: cookies[turn % cookies.length] ?? '', accept, ...(encoding && { 'accept-encoding': encoding }) },
				agent
			);
			load.delays.push(performance.now() - began);
			load.bytes = Math.max(load.bytes, bytes);
			if (status !== 200) load.failed++;
		}
	};
	await Promise.all(Array.from({ length: connections }, reader));
	agent.destroy();
	return load;
}

function page(url: URL, headers: Record<string, string>, agent: Agent): Promise<{ status: number | undefined; bytes: number }> {
	return new Promise((resolve, reject) => {
		get(url, { agent, headers }, (response) => {
			let bytes = 0;
			response.on('data', (chunk: Buffer) => void (bytes += chunk.length));
			response.on('end', () => resolve({ status: response.statusCode, bytes }));
			response.on('error', reject);
		}).on('error', reject);
	});
}
