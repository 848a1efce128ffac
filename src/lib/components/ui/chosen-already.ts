/** What somebody chose in a list before the script came, which taking the page over would undo; null when it is as it was given. */
export function chosenAlready(id: string): string | null {
	if (typeof document === 'undefined') return null;
	const list = document.getElementById(id);
	if (!(list instanceof HTMLSelectElement)) return null;
	const given = list.querySelector<HTMLOptionElement>('option[selected]') ?? list.options[0];
	return list.value === given?.value ? null : list.value;
}
