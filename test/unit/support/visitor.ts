import { decodeRecord, encodeRecord } from '../../../src/choice/codec.ts';
import { observe, recordChoice } from '../../../src/choice/evolve.ts';
import type { ChoiceRecord } from '../../../src/choice/record.ts';
import type { Policy } from '../../../src/config/policy.ts';
import { decide } from '../../../src/decide/decide.ts';
import type { ChoiceInput, Decision, Signals } from '../../../src/types.ts';
import { granted, NO_SIGNAL, TODAY } from './files.ts';

/** One visitor over time: what a page does with the record, without the page. The record goes through its cookie. */
export class Visitor {
  policy: Policy;
  region: string | null;
  day = TODAY;
  signals = NO_SIGNAL;
  record: ChoiceRecord | null = null;

  constructor(policy: Policy, region: string | null) {
    this.policy = policy;
    this.region = region;
  }

  get decision(): Decision {
    const { signals, region, record, day } = this;
    return decide(this.policy, { signals, region, record, day, optedOut: false });
  }
  get granted(): string[] {
    return granted(this.decision);
  }

  /** A page view, so many days later, with these signals. */
  visit(days: number, signals: Signals = NO_SIGNAL): this {
    this.day += days;
    this.signals = signals;
    return this.keep(observe(this.record, signals, this.day, this.decision.regime === 'opt-out'));
  }

  choose(input: ChoiceInput, lift = false): this {
    const { policy, record, decision, signals, day } = this;
    this.keep(recordChoice(policy, record, decision, input, signals, day, lift));
    return this.visit(0, signals);
  }

  private keep(record: ChoiceRecord | null): this {
    this.record = record && decodeRecord(encodeRecord(record))!;
    return this;
  }
}
