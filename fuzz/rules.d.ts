export function surfaceOf(path: string): string;
export function brokenPromises(
  request: { method: string; path: string },
  answer: { status: number; headers: Record<string, string>; text: string },
): string[];
