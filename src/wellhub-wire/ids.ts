/** How Wellhub numbers people, gyms, classes and slots: digits, as text because of leading zeros. */
export const WELLHUB_ID = /^\d{1,20}$/;

/** What an event may name a registered user by: looser than what we register, for Wellhub gave it. */
export const OPAQUE_ID = /^[!-~]{1,100}$/;

/** How Wellhub names a registered user (`wellhub.md` 2.2). */
export const GPW_ID = {
  pattern: /^gpw-[A-Za-z0-9-]{1,96}$/,
  message: "must be 'gpw-' and up to 96 letters, digits or hyphens",
} as const;
