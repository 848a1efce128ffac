/** Takes what is dropped on a form or pasted into it; returns what ends it. */
export function taking(form: HTMLElement, add: (files: File[]) => void): () => void {
	const over = (event: DragEvent): void => {
		if (!event.dataTransfer?.types.includes('Files')) return;
		event.preventDefault();
		form.classList.toggle('dragged', event.type === 'dragover');
	};
	const drop = (event: DragEvent): void => {
		over(event);
		if (event.dataTransfer?.files.length) add([...event.dataTransfer.files]);
	};
	// Programs put a picture of the text beside the text: whoever copied words wants words.
	const paste = (event: ClipboardEvent): void => {
		const pasted = event.clipboardData;
		if (!pasted || pasted.files.length === 0 || pasted.types.includes('text/plain')) return;
		event.preventDefault();
		event.stopPropagation();
		add([...pasted.files]);
	};
	const stop = new AbortController();
	const { signal } = stop;
	form.addEventListener('dragover', over, { signal });
	form.addEventListener('dragleave', over, { signal });
	form.addEventListener('drop', drop, { signal });
	form.addEventListener('paste', paste, { capture: true, signal });
	return () => stop.abort();
}
