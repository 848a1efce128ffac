/** A short text of the installation in several interface languages; English is always there. */
export type Localized = { en: string } & Partial<Record<string, string>>;

/** The text in the reader's language, else in English. */
export function spoken(text: Localized, locale: string): string {
	return text[locale] ?? text.en;
}
