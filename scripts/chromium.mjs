import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
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

/** The Chromium to test with: `CHROMIUM_PATH`, or one that is installed. */
export function findChromium() {
	const named = process.env.CHROMIUM_PATH;
	if (named) {
		if (!runs(named)) throw new Error(`CHROMIUM_PATH names ${named}, which cannot be run.`);
		return named;
	}
	const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
	return [...onPath, ...places].find(runs);
}

function debianAsRoot() {
	return existsSync('/etc/debian_version') && process.getuid?.() === 0;
}

/** Finds Chromium, on Debian as root installs it; otherwise says what to do. */
export function ensureChromium() {
	const found = findChromium();
	if (found) return found;
	if (debianAsRoot()) {
		console.log('Chromium is missing: installing the Debian package …');
		const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
		spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
		execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { stdio: 'inherit', env });
		const installed = findChromium();
		if (installed) return installed;
	}
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
