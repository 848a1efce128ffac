/** Texts that no database holds: with NUL, and with halves of characters. */
export const unholdable = ['\u0000', 'a\u0000b', '\ud800', 'half \udc00 a sign', '\ud83d\u0000\ude00'];

/** The same and other nonsense as parts of addresses, the way raw clients send it. */
export const unreadable = ['%00', 'a%00b', '%ED%A0%80', '%FF', '%C3', 'R%EEga', '%', '%4', '%zz', '%E0%A4%A', '%C0%AF', '%u0000'];
