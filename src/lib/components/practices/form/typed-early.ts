/** Takes over what was typed while the page was being taken over by its script: what came in between was heard by nobody. */
export function hearTypedEarly(form: HTMLFormElement | undefined): void {
	for (const field of form?.querySelectorAll<HTMLElement>('textarea, input:not([type])') ?? []) field.dispatchEvent(new Event('input'));
}
