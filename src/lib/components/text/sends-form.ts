/** How a place to write takes part in its form. */
interface Part {
	/** Whether what is written cannot be sent; says why. */
	refuses(): boolean;
	/** Puts what is written into what the form sends. */
	brings(data: FormData): void;
}

/** Makes what is written part of what this form sends. Returns the way to stop. */
export function sendsForm(form: HTMLFormElement | null, { refuses, brings }: Part): () => void {
	const submit = (event: SubmitEvent): void => {
		if (!refuses()) return;
		event.preventDefault();
		event.stopImmediatePropagation();
	};
	const gather = ({ formData }: FormDataEvent): void => brings(formData);
	form?.addEventListener('submit', submit, true);
	form?.addEventListener('formdata', gather);
	return () => {
		form?.removeEventListener('submit', submit, true);
		form?.removeEventListener('formdata', gather);
	};
}
