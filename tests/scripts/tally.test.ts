import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { readPlaywright, readVitest, retriesIn, runAll, tallyOf } from '../../scripts/tally.mjs';

function vitestReport(change: object = {}): string {
	const report = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
	return JSON.stringify({ ...report, ...change });
}

async function tallyOfReport(report: string | null, code: number) {
	const folder = await mkdtemp(join(tmpdir(), 'swing-tally-'));
	const file = join(folder, 'report.json');
	if (report !== null) await writeFile(file, report);
	vi.mocked(console.error).mockImplementation(() => {});
	const tally = tallyOf({ name: 'vitest', command: [], report: file, read: readVitest }, code);
	await rm(folder, { recursive: true });
	return tally;
}

test('a report is taken at its word', async () => {
	expect(await tallyOfReport(vitestReport(), 0)).toEqual({ passed: 3, failed: 0, skipped: 0, failures: [] });
	expect(await tallyOfReport(vitestReport({ numTodoTests: 1, numPendingTests: 2 }), 0)).toMatchObject({ skipped: 3 });
});

test('a file that cannot even be read by the runner counts as failed', async () => {
	const broken = [{ name: 'broken.test.ts', status: 'failed', assertionResults: [] }];
	expect(await tallyOfReport(vitestReport({ testResults: broken }), 1)).toMatchObject({ failed: 1 });
});

test.each([
	['no report', null, 0],
	['a report without tests', vitestReport({ numPassedTests: 0 }), 0],
	['a bad end that the report does not know of', vitestReport(), 1]
])('%s counts as failed', async (_, report, code) => {
	expect(await tallyOfReport(report, code)).toMatchObject({ failed: 1 });
});

test('what passes only when it is run once more has passed, and is told by its name', () => {
	const spec = (title: string, status: string) => ({ title, file: 'story.spec.ts', line: 6, ok: true, tests: [{ status, results: [] }] });
	const suites = [{ specs: [spec('is told', 'expected')], suites: [{ specs: [spec('is read', 'flaky')] }] }];
	const report = { stats: { expected: 1, unexpected: 0, flaky: 1, skipped: 0 }, errors: [], suites };
	expect(readPlaywright(JSON.stringify(report))).toEqual({
		passed: 2,
		failed: 0,
		skipped: 0,
		failures: [],
		flaky: ['story.spec.ts › is read']
	});
});

test('what fails again, or outside of any test, has failed', () => {
	const report = JSON.stringify({ stats: { expected: 5, unexpected: 1, flaky: 2, skipped: 1 }, errors: [{}] });
	expect(readPlaywright(report)).toMatchObject({ passed: 7, failed: 2, skipped: 1 });
});

test('only CI runs once more what failed', () => {
	expect(retriesIn({ CI: 'true' })).toBe(1);
	expect(retriesIn({ CI: '1' })).toBe(1);
	for (const env of [{}, { CI: '' }, { CI: 'false' }]) expect(retriesIn(env)).toBe(0);
});

test('what is flaky fails nothing, and stands above the last line', async () => {
	const said = vi.spyOn(console, 'log').mockImplementation(() => {});
	const folder = await mkdtemp(join(tmpdir(), 'swing-tally-'));
	const report = join(folder, 'e2e.json');
	await writeFile(report, '');
	const tally = { passed: 2, failed: 0, skipped: 0, failures: [], flaky: ['story.spec.ts › is read'] };
	const runner = { name: 'e2e', command: [process.execPath, '-e', ''], report, read: () => tally };
	expect(await runAll([runner])).toBe(0);
	const lines = said.mock.calls.flat().join('\n').split('\n');
	expect(lines.slice(-2)).toEqual(['flaky: story.spec.ts › is read', '2 passed, 0 failed, 0 skipped']);
	said.mockRestore();
	await rm(folder, { recursive: true });
});

