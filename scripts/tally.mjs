import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */
/**
 * @typedef {object} Runner
 * @property {string} name
 * @property {string[]} command
 * @property {string} [report] where it writes its own report
 * @property {(report: string) => Tally} [read] how its report is read; without one it counts as one, by its exit code
 * @property {boolean} [step] only prepares what follows: counts when it fails
 */

/** @typedef {{ status: string, assertionResults: { status: string }[] }} TestFile */
/** @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: TestFile[] }} VitestReport */
/** @typedef {{ stats: Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number>, errors: unknown[] }} PlaywrightReport */

/** @param {string} report */
export function readVitest(report) {
	/** @type {VitestReport} */
	const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(report);
	const brokenFiles = testResults.filter(
		(file) => file.status === 'failed' && file.assertionResults.every((one) => one.status !== 'failed')
	).length;
	return { passed: numPassedTests, failed: numFailedTests + brokenFiles, skipped: numPendingTests + numTodoTests };
}

/** @param {string} report */
export function readPlaywright(report) {
	/** @type {PlaywrightReport} */
	const { stats, errors } = JSON.parse(report);
	return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped };
}

/**
 * Runs a command to its end, its output shown.
 * @param {string[]} command
 * @returns {Promise<number>}
 */
export function run([program = '', ...args]) {
	return new Promise((resolve) => {
		const child = spawn(program, args, { stdio: 'inherit' });
		child.on('error', (error) => {
			console.error(error.message);
			resolve(1);
		});
		child.on('exit', (code) => resolve(code ?? 1));
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

/**
 * Runs all of them, also after a failure, and prints the sum as the last line.
 * @param {Runner[]} runners
 * @returns {Promise<number>} the exit code
 */
export async function runAll(runners) {
	const sum = { passed: 0, failed: 0, skipped: 0 };
	for (const runner of runners) {
		console.log(`\n> ${runner.name}`);
		const began = Date.now();
		const tally = tallyOf(runner, await run(runner.command));
		sum.passed += tally.passed;
		sum.failed += tally.failed;
		sum.skipped += tally.skipped;
		console.log(
			`  ${runner.name}: ${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped in ${Math.round((Date.now() - began) / 1000)} s`
		);
	}
	if (sum.skipped > 0) console.log('\nA test was left out: that counts as a failure of the whole run.');
	console.log(`\n${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
	return sum.failed + sum.skipped > 0 || sum.passed === 0 ? 1 : 0;
}
