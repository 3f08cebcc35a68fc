/** The files that are kept about a member, as their addresses name them, here and in the API. */
export const MEMBER_FILES = ['photo', 'cover-photo', 'direct-debit-document'] as const;
export type MemberFile = (typeof MEMBER_FILES)[number];
/** `document`: that of a contract. */
export type MemberFileKind = MemberFile | 'document';

const PICTURES = ['image/jpeg', 'image/png'] as const;
const DOCUMENTS = [...PICTURES, 'application/pdf'] as const;

export const ACCEPTED: Readonly<Record<MemberFileKind, readonly string[]>> = {
  photo: PICTURES,
  'cover-photo': PICTURES,
  'direct-debit-document': DOCUMENTS,
  document: DOCUMENTS,
};

export const isPicture = (kind: MemberFileKind): boolean => ACCEPTED[kind] === PICTURES;
