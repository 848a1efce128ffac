import { Upload } from 'tus-js-client';
import { expect, test } from '../../support/database.ts';
import { fileDesk } from '../../support/file-desk.ts';
import { madePdf } from '../../support/made-files.ts';
import { smallNetwork } from '../../support/thread.ts';

test("the protocol's own client uploads in pieces, and goes on where another one stopped", async ({ services }) => {
	const { id: network, person } = await smallNetwork(services);
	const ilze = await person('Ilze');
	const { url, as, finish } = await fileDesk(services);
	const content = madePdf(40);
	const options = {
		endpoint: `${url}/uploads`,
		headers: await as(ilze),
		metadata: { filename: 'plan.pdf', network },
		chunkSize: 1000,
		retryDelays: null
	};

	const address = await new Promise<string>((resolve, reject) => {
		const first = new Upload(content, {
			...options,
			onChunkComplete: (_size, accepted) => {
				if (accepted >= 2000) void first.abort().then(() => resolve(first.url ?? ''));
			},
			onError: reject
		});
		first.start();
	});
	const sent: number[] = [];
	await new Promise<void>((resolve, reject) => {
		new Upload(content, {
			...options,
			uploadUrl: address,
			onChunkComplete: (_size, accepted) => void sent.push(accepted),
			onSuccess: () => resolve(),
			onError: reject
		}).start();
	});
	expect(sent[0]).toBeGreaterThan(2000);
	expect(sent.at(-1)).toBe(content.length);
	expect(await (await finish(ilze, new URL(address).pathname)).json()).toMatchObject({
		name: 'plan.pdf',
		pages: 40,
		size: content.length
	});
});
