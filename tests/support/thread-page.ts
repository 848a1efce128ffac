import { expect, type Locator, type Page } from '@playwright/test';
import type { Locale } from '#lib/i18n/locales.ts';
import { m } from '#lib/i18n/m';

/** A meeting's page as a person uses it, in the language that they read. */
export class ThreadPage {
	readonly page: Page;
	readonly locale: Locale;

	constructor(page: Page, locale: Locale = 'en') {
		this.page = page;
		this.locale = locale;
	}

	async open(slug = 'coimbra-2017'): Promise<this> {
		await this.page.goto(`/meetings/${slug}`);
		return this;
	}

	/** The post that holds these words. */
	post(words: string): Locator {
		return this.page.getByRole('article').filter({ hasText: words });
	}

	get box(): Locator {
		return this.page.getByRole('textbox', { name: m.thread_your_message({}, { locale: this.locale }) });
	}

	get send(): Locator {
		return this.page.getByRole('button', { name: m.thread_send({}, { locale: this.locale }) });
	}

	/** What stands in the place to write, be it the plain one or the editor. */
	async holds(words: string, box = this.box): Promise<void> {
		await expect.poll(() => box.evaluate((field) => ('value' in field ? String(field.value) : field.textContent))).toContain(words);
	}

	/** Writes without sending. */
	async write(words: string): Promise<void> {
		await this.box.click();
		await this.box.fill(words);
	}

	async say(words: string): Promise<void> {
		await this.write(words);
		await this.send.click();
		await expect(this.post(words)).toHaveCount(1);
	}

	async change(words: string, to: string): Promise<void> {
		await this.act(words, m.thread_edit({}, { locale: this.locale }));
		const box = this.page.getByRole('textbox', { name: m.thread_edit_your_message({}, { locale: this.locale }) });
		await this.holds(words, box);
		await box.fill(to);
		await this.page.getByRole('button', { name: m.thread_save({}, { locale: this.locale }) }).click();
		await expect(this.post(to)).toHaveCount(1);
	}

	async remove(words: string): Promise<void> {
		await this.act(words, m.thread_delete({}, { locale: this.locale }));
		await this.page.getByRole('button', { name: m.thread_delete_confirm({}, { locale: this.locale }) }).click();
		await expect(this.post(words)).toHaveCount(0);
	}

	/** Presses one of the things that can be done with a post: buttons with scripts, links without. */
	private async act(words: string, name: string): Promise<void> {
		const post = this.post(words);
		await post.getByRole('link', { name }).or(post.getByRole('button', { name })).click();
	}

	/** The id that the server has put into the form. */
	formId(): Promise<string> {
		return this.page.locator('form input[name="commandId"]').first().inputValue();
	}

	/** Goes back to the page with this form. People's browsers keep such a page as it was; one under test loads it anew. */
	async backTo(formId: string): Promise<void> {
		await this.page.goBack();
		await this.page
			.locator('form input[name="commandId"]')
			.first()
			.evaluate((field: HTMLInputElement, id) => (field.value = id), formId);
	}
}
