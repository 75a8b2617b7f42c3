import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  createStops as createStopsOn,
  type Interrupts,
  listenForSignals,
  type Stops,
} from '../src/signals.ts';
import { stopKind } from '../src/stop.ts';

const MINUTE = 60_000;

let interrupts: Interrupts;
beforeEach(() => {
  vi.useFakeTimers();
  interrupts = listenForSignals();
});
afterEach(() => {
  interrupts[Symbol.dispose]();
  vi.useRealTimers();
});

const createStops = (budgetMs: number, onShutdown: (what: string) => void): Stops =>
  createStopsOn(budgetMs, interrupts, onShutdown);

const kinds = ({ sessions, everything }: Stops) => [stopKind(sessions), stopKind(everything)];

test.each([
  ['three minutes before the end', 340, 337],
  ['at 90 % of a short budget', 10, 9],
])('the time budget ends sessions %s, and everything at its end', (_when, budget, soft) => {
  using stops = createStops(budget * MINUTE, () => {});
  vi.advanceTimersByTime(soft * MINUTE - 1);
  expect(kinds(stops)).toEqual([undefined, undefined]);
  vi.advanceTimersByTime(1);
  expect(kinds(stops)).toEqual(['time-budget', undefined]);
  vi.advanceTimersByTime((budget - soft) * MINUTE);
  expect(kinds(stops)).toEqual(['time-budget', 'time-budget']);
});

test('what is left of the time budget is told at any time', () => {
  using stops = createStops(10 * MINUTE, () => {});
  vi.advanceTimersByTime(4 * MINUTE);
  expect(stops.timeLeftMs()).toBe(6 * MINUTE);
});

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s ends everything, after the short clock has been set',
  (signal) => {
    const told: unknown[] = [];
    using stops: Stops = createStops(MINUTE, (name) => told.push(name, stops.sessions.aborted));
    vi.advanceTimersByTime(1000);
    process.emit(signal, signal);
    expect({ told, kinds: kinds(stops), at: stops.shutdownAt }).toEqual({
      told: [`the runner sent ${signal}`, false],
      kinds: ['shutdown', 'shutdown'],
      at: performance.now(),
    });
  },
);

test('the second signal of the runner changes nothing', () => {
  const told: string[] = [];
  using stops = createStops(MINUTE, (name) => told.push(name));
  process.emit('SIGINT', 'SIGINT');
  const first = stops.shutdownAt;
  vi.advanceTimersByTime(7500);
  process.emit('SIGTERM', 'SIGTERM');
  expect({ told, at: stops.shutdownAt }).toEqual({ told: ['the runner sent SIGINT'], at: first });
});

test('a shutdown while the time budget ends what runs ends the rest, and the first reason stands for sessions', () => {
  using stops = createStops(10 * MINUTE, () => {});
  vi.advanceTimersByTime(9 * MINUTE);
  process.emit('SIGINT', 'SIGINT');
  expect(kinds(stops)).toEqual(['time-budget', 'shutdown']);
});

test('a signal that came before there was anything to stop stops it at once', () => {
  process.emit('SIGTERM', 'SIGTERM');
  using stops = createStops(MINUTE, () => {});
  expect(kinds(stops)).toEqual(['shutdown', 'shutdown']);
});

test('nothing is listened to and no timer is left afterwards', () => {
  const before = process.listenerCount('SIGINT') + process.listenerCount('SIGTERM');
  {
    using own = listenForSignals();
    using _stops = createStopsOn(MINUTE, own, () => {});
  }
  expect(process.listenerCount('SIGINT') + process.listenerCount('SIGTERM')).toBe(before);
  expect(vi.getTimerCount()).toBe(0);
});
