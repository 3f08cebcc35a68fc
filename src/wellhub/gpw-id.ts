/** How Wellhub names a registered user (`wellhub.md` 2.2). */
export const GPW_ID = {
  pattern: /^gpw-[A-Za-z0-9-]{1,96}$/,
  says: "must be 'gpw-' and up to 96 letters, digits or hyphens",
} as const;
