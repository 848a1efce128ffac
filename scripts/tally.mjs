import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';

/** @typedef {{ test: string, why: string }} Failure what did not pass, and its first lines of why */
/**
 * @typedef {{ passed: number, failed: number, skipped: number, failures?: Failure[], flaky?: string[] }} Tally
 *   `flaky`: what passed only when it was run once more, by name
 */
/**
 * @typedef {object} Runner
 * @property {string} name
 * @property {string[]} command
 * @property {string} [report] where it writes its own report
 * @property {(report: string) => Tally} [read] how its report is read; without one it counts as one, by its exit code
 * @property {boolean} [step] only prepares what follows: counts when it fails
 */

/**
 * @typedef {{ name: string, status: string, message?: string,
 *   assertionResults: { status: string, fullName: string, failureMessages?: string[] }[] }} TestFile
 */
/**
 * @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: TestFile[] }} VitestReport
 */
/**
 * @typedef {{ title: string, file: string, line: number, ok: boolean,
 *   tests: { status?: string, results: { error?: { message?: string } }[] }[] }} Spec
 */
/** @typedef {{ specs?: Spec[], suites?: Suite[] }} Suite */
/**
 * @typedef {{ stats: Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number>, errors: { message?: string }[],
 *   suites?: Suite[] }} PlaywrightReport
 */

const escapes = /\u001b\[[\d;]*m/g;
const linesOfWhy = 12;

/** @param {string | undefined} text */
function shortly(text = '') {
	const lines = text.replace(escapes, '').trim().split('\n');
	return lines
		.filter((line) => !line.includes('node_modules'))
		.slice(0, linesOfWhy)
		.join('\n');
}

/** @param {string} file */
const fromHere = (file) => relative(process.cwd(), file);

/** @param {string} report */
export function readVitest(report) {
	/** @type {VitestReport} */
	const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(report);
	const brokenFiles = testResults.filter(
		(file) => file.status === 'failed' && file.assertionResults.every((one) => one.status !== 'failed')
	);
	const failedTests = testResults.flatMap(({ name, assertionResults }) =>
		assertionResults
			.filter((one) => one.status === 'failed')
			.map(({ fullName, failureMessages }) => ({ test: `${fromHere(name)} › ${fullName}`, why: shortly(failureMessages?.[0]) }))
	);
	return {
		passed: numPassedTests,
		failed: numFailedTests + brokenFiles.length,
		skipped: numPendingTests + numTodoTests,
		failures: [...failedTests, ...brokenFiles.map(({ name, message }) => ({ test: fromHere(name), why: shortly(message) }))]
	};
}

/**
 * How often an end-to-end test is run once more when it has failed: in CI, where nobody is there to look again.
 * @param {NodeJS.ProcessEnv} env
 */
export function retriesIn({ CI }) {
	return CI === 'true' || CI === '1' ? 1 : 0;
}

/** @param {string} report */
export function readPlaywright(report) {
	/** @type {PlaywrightReport} */
	const { stats, errors, suites = [] } = JSON.parse(report);
	const specs = suites.flatMap(specsOf);
	const failedSpecs = specs.filter(({ ok }) => !ok);
	const flakySpecs = specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky'));
	return {
		passed: stats.expected + stats.flaky,
		failed: stats.unexpected + errors.length,
		skipped: stats.skipped,
		flaky: flakySpecs.map(({ title, file }) => `${file} › ${title}`),
		failures: [
			...failedSpecs.map(({ title, file, line, tests }) => ({
				test: `${file}:${line} › ${title}`,
				why: shortly(tests.flatMap(({ results }) => results).find(({ error }) => error)?.error?.message)
			})),
			...errors.map(({ message }) => ({ test: 'outside of any test', why: shortly(message) }))
		]
	};
}

/**
 * @param {Suite} suite
 * @returns {Spec[]}
 */
function specsOf({ specs = [], suites = [] }) {
	return [...specs, ...suites.flatMap(specsOf)];
}

/**
 * Runs a command to its end, its output shown as it comes, or all at once when it has ended.
 * @param {string[]} command
 * @param {{ atOnce?: boolean }} [options]
 * @returns {Promise<number>}
 */
export function run([program = '', ...args], { atOnce = false } = {}) {
	return new Promise((resolve) => {
		const child = spawn(program, args, { stdio: atOnce ? ['ignore', 'pipe', 'pipe'] : 'inherit' });
		/** @type {Buffer[]} */
		const said = [];
		for (const output of [child.stdout, child.stderr]) output?.on('data', (/** @type {Buffer} */ piece) => said.push(piece));
		child.on('error', (error) => {
			console.error(error.message);
			resolve(1);
		});
		child.on('close', (code) => {
			process.stdout.write(Buffer.concat(said));
			resolve(code ?? 1);
		});
	});
}

/**
 * What a runner says of itself; a failure that its report does not know, or no report at all, counts as one failed.
 * @param {Runner} runner
 * @param {number} code
 * @returns {Tally}
 */
export function tallyOf({ name, report, read, step }, code) {
	if (!report || !read) return { passed: code === 0 && !step ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
	if (!existsSync(report)) {
		console.error(`${name} left no report.`);
		return { passed: 0, failed: 1, skipped: 0 };
	}
	const tally = read(readFileSync(report, 'utf8'));
	if (tally.passed + tally.failed === 0) {
		console.error(`${name} ran nothing.`);
		return { ...tally, failed: 1 };
	}
	return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

/** @typedef {Runner | Runner[]} Lane one after the other */

/**
 * Runs all of them, also after a failure, the lanes of a group at the same time, and prints at the end what failed and why,
 * what passed only at the second try, and, as the last line, the sum.
 * @param {(Runner | Lane[])[]} groups
 * @returns {Promise<number>} the exit code
 */
export async function runAll(groups) {
	/** @type {(Tally & { name: string })[]} */
	const tallies = [];
	for (const group of groups) {
		const lanes = [group].flat().map((lane) => [lane].flat());
		console.log(`\n> ${lanes.map((lane) => lane.map(({ name }) => name).join(' then ')).join(', ')}`);
		await Promise.all(
			lanes.map(async (lane) => {
				for (const runner of lane) tallies.push({ name: runner.name, ...(await tallied(runner, { atOnce: lanes.length > 1 })) });
			})
		);
	}
	const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ what) => tallies.reduce((all, tally) => all + tally[what], 0);
	if (sum('skipped') > 0) console.log('\nA test was left out: that counts as a failure of the whole run.');
	for (const { test, why } of tallies.flatMap(failuresOf)) console.log(`\nFAILED ${test}\n${why.replace(/^/gm, '  ')}`);
	const flaky = tallies.flatMap((tally) => tally.flaky ?? []);
	console.log(flaky.map((test) => `\nflaky: ${test}`).join(''));
	console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
	return sum('failed') + sum('skipped') > 0 || sum('passed') === 0 ? 1 : 0;
}

/**
 * @param {Tally & { name: string }} tally
 * @returns {Failure[]}
 */
function failuresOf({ name, failed, failures = [] }) {
	if (failed === 0) return [];
	return failures.length > 0 ? failures : [{ test: name, why: 'see its output above' }];
}

/**
 * @param {Runner} runner
 * @param {{ atOnce: boolean }} options
 * @returns {Promise<Tally>}
 */
async function tallied(runner, options) {
	const began = Date.now();
	const tally = tallyOf(runner, await run(runner.command, options));
	const { passed, failed, skipped } = tally;
	console.log(`  ${runner.name}: ${passed} passed, ${failed} failed, ${skipped} skipped in ${Math.round((Date.now() - began) / 1000)} s`);
	return tally;
}
