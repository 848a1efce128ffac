/** Where what somebody typed in a row is kept until the server has it. */
export function rowDraft(me: string, row: string): string {
	return `${me}:plans/rows/${row}`;
}
