import { expect, type Locator, type Page } from '@playwright/test';
import type { Locale } from '#lib/i18n/locales.ts';
import { m } from '#lib/i18n/m';
import { sign } from './taken-over.ts';

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

	/** The way to the meetings in the main menu, which says how many messages are unread in all of them. */
	get menu(): Locator {
		const said = { locale: this.locale };
		return this.page
			.getByRole('navigation', { name: m.shell_rooms({}, said) })
			.getByRole('link', { name: new RegExp(`^${m.shell_meetings({}, said)}`) });
	}

	/** So many messages are unread, by the menu. */
	async unread(count: number): Promise<void> {
		if (count === 0) await expect(this.menu).not.toHaveAccessibleName(/\d/);
		else
			await expect(this.menu).toHaveAccessibleName(
				new RegExp(`\\s${m.shell_unread({ count: String(count) }, { locale: this.locale })}`)
			);
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

	/**
	 * Goes on when the editor stands in the place of the plain field, where a program has taken the page over: what is
	 * selected in the one is not selected in the other.
	 */
	async edited(box: Locator): Promise<void> {
		const program = await this.page.locator(sign).count();
		if (program > 0) await expect(box).toHaveAttribute('contenteditable', 'true');
	}

	/** Writes without sending. */
	async write(words: string): Promise<void> {
		await this.box.click();
		await this.box.fill(words);
	}

	/** Types letter by letter in the editor, without sending. */
	async type(words: string): Promise<void> {
		await this.box.click();
		await this.edited(this.box);
		await this.page.keyboard.type(words);
	}

	/** Writes, sends and waits until it stands in the thread: what waits to be sent has no place there yet. */
	async say(words: string): Promise<void> {
		await this.write(words);
		await this.send.click();
		await expect(this.post(words)).toHaveCount(1);
		await expect(this.post(words)).toHaveId(/^p-\d+$/);
	}

	async change(words: string, to: string): Promise<void> {
		await this.act(words, m.thread_edit({}, { locale: this.locale }));
		const box = this.page.getByRole('textbox', { name: m.thread_edit_your_message({}, { locale: this.locale }) });
		await this.holds(words, box);
		await this.edited(box);
		await box.fill(to);
		await this.page.getByRole('button', { name: m.thread_save({}, { locale: this.locale }) }).click();
		await expect(this.post(to)).toHaveCount(1);
	}

	async remove(words: string): Promise<void> {
		await this.act(words, m.thread_delete({}, { locale: this.locale }));
		await this.page.getByRole('button', { name: m.thread_delete_confirm({}, { locale: this.locale }) }).click();
		await expect(this.post(words)).toHaveCount(0);
	}

	/** Where an answer is written. */
	get answerBox(): Locator {
		return this.page.getByRole('textbox', { name: m.thread_your_answer({}, { locale: this.locale }) });
	}

	/** Opens the place to answer a post. */
	async startAnswer(words: string): Promise<void> {
		await this.act(words, m.thread_reply({}, { locale: this.locale }));
		await expect(this.answerBox).toBeFocused();
	}

	/** Answers a post, sends it with the keyboard and waits until the place to answer is closed again. */
	async answer(words: string, text: string): Promise<void> {
		await this.startAnswer(words);
		await this.answerBox.fill(text);
		await this.answerBox.press('ControlOrMeta+Enter');
		await expect(this.post(text)).toHaveCount(1);
		await expect(this.answerBox).toHaveCount(0);
	}

	/** The way to everything else that can be done with a post. */
	more(words: string): Locator {
		return this.post(words).locator('.dots');
	}

	/** Opens what else can be done with a post and chooses one of it. */
	async choose(words: string, name: string): Promise<void> {
		await this.more(words).click();
		await this.page.getByRole('menuitem', { name }).or(this.page.getByRole('menuitemcheckbox', { name })).click();
	}

	/** Who reacted so to a post, and how many. */
	reaction(words: string, says: string): Locator {
		return this.post(words).getByRole('button', { name: new RegExp(`^${says}, \\d+: `) });
	}

	async hide(words: string, reason: string): Promise<void> {
		const [says, named] = [{}, { locale: this.locale }] as const;
		await this.choose(words, m.thread_hide(says, named));
		await this.page.getByRole('textbox', { name: m.moderation_reason(says, named) }).fill(reason);
		await this.page.getByRole('button', { name: m.thread_hide_confirm(says, named), exact: true }).click();
		await expect(this.page.getByRole('dialog')).toHaveCount(0);
	}

	/** How far from the top of the screen a post stands. */
	async top(post: Locator): Promise<number> {
		return post.evaluate((element) => element.getBoundingClientRect().top);
	}

	/** Presses one of the things that can be done with a post: buttons with scripts, links without. */
	private async act(words: string, name: string): Promise<void> {
		const post = this.post(words);
		await post
			.getByRole('link', { name, exact: true })
			.or(post.getByRole('button', { name, exact: true }))
			.click();
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
