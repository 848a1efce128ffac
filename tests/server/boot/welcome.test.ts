import { welcome } from '#lib/server/boot/welcome.ts';
import { cast } from '#lib/server/demo/cast.ts';
import { demoLinks } from '#lib/server/demo/links.ts';
import { parseConfig } from '#lib/server/platform/config.ts';
import { expect, test } from '../../support/demo.ts';

const said = async (demo: Parameters<typeof demoLinks>[0], env: Record<string, string> = {}) => {
	Object.assign(demo, { config: parseConfig({ DEMO: 'on', ...env }) });
	return welcome(demo, await demoLinks(demo));
};

test('the start says whom to be first, with whom to talk and how, and where the mail is, in 80 columns', async ({ demo }) => {
	const text = await said(demo);
	const [first, second] = [
		text.indexOf('Try first Beth Canalside, Coordinator, Wolverhampton:'),
		text.indexOf('Talk with Rui Ponteclara')
	];
	expect(first, 'what comes last is in sight').toBeGreaterThan(text.lastIndexOf('Claire Belvoisin'));
	expect(second).toBeGreaterThan(first);
	expect(text.split('\n').length - text.split('\n').findIndex((line) => line.startsWith('Swing is ready'))).toBeLessThan(24);
	expect(text).toContain('private window');
	expect(text).toContain('http://localhost:3000/mailbox');
	for (const { name } of cast) expect(text).toMatch(new RegExp(`^  ${name} +http://localhost:3000/enter/[\\w-]{22}$`, 'm'));
	expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
});

test('where a password is set the addresses stand beside what each person is, in 80 columns', async ({ demo }) => {
	const text = await said(demo, { DEMO_PASSWORD: 'a word for scripts' });
	for (const { email } of cast) expect(text).toMatch(new RegExp(`^  ${email} +\\p{Lu}[\\p{L} ]+$`, 'mu'));
	expect(text).not.toContain('a word for scripts');
	expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
	expect(await said(demo), 'nobody signs in by address without one').not.toContain('@');
});

test('where mail leaves, no mailbox is promised', async ({ demo }) => {
	expect(await said(demo, { SMTP_URL: 'smtp://localhost:2525', MAIL_FROM: 'swing@example.org' })).not.toContain('mailbox');
});