test('lint and types count as one each, a step only when it fails', () => {
	const lint = { name: 'lint', command: [] };
	expect(tallyOf(lint, 0)).toEqual({ passed: 1, failed: 0, skipped: 0 });
	expect(tallyOf(lint, 2)).toEqual({ passed: 0, failed: 1, skipped: 0 });
	expect(tallyOf({ ...lint, step: true }, 0)).toEqual({ passed: 0, failed: 0, skipped: 0 });
});

test('at the end stands what failed and why, in few lines', async () => {
	const why = ['\u001b[31mAssertionError\u001b[39m: expected 1 to be 2', ...Array.from({ length: 40 }, (_, line) => `at ${line}`)].join(
		'\n'
	);
	const files = [
		{
			name: 'thread.test.ts',
			status: 'failed',
			assertionResults: [
				{ status: 'passed', fullName: 'opens' },
				{ status: 'failed', fullName: 'heals', failureMessages: [why] }
			]
		},
		{ name: 'broken.test.ts', status: 'failed', message: 'no such module', assertionResults: [] }
	];
	const { failures } = readVitest(vitestReport({ numFailedTests: 1, testResults: files }));
	expect(failures).toEqual([
		{ test: 'thread.test.ts › heals', why: expect.stringMatching(/^AssertionError: expected 1 to be 2\nat 0\n/) as string },
		{ test: 'broken.test.ts', why: 'no such module' }
	]);
	expect(failures?.[0]?.why.split('\n')).toHaveLength(12);

	const spec = (ok: boolean, title: string) => ({
		ok,
		title,
		file: 'story.spec.ts',
		line: 6,
		tests: [{ results: [{}, ok ? {} : { error: { message: 'Timed out' } }] }]
	});
	const stats = { expected: 1, unexpected: 1, flaky: 0, skipped: 0 };
	const suites = [{ specs: [spec(true, 'is told')], suites: [{ specs: [spec(false, 'is read')] }] }];
	expect(readPlaywright(JSON.stringify({ stats, suites, errors: [{ message: 'No browser' }] })).failures).toEqual([
		{ test: 'story.spec.ts:6 › is read', why: 'Timed out' },
		{ test: 'outside of any test', why: 'No browser' }
	]);
});

test('runners of a group run at the same time, and one that fails is told by its name', async () => {
	const said = vi.spyOn(console, 'log').mockImplementation(() => {});
	const runner = (name: string, script: string) => ({ name, command: [process.execPath, '-e', script] });
	const files = `const { existsSync, writeFileSync } = require('node:fs');`;
	const folder = await mkdtemp(join(tmpdir(), 'swing-tally-'));
	const meets = (own: string, other: string) =>
		`${files} writeFileSync(${JSON.stringify(join(folder, own))}, ''); setInterval(() => existsSync(${JSON.stringify(join(folder, other))}) && process.exit(0), 10);`;
	expect(await runAll([[runner('one', meets('1', '2')), runner('other', meets('2', '1'))]])).toBe(0);
	expect(await runAll([[runner('good', ''), runner('bad', 'process.exit(3)')]])).toBe(1);
	expect(said.mock.calls.flat().join('\n')).toContain('FAILED bad\n  see its output above\n\n1 passed, 1 failed, 0 skipped');
	said.mockRestore();
	await rm(folder, { recursive: true });
});

test('of a lane one runs after the other', async () => {
	const said = vi.spyOn(console, 'log').mockImplementation(() => {});
	const folder = await mkdtemp(join(tmpdir(), 'swing-tally-'));
	const mark = JSON.stringify(join(folder, 'first'));
	const runner = (name: string, script: string) => ({ name, command: [process.execPath, '-e', script] });
	const first = runner('first', `setTimeout(() => require('node:fs').writeFileSync(${mark}, ''), 100)`);
	const second = runner('second', `process.exit(require('node:fs').existsSync(${mark}) ? 0 : 1)`);
	expect(await runAll([[[first, second], runner('beside', '')]])).toBe(0);
	expect(said.mock.calls.flat().join('\n')).toContain('> first then second, beside');
	said.mockRestore();
	await rm(folder, { recursive: true });
});
