import { fileURLToPath } from 'node:url';
import { compileMessages } from './messages.mjs';
import { runInstead } from './own-node.mjs';

/** Serves from the sources: Vite reloads the pages, Node starts the server anew when its own modules change. */
export async function serveSources() {
	await compileMessages();
	const server = fileURLToPath(new URL('../src/server.ts', import.meta.url));
	await runInstead(process.execPath, ['--watch', '--watch-preserve-output', server, '--dev']);
}
