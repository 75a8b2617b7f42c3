/** Why running things are told to end, as the reason of an AbortSignal. The first one given stands. */
export type StopKind = 'shutdown' | 'time-budget';

/** The reason with which the run's signals are aborted. */
export class StopRequest extends Error {
  override readonly name = 'StopRequest';
  readonly kind: StopKind;

  constructor(kind: StopKind, message: string) {
    super(message);
    this.kind = kind;
  }
}

/** The kind of stop that aborted this signal; undefined when it is not aborted or was aborted for another reason. */
export function stopKind(signal: AbortSignal): StopKind | undefined {
  return signal.reason instanceof StopRequest ? signal.reason.kind : undefined;
}
