import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { z } from 'zod';

/** Everything that can be set from outside, parsed once at the start. */
export interface Config {
	port: number;
	/** Where to listen; null for the usual: loopback for a demo, every address for a real installation. */
	host: string | null;
	dataDir: string;
	databaseUrl: string | null;
	/** Where people reach this installation, for links in mail; without a slash at the end. */
	publicUrl: string;
	/** Whom Express believes what they forward: a number of proxies, or a list of addresses and networks. */
	trustProxy: number | string | null;
	demo: boolean;
	demoPassword: string | null;
	smtpUrl: string | null;
	mailFrom: string;
	/** Seconds that an email about something new waits for company, and for its reader to have seen it anyway. */
	mailDelay: number;
	logLevel: LogLevel;
	/** How many times more often than usual one person may ask; for tests under load. */
	limits: number;
	/** What `/metrics` asks for; without one it answers this machine alone. */
	metricsToken: string | null;
	files: FilesConfig;
}

/** Where files are kept, and how much of them. */
export interface FilesConfig {
	dir: string;
	/** A bucket in the place of the folder, which then only holds what is on its way. */
	bucket: { url: string; region: string; keyId: string; secret: string } | null;
	/** Bytes of one file, and of all that a city keeps. */
	largest: number;
	quota: number;
	perPost: number;
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Its message lists everything that is wrong, a line each. */
export class ConfigError extends Error {
	override name = 'ConfigError';
	readonly issues: readonly string[];
	constructor(issues: readonly string[]) {
		super(['The configuration is not right:', ...issues.map((issue) => `  ${issue}`)].join('\n'));
		this.issues = issues;
	}
}

const loopback = ['localhost', '127.0.0.1', '::1'];
const keywords = ['loopback', 'linklocal', 'uniquelocal'];

const megabyte = 1_000_000;
const text = z.string();
const address = (schemes: string[], words: string) =>
	text.refine((value) => schemes.includes(URL.parse(value)?.protocol ?? ''), words).nullable();

const whole = (least: number, most: number) =>
	text
		.regex(/^\d{1,9}$/, `a number from ${least} to ${most}`)
		.transform(Number)
		.refine((value) => value >= least && value <= most, `a number from ${least} to ${most}`)
		.nullable();

const variables = z
	.object({
		PORT: text
			.regex(/^\d{1,5}$/, 'a number from 1 to 65535')
			.transform(Number)
			.refine(isPort, 'a number from 1 to 65535')
			.nullable(),
		HOST: text.refine((value) => isIP(value) > 0 || /^[a-z0-9.-]+$/i.test(value), 'an address or a host name').nullable(),
		DATA_DIR: text.nullable(),
		DATABASE_URL: address(['postgres:', 'postgresql:'], 'an address like postgres://user:password@host:5432/database'),
		PUBLIC_URL: text
			.refine(isOrigin, 'an address like https://desk.example.org, without a path')
			.transform((value) => value.replace(/\/$/, ''))
			.nullable(),
		TRUST_PROXY: text
			.refine(isTrust, 'the number of proxies in front, or their addresses and networks with commas between, or "loopback"')
			.transform((value) => (/^(on|true|yes)$/.test(value) ? 1 : /^\d+$/.test(value) ? Number(value) : value))
			.nullable(),
		DEMO: z.enum(['on', 'off'], '"on" or "off"').nullable(),
		DEMO_PASSWORD: text.min(8, 'at least 8 characters').nullable(),
		SMTP_URL: address(['smtp:', 'smtps:'], 'an address like smtps://user:password@mail.example.org'),
		MAIL_FROM: text.regex(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/, 'an address like "Swing <swing@example.org>"').nullable(),
		MAIL_DELAY: text
			.regex(/^\d{1,5}$/, 'a number of seconds')
			.transform(Number)
			.nullable(),
		LIMITS: whole(1, 1000),
		METRICS_TOKEN: text.min(16, 'at least 16 characters').nullable(),
		FILES_DIR: text.nullable(),
		FILES_S3_URL: address(['http:', 'https:'], 'an address of a bucket like https://s3.example.org/swing'),
		FILES_S3_REGION: text.regex(/^[a-z0-9-]{2,40}$/, 'a name of a region like eu-central-1').nullable(),
		FILES_S3_KEY: text.nullable(),
		FILES_S3_SECRET: text.nullable(),
		FILES_MAX_MB: whole(1, 2000),
		FILES_QUOTA_MB: whole(1, 100_000_000),
		FILES_PER_POST: whole(1, 30),
		LOG_LEVEL: z.enum(logLevels, `one of ${logLevels.join(', ')}`).nullable()
	})
	.superRefine((set, context) => {
		const wrong = (variable: string, message: string) => context.addIssue({ code: 'custom', path: [variable], message });
		if (set.DEMO === 'on' && set.DATABASE_URL) {
			wrong('DEMO', 'a demo keeps its own embedded database; unset DATABASE_URL or set DEMO=off');
		}
		if (isDemo(set) && set.HOST && !loopback.includes(set.HOST)) {
			wrong('HOST', 'a demo listens on this machine alone (localhost); unset HOST or set DEMO=off');
		}
		if (set.FILES_S3_URL && !(set.FILES_S3_KEY && set.FILES_S3_SECRET)) {
			wrong('FILES_S3_KEY', 'needed with FILES_S3_URL, and so is FILES_S3_SECRET');
		}
		if (set.SMTP_URL && !set.MAIL_FROM) wrong('MAIL_FROM', 'needed with SMTP_URL, so that mail has a sender');
	});

/**
 * Reads the configuration from environment variables; an empty one counts as unset.
 * @throws ConfigError with everything that is wrong
 */
export function parseConfig(env: Record<string, string | undefined>): Config {
	const given = Object.fromEntries(Object.keys(variables.shape).map((name) => [name, env[name]?.trim() || null]));
	const { data: set, error } = variables.safeParse(given);
	if (error) throw new ConfigError(error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
	const port = set.PORT ?? 3000;
	const demo = isDemo(set);
	const dataDir = resolve(set.DATA_DIR ?? 'data');
	return {
		port,
		host: set.HOST,
		dataDir,
		databaseUrl: set.DATABASE_URL,
		publicUrl: set.PUBLIC_URL ?? `http://localhost:${port}`,
		trustProxy: set.TRUST_PROXY,
		demo,
		demoPassword: demo ? set.DEMO_PASSWORD : null,
		smtpUrl: set.SMTP_URL,
		mailFrom: set.MAIL_FROM ?? 'Swing <swing@localhost>',
		mailDelay: set.MAIL_DELAY ?? 120,
		logLevel: set.LOG_LEVEL ?? 'info',
		limits: set.LIMITS ?? 1,
		metricsToken: set.METRICS_TOKEN,
		files: {
			dir: resolve(set.FILES_DIR ?? join(dataDir, 'files')),
			bucket: set.FILES_S3_URL
				? {
						url: set.FILES_S3_URL,
						region: set.FILES_S3_REGION ?? 'auto',
						keyId: set.FILES_S3_KEY ?? '',
						secret: set.FILES_S3_SECRET ?? ''
					}
				: null,
			largest: (set.FILES_MAX_MB ?? 50) * megabyte,
			quota: (set.FILES_QUOTA_MB ?? 10_000) * megabyte,
			perPost: set.FILES_PER_POST ?? 10
		}
	};
}

function isDemo(set: { DEMO: 'on' | 'off' | null; DATABASE_URL: string | null }): boolean {
	return set.DEMO ? set.DEMO === 'on' : !set.DATABASE_URL;
}

function isPort(value: number): boolean {
	return value >= 1 && value <= 65535;
}

function isOrigin(value: string): boolean {
	const url = URL.parse(value);
	return url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username;
}

function isTrust(value: string): boolean {
	if (/^(\d{1,2}|on|true|yes)$/.test(value)) return true;
	return value.split(',').every((part) => {
		const [ip = '', bits, ...rest] = part.trim().split('/');
		if (rest.length > 0) return false;
		if (bits === undefined) return keywords.includes(ip) || isIP(ip) > 0;
		return isIP(ip) > 0 && /^\d+$/.test(bits) && Number(bits) <= (isIP(ip) === 4 ? 32 : 128);
	});
}
