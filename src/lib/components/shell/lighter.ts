/** Works by itself as a form; with scripts it comes without a new page, by what is fetched when one comes near it. */
export function lighter(form: HTMLFormElement): void {
	let better: Promise<void> | undefined;
	const near = () =>
		(better ??= import('$app/forms')
			.then(
				({ enhance }) => void enhance(form),
				() => {}
			)
			.finally(() => form.removeEventListener('submit', wait)));
	const wait = (event: SubmitEvent) => {
		event.preventDefault();
		event.stopImmediatePropagation();
		void near().then(() => form.requestSubmit(event.submitter));
	};
	form.addEventListener('submit', wait);
	for (const event of ['pointerenter', 'focusin']) form.addEventListener(event, near);
}
