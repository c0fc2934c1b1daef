import type {ReactiveControllerHost} from 'lit';

/** A part of the element that is fetched when it is first wanted. */
export class LaterPart<Part> {
  /** There once it has come. */
  part: Part | undefined;
  hasFailed = false;
  readonly #host: ReactiveControllerHost;
  readonly #load: () => Promise<Part>;
  #coming: Promise<void> | undefined;

  constructor(host: ReactiveControllerHost, load: () => Promise<Part>) {
    this.#host = host;
    this.#load = load;
  }

  /** Fetches it, once; again after a failure. */
  want(): Promise<void> {
    return (this.#coming ??= this.#load()
      .then(
        (part) => {
          this.part = part;
          this.hasFailed = false;
        },
        () => {
          this.hasFailed = true;
          this.#coming = undefined;
        },
      )
      .then(() => this.#host.requestUpdate()));
  }

  /** Once what is on its way has come, or not. */
  get settled(): Promise<void> | undefined {
    return this.#coming;
  }
}
