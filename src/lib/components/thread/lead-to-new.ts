/** Leads to what is new, unless somebody began to read on or to write before the script came. */
export function leadToNew(): void {
	if (location.hash || scrollY > 0 || document.activeElement?.closest('[aria-labelledby="discussion"]')) return;
	document.getElementById('new')?.scrollIntoView();
}
