/**
 * Headers of every answer: it is not cached, and its content type is not guessed. Answers without personal data that
 * may be cached set their own header. Browsers obey HSTS over https only; subdomains are not ours to decide about.
 */
export const sharedHeaders = (publicUrl: string): Record<string, string> => ({
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  ...(publicUrl.startsWith('https:') && { 'Strict-Transport-Security': 'max-age=31536000' }),
});
