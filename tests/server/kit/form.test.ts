import { expect, test } from 'vitest';
import { fieldsOf } from '#lib/server/kit/form.ts';

const posted = (body: string, type: string) =>
	new Request('https://desk.example.org/', { method: 'POST', body, headers: { 'content-type': type } });

test.each(['application/x-www-form-urlencoded', 'Application/X-WWW-Form-Urlencoded; charset=UTF-8'])(
	'letters that are none are refused, however %s is written',
	async (type) => {
		await expect(fieldsOf(posted('text=uppr%ff%zz', type))).rejects.toMatchObject({ status: 400 });
		expect(await fieldsOf(posted('text=%C4%81da', type))).toEqual({ text: 'āda' });
	}
);

test('a form of several parts keeps its boundary letter by letter', async () => {
	const body = '--aB\r\nContent-Disposition: form-data; name="text"\r\n\r\nHello\r\n--aB--';
	expect(await fieldsOf(posted(body, 'Multipart/Form-Data; boundary=aB'))).toEqual({ text: 'Hello' });
});
