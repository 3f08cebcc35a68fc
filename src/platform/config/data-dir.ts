import { codeOf, StartProblem } from './start-problem.js';

/** Error codes of a folder that cannot be made, entered or written, or of a file system that is full. */
const UNUSABLE = [
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOTDIR',
  'EEXIST',
  'ENOENT',
  'ENOSPC',
  'EDQUOT',
  'ELOOP',
];

/** Runs work that needs the folder of DATA_DIR. @throws StartProblem when the folder cannot be used */
export async function usingDataDir<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StartProblem || !UNUSABLE.includes(codeOf(error))) throw error;
    throw new StartProblem(
      `DATA_DIR ${dataDir} cannot be used (${(error as Error).message}): ` +
        'make it a folder that this user may write, or set DATA_DIR to another one.',
    );
  }
}
