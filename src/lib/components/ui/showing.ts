/** Lets a list show a value that was not chosen in it, also once somebody has chosen there: then attributes say nothing any more. */
export function showing(value: () => string | null | undefined): (list: HTMLSelectElement) => void {
	return (list) => {
		const now = value();
		if (now !== null && now !== undefined) list.value = now;
	};
}
