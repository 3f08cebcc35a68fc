/** An error as the clients of one surface see it. */
export interface ErrorExample {
  readonly surface: string;
  readonly status: number;
  readonly code: string;
}
