/**
 * Waiting for its time; leased by a process; accepted by the mail server; given up; or left unsent because there
 * was nothing more to say to its reader.
 */
export const mailStates = ['waiting', 'sending', 'sent', 'failed', 'dropped'] as const;
export type MailState = (typeof mailStates)[number];
