import { randomUUID } from 'node:crypto';
import { expect, test } from '../../support/database.ts';
import { madePdf, madePhoto } from '../../support/made-files.ts';
import { filesInPosts } from '../../support/files-in-posts.ts';

test('what is sent says what it is, runs nothing, and is asked for anew each time', async ({ services }) => {
	const { id: network, ilze, elio, upload, post, get } = await filesInPosts(services);
	const [picture, pdf, words] = [
		await upload(ilze, network, 'square.png', await madePhoto({ sideways: true })),
		await upload(ilze, network, 'plāns "A".pdf', madePdf()),
		await upload(ilze, network, 'notes.txt', Buffer.from('Labdien'))
	];
	await post(
		ilze,
		[picture, pdf, words].map(({ id }) => ({ id }))
	);

	const shown = await get(elio, `/files/${picture.id}/small`);
	expect(Object.fromEntries(shown.headers)).toMatchObject({
		'content-type': 'image/webp',
		'x-content-type-options': 'nosniff',
		'content-security-policy': "default-src 'none'; sandbox",
		'cross-origin-resource-policy': 'same-origin',
		'cache-control': 'private, no-cache'
	});
	const etag = shown.headers.get('etag')!;
	expect((await get(elio, `/files/${picture.id}/small`, { 'if-none-match': etag, 'cache-control': 'max-age=0' })).status).toBe(304);

	const whole = await get(elio, `/files/${picture.id}/${picture.name}?download`);
	expect(whole.headers.get('content-disposition')).toBe(`attachment; filename="square.jpg"; filename*=UTF-8''square.jpg`);
	const bytes = Buffer.from(await whole.arrayBuffer());
	for (const secret of ['where-i-live', 'GPS', 'Telephone']) expect(bytes.includes(secret), secret).toBe(false);

	const open = await get(elio, `/files/${pdf.id}/whatever.pdf`);
	expect(open.headers.get('content-disposition')).toBe(`inline; filename="pl_ns -A-.pdf"; filename*=UTF-8''pl%C4%81ns%20-A-.pdf`);
	expect(open.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
	const text = await get(elio, `/files/${words.id}/notes.txt`);
	expect([text.headers.get('content-type'), text.headers.get('content-disposition')]).toEqual([
		'text/plain; charset=utf-8',
		expect.stringMatching(/^attachment/)
	]);
	expect(await text.text()).toBe('Labdien');
});

test('a file goes out under the name it came with', async ({ services }) => {
	const { id: network, ilze, upload, post, get } = await filesInPosts(services);
	const calendar = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nSUMMARY:Sanāksme\r\nEND:VCALENDAR\r\n';
	const named = await upload(ilze, network, 'Sanāksme Rīgā.ics', Buffer.from(calendar));
	await post(ilze, [{ id: named.id }]);
	const sent = await get(ilze, `/files/${named.id}/${encodeURIComponent(named.name)}?download`);
	expect(Object.fromEntries(sent.headers)).toMatchObject({
		'content-type': 'text/plain; charset=utf-8',
		'content-disposition': `attachment; filename="San_ksme R_g_.ics"; filename*=UTF-8''San%C4%81ksme%20R%C4%ABg%C4%81.ics`,
		'content-security-policy': "default-src 'none'; sandbox",
		'x-content-type-options': 'nosniff'
	});
});

test('parts are sent, of the same file only', async ({ services }) => {
	const { id: network, ilze, upload, get } = await filesInPosts(services);
	const content = madePdf();
	const pdf = await upload(ilze, network, 'a.pdf', content);
	const ask = async (headers: Record<string, string>) => {
		const answer = await get(ilze, `/files/${pdf.id}/a.pdf`, headers);
		return [answer.status, answer.headers.get('content-range'), Buffer.from(await answer.arrayBuffer()).length] as const;
	};
	const size = content.length;
	const etag = (await get(ilze, `/files/${pdf.id}/a.pdf`)).headers.get('etag')!;
	expect(await ask({ range: 'bytes=5-9' })).toEqual([206, `bytes 5-9/${size}`, 5]);
	expect(await ask({ range: 'bytes=-7' })).toEqual([206, `bytes ${size - 7}-${size - 1}/${size}`, 7]);
	expect(await ask({ range: 'bytes=5-9', 'if-range': etag })).toEqual([206, `bytes 5-9/${size}`, 5]);
	expect(await ask({ range: 'bytes=5-9', 'if-range': '"another"' })).toEqual([200, null, size]);
	expect(await ask({ range: `bytes=${size}-` })).toEqual([416, `bytes */${size}`, 0]);
	expect(await ask({ range: 'bytes=0-1,5-6' })).toEqual([200, null, size]);
	expect(await ask({ range: 'nonsense' })).toEqual([200, null, size]);
	expect((await get(ilze, `/files/${pdf.id}/a.pdf`, {}, 'HEAD')).headers.get('content-length')).toBe(String(size));
	for (const path of ['/files/nonsense/a.pdf', `/files/${pdf.id}/..%2f..%2fetc`, `/files/${randomUUID()}/small`])
		expect((await get(null, path)).status, path).toBe(404);
});
