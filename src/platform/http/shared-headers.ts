/**
 * Of every answer: it is for who asked and for no cache, and it is what it says it is. What may be kept, because it
 * tells of nobody, says so itself. Browsers look at HSTS over https only; subdomains are not ours to decide about.
 */
export const sharedHeaders = (publicUrl: string): Record<string, string> => ({
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  ...(publicUrl.startsWith('https:') && { 'Strict-Transport-Security': 'max-age=31536000' }),
});
