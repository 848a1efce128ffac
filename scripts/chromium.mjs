import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Draws no window and needs two thirds of the processor's time. */
const shell = 'chromium-headless-shell';
const names = [shell, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const places = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
];

/** @param {string} path */
function runs(path) {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

/** @param {string[]} programs the first of them that there is */
function onPath(programs) {
	const folders = (process.env.PATH ?? '').split(delimiter);
	return programs.flatMap((program) => folders.map((folder) => join(folder, program))).find(runs);
}

/** The Chromium to test with: `CHROMIUM_PATH`, or one that is installed. */
export function findChromium() {
	const named = process.env.CHROMIUM_PATH;
	if (named) {
		if (!runs(named)) throw new Error(`CHROMIUM_PATH names ${named}, which cannot be run.`);
		return named;
	}
	return onPath(names) ?? places.find(runs);
}

function debianAsRoot() {
	return existsSync('/etc/debian_version') && process.getuid?.() === 0;
}

function install() {
	console.log(`${shell} is missing: installing the Debian package …`);
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const apt = (/** @type {string[]} */ ...words) => spawnSync('apt-get', words, { stdio: 'inherit', env });
	apt('update', '-qq');
	apt('install', '-y', '-qq', '--no-install-recommends', shell);
}

/** Finds Chromium, on Debian as root brings its lightest form; otherwise says what to do. */
export function ensureChromium() {
	if (debianAsRoot() && !process.env.CHROMIUM_PATH && !onPath([shell])) install();
	const found = findChromium();
	if (found) return found;
	throw new Error('No Chromium found: install Chromium or Chrome, or set CHROMIUM_PATH to its program.');
}

/** What Chromium is started with, the same for tests, screens and measurements. */
export const chromiumArgs = [
	...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-first-run',
	'--disable-quic'
];
