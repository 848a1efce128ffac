/** What the nouns put on a desk besides what waits there, by noun; each declares its own. */
export interface DeskPanels {}
export type PanelName = keyof DeskPanels;
