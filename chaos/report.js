/** What one fault tells beside the books: what it found itself, and what it measured. */
export class Report {
  #found = new Map();
  #measured = new Map();
  #said = [];

  /** The same finding again is counted. */
  found(line) {
    this.#found.set(line, (this.#found.get(line) ?? 0) + 1);
  }

  get findings() {
    return [...this.#found].map(([line, times]) => (times > 1 ? `${line} (${times} ×)` : line));
  }

  print(line) {
    this.#said.push(line);
  }

  /** Of several measurements the longest is shown. */
  longest(what, ms) {
    this.#measured.set(what, Math.max(this.#measured.get(what) ?? 0, ms));
  }

  get summary() {
    return [...this.#said, ...[...this.#measured].map(([what, ms]) => `${what} in ${ms} ms`)];
  }
}
