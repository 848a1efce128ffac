import { expect, test, vi } from 'vitest';
import { WritingDraft } from '#lib/client/writing-draft.ts';

const keep = vi.fn(async (_place: string, _text: string) => true);
/** What keeps drafts is still on its way while one types. */
let arrive: () => void = () => {};
const arrived = new Promise<void>((resolve) => {
	arrive = resolve;
});
vi.mock('#lib/client/drafts.ts', async () => {
	await arrived;
	return { drafts: { keep } };
});

test('of what is typed before drafts can be kept the latest alone is kept, so that nothing earlier takes its place', async () => {
	let text = '';
	const told = vi.fn();
	const draft = new WritingDraft({
		key: () => 'ilze:place',
		standing: () => text,
		takeUp: async () => {},
		follow: () => false,
		told
	});
	for (text of ['F', 'Fer', 'Ferry']) {
		draft.changed();
		draft.save();
	}
	const leaving = () => window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
	expect(leaving(), 'nothing is kept yet').toBe(false);
	arrive();
	await vi.waitFor(() => expect(told).toHaveBeenCalledWith(true));
	expect(keep.mock.calls).toEqual([['ilze:place', 'Ferry']]);
	expect(leaving()).toBe(true);
});

test('once its place is gone, nothing that is told late is kept, and no page is held', async () => {
	keep.mockClear();
	arrive();
	const draft = new WritingDraft({
		key: () => 'ilze:gone',
		standing: () => 'Ferry',
		takeUp: async () => {},
		follow: () => false
	});
	const stop = draft.start(true);
	draft.changed();
	stop();
	await vi.waitFor(() => expect(keep.mock.calls).toEqual([['ilze:gone', 'Ferry']]));
	draft.changed();
	draft.save();
	expect(window.dispatchEvent(new Event('beforeunload', { cancelable: true }))).toBe(true);
	await new Promise((resolve) => {
		setTimeout(resolve, 20);
	});
	expect(keep).toHaveBeenCalledTimes(1);
});
