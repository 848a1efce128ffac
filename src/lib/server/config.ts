/** Everything that can be set from outside, parsed once at the start. */
export interface Config {
	port: number;
	host: string;
	dataDir: string;
	databaseUrl: string | null;
	/** Where people reach this installation, for links in mail; without a slash at the end. */
	publicUrl: string;
	trustProxy: string | null;
	demo: boolean;
	demoPassword: string | null;
	smtpUrl: string | null;
	mailFrom: string;
	logLevel: string;
}
