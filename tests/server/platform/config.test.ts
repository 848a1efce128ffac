import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError, parseConfig } from '#lib/server/platform/config.ts';

function issuesOf(env: Record<string, string>): readonly string[] {
	try {
		parseConfig(env);
	} catch (error) {
		if (error instanceof ConfigError) return error.issues;
		throw error;
	}
	return [];
}

describe('the configuration', () => {
	test('is a demo on this machine when nothing is set, or set to nothing', () => {
		const usual = {
			port: 3000,
			host: null,
			dataDir: resolve('data'),
			databaseUrl: null,
			publicUrl: 'http://localhost:3000',
			trustProxy: null,
			demo: true,
			demoPassword: null,
			smtpUrl: null,
			mailFrom: 'Swing <swing@localhost>',
			logLevel: 'info',
			limits: 1,
			metricsToken: null,
			mailDelay: 120,
			files: { dir: resolve('data/files'), bucket: null, largest: 50_000_000, quota: 10_000_000_000, perPost: 10 }
		};
		expect(parseConfig({})).toEqual(usual);
		expect(parseConfig({ PORT: '', DATABASE_URL: ' ', DEMO: '' })).toEqual(usual);
	});

	test('is real with a database of its own, or when the demo is off', () => {
		const given = parseConfig({ DATABASE_URL: 'postgres://a:b@db/swing', DEMO_PASSWORD: 'for scripts only' });
		expect(given).toMatchObject({ demo: false, demoPassword: null, databaseUrl: 'postgres://a:b@db/swing' });
		expect(parseConfig({ DEMO: 'off' }).demo).toBe(false);
	});

	test('takes addresses as people write them', () => {
		expect(parseConfig({ PORT: '8080' }).publicUrl).toBe('http://localhost:8080');
		expect(parseConfig({ PUBLIC_URL: 'https://desk.example.org/' }).publicUrl).toBe('https://desk.example.org');
		expect(parseConfig({ TRUST_PROXY: '2' }).trustProxy).toBe(2);
		expect(parseConfig({ TRUST_PROXY: 'on' }).trustProxy).toBe(1);
		expect(parseConfig({ TRUST_PROXY: 'loopback, 10.0.0.0/8' }).trustProxy).toBe('loopback, 10.0.0.0/8');
		expect(parseConfig({ HOST: '::1' }).host).toBe('::1');
		const bucket = { FILES_S3_URL: 'https://s3.example.org/swing', FILES_S3_KEY: 'desk', FILES_S3_SECRET: 'secret' };
		expect(parseConfig({ ...bucket, FILES_MAX_MB: '20' }).files).toMatchObject({
			bucket: { region: 'auto', keyId: 'desk' },
			largest: 20_000_000
		});
	});

	test('says everything that is wrong at once, and never a secret', () => {
		const issues = issuesOf({
			PORT: '70000',
			DATABASE_URL: 'mysql://root:hunter22@db/swing',
			PUBLIC_URL: 'https://desk.example.org/path',
			TRUST_PROXY: 'everybody',
			DEMO: 'perhaps',
			SMTP_URL: 'mail.example.org',
			LOG_LEVEL: 'loud'
		});
		expect(issues.map((issue) => issue.split(':')[0])).toEqual([
			'PORT',
			'DATABASE_URL',
			'PUBLIC_URL',
			'TRUST_PROXY',
			'DEMO',
			'SMTP_URL',
			'LOG_LEVEL'
		]);
		expect(issues.join()).not.toContain('hunter22');
	});

	test.each([
		['DEMO', { DEMO: 'on', DATABASE_URL: 'postgres://db/swing' }],
		['HOST', { HOST: '0.0.0.0' }],
		['FILES_S3_KEY', { FILES_S3_URL: 'https://s3.example.org/swing' }],
		['FILES_MAX_MB', { FILES_MAX_MB: '50 MB' }],
		['MAIL_FROM', { SMTP_URL: 'smtp://mail.example.org' }]
	])('refuses what does not go together: %s', (variable, env) => {
		expect(issuesOf(env)).toEqual([expect.stringMatching(`^${variable}: `)]);
	});

	test('lets a real installation listen anywhere', () => {
		expect(parseConfig({ DEMO: 'off', HOST: '0.0.0.0' }).host).toBe('0.0.0.0');
	});
});
