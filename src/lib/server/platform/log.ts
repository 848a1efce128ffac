import pino, { type DestinationStream, type Logger } from 'pino';
import type { LogLevel } from './config.ts';

/** Structured lines of JSON; for a person at a terminal short ones. */
export function createLog(level: LogLevel, out: NodeJS.WriteStream = process.stdout): Logger {
	const options: pino.LoggerOptions = {
		level,
		base: null,
		timestamp: pino.stdTimeFunctions.isoTime,
		formatters: { level: (label) => ({ level: label }) },
		serializers: { err: withoutPersons }
	};
	return pino(options, out.isTTY ? inWords(out) : pino.destination({ fd: 1, sync: true }));
}

interface Failure {
	type: string;
	code?: string;
	message?: string;
	constraint?: string;
	table?: string;
	stack?: string;
	cause?: Failure;
}

const addresses = /[^\s@<>"'(),;:]+@[^\s@<>"'(),;:]+/g;

/** What of an error may stand in a log: databases and mail servers like to repeat what people wrote. */
export function withoutPersons(error: unknown): Failure {
	if (!(error instanceof Error)) return { type: typeof error };
	const { code, severity, constraint_name, table_name, query } = error as Error & Record<string, unknown>;
	const ofDatabase = severity !== undefined || query !== undefined;
	const frames = error.stack
		?.split('\n')
		.filter((line) => /^\s+at /.test(line))
		.join('\n');
	return {
		type: error.name,
		...(typeof code === 'string' && { code }),
		...(!ofDatabase && { message: error.message.replace(addresses, '(address)') }),
		...(typeof constraint_name === 'string' && { constraint: constraint_name }),
		...(typeof table_name === 'string' && { table: table_name }),
		...(frames && { stack: frames }),
		...(error.cause !== undefined && { cause: withoutPersons(error.cause) })
	};
}

function inWords(out: NodeJS.WriteStream): DestinationStream {
	return {
		write(line) {
			const { level, time, msg, err, ...rest } = JSON.parse(line) as Record<string, unknown> & { err?: Failure };
			const facts = Object.entries(rest).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
			const label = level === 'info' ? [] : [String(level)];
			out.write([String(time).slice(11, 19), ...label, msg, ...facts].join(' ') + '\n');
			if (err) out.write(`  ${err.type} ${err.code ?? ''} ${err.message ?? ''}\n${err.stack ?? ''}\n`);
		}
	};
}
