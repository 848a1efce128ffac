import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { whileLookedAt } from '#lib/client/looked-at.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
	vi.useRealTimers();
	vi.restoreAllMocks();
});

function seen(state: DocumentVisibilityState): void {
	vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
	document.dispatchEvent(new Event('visibilitychange'));
}

test('a page that is looked at looks again before a quarter of a minute is over, and not all at the same time', () => {
	const look = vi.fn();
	const stop = whileLookedAt(look);
	vi.advanceTimersByTime(9_999);
	expect(look).not.toHaveBeenCalled();
	vi.advanceTimersByTime(4_002);
	expect(look).toHaveBeenCalledOnce();
	vi.advanceTimersByTime(140_000);
	expect(look.mock.calls.length).toBeGreaterThanOrEqual(10);
	expect(look.mock.calls.length).toBeLessThanOrEqual(15);
	stop();
	vi.advanceTimersByTime(60_000);
	expect(look.mock.calls.length).toBeLessThanOrEqual(15);
});

test('a hidden page leaves the server alone, and asks the moment it is seen, shown again or online again', () => {
	const look = vi.fn();
	const stop = whileLookedAt(look);
	seen('hidden');
	vi.advanceTimersByTime(100_000);
	expect(look).not.toHaveBeenCalled();
	seen('visible');
	expect(look).toHaveBeenCalledTimes(1);
	dispatchEvent(new Event('pageshow'));
	dispatchEvent(new Event('online'));
	expect(look).toHaveBeenCalledTimes(3);
	stop();
	seen('visible');
	expect(look).toHaveBeenCalledTimes(3);
});
