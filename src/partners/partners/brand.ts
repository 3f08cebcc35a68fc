import { Column } from 'typeorm';

export const TEXT_COLORS = ['WHITE', 'BLACK'] as const;
export type TextColor = (typeof TEXT_COLORS)[number];

/** What pages and mails must know of a logo to draw it. */
export interface Logo {
  /** Changes with the bytes. */
  readonly version: string;
  readonly mediaType: string;
  readonly size: number;
  readonly width: number;
  readonly height: number;
}

/** How a partner's pages and mails look. Part of a partner. */
export class Brand {
  /** `#rrggbb`; null: ours. */
  @Column({ name: 'brand_accent_color', type: 'text', nullable: true })
  accentColor!: string | null;

  /** Of the text on it. */
  @Column({ name: 'brand_text_color', type: 'text' })
  textColor!: TextColor;

  /** For the head of a page, where the name is long. */
  @Column({ name: 'brand_short_name', type: 'text', nullable: true })
  shortName!: string | null;

  @Column({ name: 'brand_logo', type: 'jsonb', nullable: true })
  logo!: Logo | null;
}
