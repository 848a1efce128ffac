/** Where the box of this text grows while one writes in it, or asks for a link, its acts stay in sight. Returns the way to stop. */
export function showActs(text: HTMLElement): () => void {
	const box = text.parentElement;
	const acts = box?.querySelector(':scope > .acts');
	if (!box || !acts) return () => {};
	let height = 0;
	const growth = new ResizeObserver(() => {
		const before = height;
		height = box.offsetHeight;
		if (height <= before || !box.contains(document.activeElement)) return;
		const end = innerHeight - parseFloat(getComputedStyle(document.documentElement).scrollPaddingBottom);
		if (acts.getBoundingClientRect().bottom > end) acts.scrollIntoView({ block: 'nearest' });
	});
	growth.observe(box);
	return () => growth.disconnect();
}
