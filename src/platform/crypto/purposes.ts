/** A column whose values are boxes (`SecretBox`). */
export interface EncryptedColumn {
  readonly table: string;
  readonly column: string;
  /** What each box is bound to, as SQL over its row; absent: nothing. */
  readonly context?: string;
}

/** What boxes are for. Their keys are derived by its name. */
export interface EncryptionPurpose {
  readonly name: string;
  /** Where they are stored: there they can be encrypted again under another key. */
  readonly columns: readonly EncryptedColumn[];
  /** For how many days one that is kept elsewhere (in a link, in a file) may still be presented. */
  readonly outsideDays?: number;
}

/** What signatures and keyed hashes are for: what was made under one key cannot be made again under another. */
export interface SigningPurpose {
  readonly name: string;
  /** Where they are stored: `table.column`. */
  readonly columns: readonly string[];
  /** How long one may still be compared after it was made. */
  readonly validDays: number;
}
