/** What a part of the torture run came to; every number but the first two must be 0. */
export interface Outcome {
  /** Answers that were given: the trials. */
  answers: number;
  /** Faults that were made to happen to them. */
  faults: number;
  /** Called saved or sent, and now neither at the collector nor on the device. */
  lost: number;
  /** Counted more than once. */
  duplicated: number;
  /** Bytes that are not those that were given, or that nobody gave. */
  altered: number;
  /** Kept, and not counted or shown, or not sent although everything works. */
  invisible: number;
  /** Called saved or sent before it was true. */
  falselySaved: number;
  /** Answers of sealed campaigns found in clear on the device, and any answer's text found in a log. */
  readable: number;
}

export interface Run {
  /** 0: every CI run. 1: a release. 2: on demand. */
  level: 0 | 1 | 2;
  /** Everything that is drawn at random comes from it. */
  seed: number;
  /** Prints a line under the part's name. */
  say(line: string): void;
}

/** One part: it sets up, torments, and judges by an oracle of its own. Throws only when it could not run at all. */
export type Part = (run: Run) => Promise<Outcome>;
