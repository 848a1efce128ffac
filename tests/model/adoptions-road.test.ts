import { expect, test } from 'vitest';
import type { Step } from '#lib/model/adoptions/adoption.ts';
import { isQuiet, nextStage, roadOf } from '#lib/model/adoptions/road.ts';
import type { Stage, StepKind } from '#lib/model/adoptions/stages.ts';

const step = (kind: StepKind, day: number, note = ''): Step => ({ kind, note, by: null, at: `2017-01-0${day}T10:00:00.000Z` });
const told = (stage: Stage, stopped: string | null, steps: Step[]) =>
	roadOf({ stage, stopped, steps }).map(({ state, note, at }) => [state, note, at?.slice(0, 10) ?? null]);

test('what lies behind is done, where one is now says since when and what was said last', () => {
	const steps = [step('interested', 1), step('understand', 2, 'Two calls'), step('adapt', 3), step('adapt', 4, 'A smaller square')];
	expect(told('adapt', null, steps)).toEqual([
		['done', '', '2017-01-01'],
		['done', 'Two calls', '2017-01-02'],
		['now', 'A smaller square', '2017-01-03'],
		['todo', '', null],
		['todo', '', null]
	]);
});

test('a stage that was jumped over is behind, and was never there; one that was left again is still to come', () => {
	const steps = [step('interested', 1), step('reuse', 2, 'At once'), step('adapt', 3)];
	expect(told('adapt', null, steps)).toEqual([
		['done', '', '2017-01-01'],
		['done', '', null],
		['now', '', '2017-01-03'],
		['todo', '', null],
		['todo', '', null]
	]);
});

test('a stop stands where it happened with its reason, and a result is done', () => {
	expect(told('understand', 'No budget', [step('understand', 1), step('stopped', 5, 'No budget')])[1]).toEqual([
		'stop',
		'No budget',
		'2017-01-05'
	]);
	expect(told('result', null, [step('result', 6, 'It runs')])[4]).toEqual(['done', 'It runs', '2017-01-06']);
});

test('the next press leads one stage on, back to where it stopped, and nowhere after the result', () => {
	expect(nextStage({ stage: 'interested', stopped: null })).toBe('understand');
	expect(nextStage({ stage: 'adapt', stopped: 'No budget' })).toBe('adapt');
	expect(nextStage({ stage: 'result', stopped: null })).toBeUndefined();
});

test('sixty days without news are quiet where something is expected', () => {
	const newsAt = '2017-01-01T10:00:00.000Z';
	const quiet = (stage: Stage, stopped: string | null, now: string) => isQuiet({ stage, stopped, newsAt }, now);
	expect(quiet('adapt', null, '2017-03-02T09:59:00.000Z')).toBe(false);
	expect(quiet('adapt', null, '2017-03-02T10:00:00.000Z')).toBe(true);
	expect(quiet('result', null, '2018-01-01T10:00:00.000Z')).toBe(false);
	expect(quiet('adapt', 'No budget', '2018-01-01T10:00:00.000Z')).toBe(false);
});
