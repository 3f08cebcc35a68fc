/** A partner's unsent events. Days are `YYYY-MM-DD` in the partner's zone. */
export interface UnsentUsage {
  readonly today: string;
  /** Of the oldest unsent event; null when everything is sent. */
  readonly oldestDay: string | null;
  readonly waitsOverAnHour: boolean;
}

/** Wellhub accepts last month's events until the 5th: from this day on unsent ones raise an alert. */
const FROM_DAY = 3;

/** From the 3rd on, and something of a month before this one is still unsent (W-66). */
export function isEndOfMonth({ today, oldestDay }: UnsentUsage): boolean {
  const monthOf = (day: string) => day.slice(0, 7);
  return (
    Number(today.slice(8)) >= FROM_DAY && oldestDay !== null && monthOf(oldestDay) < monthOf(today)
  );
}
