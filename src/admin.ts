import { administer, usage } from '#lib/server/cli/admin.ts';
import { terminalWords } from '#lib/server/cli/terminal-error.ts';

try {
	await administer(process.argv.slice(2), (line) => console.log(line));
} catch (error) {
	console.error(terminalWords(error) ?? error);
	if ((error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')) console.error(usage);
	process.exitCode = 1;
}
process.exit();
