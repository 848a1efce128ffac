/** What a database holds. */
export const installationKinds = ['demo', 'real'] as const;
export type InstallationKind = (typeof installationKinds)[number];
