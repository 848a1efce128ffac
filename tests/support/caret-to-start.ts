import { expect, type Page } from '@playwright/test';

/** So long after the focus, and a little less, ProseMirror takes a caret at the beginning for the browser's own, and puts it back. */
const mistaken = 300;

/** Moves the caret to the beginning of the text that has the focus. Nobody presses a key as soon after the focus as a test does. */
export async function caretToStart(page: Page): Promise<void> {
	const since = Date.now();
	await expect.poll(() => Date.now() - since, { intervals: [mistaken] }).toBeGreaterThanOrEqual(mistaken);
	await page.keyboard.press('ControlOrMeta+Home');
}
