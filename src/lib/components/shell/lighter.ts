/** Works by itself as a form; comes without a new page once what that takes is there. */
export function lighter(form: HTMLFormElement): void {
	let better: Promise<unknown> | undefined;
	const near = () => (better ??= import('$app/forms').then(({ enhance }) => enhance(form), () => {}));
	for (const event of ['pointerenter', 'focusin']) form.addEventListener(event, near);
}
