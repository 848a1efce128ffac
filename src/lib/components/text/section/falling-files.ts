/** Files that fall beside the text, such as on its tools, would take the page away: here they are taken as if they fell on it. */
export function fallingFiles(take: (event: DragEvent) => void): (around: HTMLElement) => () => void {
	return (around) => {
		const heard = (event: DragEvent): void => {
			if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return;
			event.preventDefault();
			if (event.type === 'drop') take(event);
		};
		around.addEventListener('dragover', heard);
		around.addEventListener('drop', heard);
		return () => {
			around.removeEventListener('dragover', heard);
			around.removeEventListener('drop', heard);
		};
	};
}
