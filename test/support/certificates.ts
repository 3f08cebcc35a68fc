import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Signed by itself. */
export function certificateFor(name: string, days = 30) {
  const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
  const [keyFile, file] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = /^\d/.test(name) ? `IP:${name}` : `DNS:${name}`;
  execFileSync(
    'openssl',
    `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days ${days} -subj /CN=${name} -addext subjectAltName=${subject} -keyout ${keyFile} -out ${file}`.split(
      ' ',
    ),
    { stdio: 'ignore' },
  );
  return { key: readFileSync(keyFile), cert: readFileSync(file), file };
}
