/** How much an entry may hold: characters, or how many. */
export const limits = {
	title: 120,
	pitch: 200,
	line: 200,
	unit: 40,
	text: 8000,
	module: 1000,
	tag: 40,
	tags: 20,
	themes: 20,
	figures: 20,
	modules: 20,
	links: 20,
	videos: 5,
	href: 2000,
	files: 20,
	/** Of what a lead says about a field, and of how many. */
	reason: 2000,
	reasons: 40
} as const;
