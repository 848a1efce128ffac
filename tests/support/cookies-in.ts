import type { BrowserContext } from '@playwright/test';

/** What a browser sends as its cookies, for what is asked beside it. */
export async function cookiesIn(context: BrowserContext): Promise<string> {
	return (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
}
