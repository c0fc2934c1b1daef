/** One answer to give. `id`: it was begun before, under this id. */
export interface Task {
  k: number;
  id?: string | undefined;
}

/** What the host tells a page to do next. */
export type Order =
  /** Saves answers, all at once. */
  | {do: 'save'; tasks: Task[]}
  /** Gives one through the tag, as a person does. */
  | {do: 'survey'; k: number}
  /** Says what is on the device: as the outbox counts it, and as the database has it. */
  | {do: 'look'}
  /** « Envoyer maintenant » */
  | {do: 'send'}
  /** Closes every connection to the database behind the outbox's back. */
  | {do: 'close'}
  /** Goes to another page and comes back. */
  | {do: 'away'}
  | {do: 'rest'; ms: number};

/** What a page tells, in the task in which it happens. */
export type Told =
  | {type: 'here'; persisted: boolean}
  /** Before the first step of keeping it. */
  | {type: 'about'; k: number; id: string}
  | {type: 'saved'; k: number; id: string}
  | {type: 'refused'; k: number; id: string; why: string}
  | {type: 'sent'; id: string; previousId?: string | undefined}
  /** So many answers are gone from the device. */
  | {type: 'missing'; count: number}
  /** What the tag shows of an answer. */
  | {type: 'shown'; k: number; as: 'saved' | 'sent' | 'unsaved'}
  /** `counted`: of the outbox; `kept`: numbers of the answers in the database. Undefined: it could not be known. */
  | {type: 'looked'; counted: number | undefined; kept: number[] | undefined}
  /** Nothing that should be. */
  | {type: 'error'; why: string};
