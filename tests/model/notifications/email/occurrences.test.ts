import { expect, test } from 'vitest';
import { usualTimes, type Times } from '#lib/model/notifications/email/choices.ts';
import { lastDigest, quietUntil } from '#lib/model/notifications/email/occurrences.ts';

const daily = (hour: number): Times => ({ ...usualTimes, hour });
const weekly = (weekday: number, hour: number): Times => ({ ...usualTimes, rhythm: 'weekly', weekday, hour });

/** Every moment at which a digest was due, looked for each minute as the server does. */
function dueBetween(times: Times, zone: string, from: string, to: string): string[] {
	const due = new Set<string>();
	for (let at = Date.parse(from); at <= Date.parse(to); at += 60_000) {
		const last = lastDigest(times, zone, new Date(at));
		if (last && last.getTime() >= Date.parse(from)) due.add(last.toISOString().slice(0, 16));
	}
	return [...due];
}

test.for<[string, Times, string, string, string, string[]]>([
	[
		'Riga, an ordinary hour, into winter',
		daily(8),
		'Europe/Riga',
		'2026-10-24T12:00Z',
		'2026-10-26T12:00Z',
		['2026-10-25T06:00', '2026-10-26T06:00']
	],
	[
		'Riga, an ordinary hour, into summer',
		daily(8),
		'Europe/Riga',
		'2027-03-27T12:00Z',
		'2027-03-29T12:00Z',
		['2027-03-28T05:00', '2027-03-29T05:00']
	],
	[
		'Riga, the hour that comes twice',
		daily(3),
		'Europe/Riga',
		'2026-10-24T12:00Z',
		'2026-10-26T12:00Z',
		['2026-10-25T01:00', '2026-10-26T01:00']
	],
	[
		'Riga, the hour that does not come',
		daily(3),
		'Europe/Riga',
		'2027-03-27T12:00Z',
		'2027-03-29T12:00Z',
		['2027-03-28T01:00', '2027-03-29T00:00']
	],
	[
		'Lisbon, the hour that comes twice',
		daily(1),
		'Europe/Lisbon',
		'2026-10-24T12:00Z',
		'2026-10-26T12:00Z',
		['2026-10-25T01:00', '2026-10-26T01:00']
	],
	[
		'Lisbon, the hour that does not come',
		daily(1),
		'Europe/Lisbon',
		'2027-03-27T12:00Z',
		'2027-03-29T12:00Z',
		['2027-03-28T01:00', '2027-03-29T00:00']
	],
	['Lisbon, midnight', daily(0), 'Europe/Lisbon', '2027-03-27T12:00Z', '2027-03-29T12:00Z', ['2027-03-28T00:00', '2027-03-28T23:00']],
	[
		'a week, on a Sunday of the change',
		weekly(7, 3),
		'Europe/Riga',
		'2026-10-20T00:00Z',
		'2026-11-02T00:00Z',
		['2026-10-25T01:00', '2026-11-01T01:00']
	]
])('%s: once a day, whatever the clocks do', ([, times, zone, from, to, expected]) => {
	expect(dueBetween(times, zone, from, to)).toEqual(expected);
});

test('no digest is never due', () => {
	expect(lastDigest({ ...usualTimes, rhythm: 'off' }, 'Europe/Riga', new Date())).toBeNull();
});

test.for<[string, string, string, string | null]>([
	['22:00', '07:00', '2026-11-20T19:59:00Z', null],
	['22:00', '07:00', '2026-11-20T20:00:00Z', '2026-11-21T05:00:00.000Z'],
	['22:00', '07:00', '2026-11-21T04:59:00Z', '2026-11-21T05:00:00.000Z'],
	['22:00', '07:00', '2026-11-21T05:00:00Z', null],
	['12:00', '13:00', '2026-11-20T10:30:00Z', '2026-11-20T11:00:00.000Z'],
	['22:00', '07:00', '2026-10-24T22:00:00Z', '2026-10-25T05:00:00.000Z'],
	['22:00', '07:00', '2027-03-27T22:00:00Z', '2027-03-28T04:00:00.000Z'],
	['09:00', '09:00', '2026-11-20T07:00:00Z', null]
])('quiet from %s to %s in Riga, at %s', ([from, to, now, until]) => {
	expect(quietUntil({ from, to }, 'Europe/Riga', new Date(now))?.toISOString() ?? null).toBe(until);
});

test('quiet hours end, also when an hour comes twice', () => {
	for (let at = Date.parse('2026-10-24T18:00Z'); at < Date.parse('2026-10-25T12:00Z'); at += 60_000) {
		const until = quietUntil({ from: '22:00', to: '03:30' }, 'Europe/Riga', new Date(at));
		if (until) expect(until.getTime()).toBeGreaterThan(at);
	}
});
