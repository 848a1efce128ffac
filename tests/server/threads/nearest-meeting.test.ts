import { expect, test } from 'vitest';
import type { Meeting } from '#lib/model/meetings/meeting.ts';
import type { Precision } from '#lib/model/quantities/precision.ts';
import { nearestMeeting } from '#lib/server/meetings/nearest-meeting.ts';

const meeting = (slug: string, startsOn: string, endsOn: string, precision: Precision = 'day') =>
	({ slug, startsOn, endsOn, precision }) as Meeting;
const all = [
	meeting('coimbra', '2017-03-30', '2017-03-31'),
	meeting('bologna', '2017-07-11', '2017-07-12'),
	meeting('poznan', '2017-12-01', '2017-12-31', 'month')
];

test.each([
	['2017-01-01', 'coimbra', 'ahead'],
	['2017-03-30', 'coimbra', 'now'],
	['2017-03-31', 'coimbra', 'now'],
	['2017-04-01', 'bologna', 'ahead'],
	['2017-12-15', 'poznan', 'ahead'],
	['2018-01-01', 'poznan', 'past']
])('on %s it is %s, %s', (today, slug, nearness) => {
	expect(nearestMeeting(all, today)).toMatchObject({ meeting: { slug }, nearness });
});

test('a network without meetings has none', () => {
	expect(nearestMeeting([], '2017-01-01')).toBeNull();
});
