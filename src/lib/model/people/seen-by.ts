/** Who may see a person's address or number: nobody else, who works in one of their networks, or everybody of one. */
export const seenByChoices = ['nobody', 'partners', 'network'] as const;
export type SeenBy = (typeof seenByChoices)[number];
