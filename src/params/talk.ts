/** The last step of the address of a thread about a plan: of all its readers, or of those of its draft. */
export function match(step: string): step is 'talk' | 'draft' {
	return step === 'talk' || step === 'draft';
}
