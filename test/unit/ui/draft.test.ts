import { describe, expect, it } from 'vitest';
import { liftsOf } from '../../../src/ui/conflict.tsx';
import { choiceOf, draftOf, optOutOf, withCategory } from '../../../src/ui/draft.ts';
import { fakeHost, fakePolicy } from '../../ui-preview/fake.ts';

const policy = fakePolicy();
const host = (given: Parameters<typeof fakeHost>[1]) => fakeHost(globalThis as never, { policy, ...given });
const category = (id: string) => policy.categories.find((one) => one.id === id)!;

describe('the switches of the panel', () => {
  it('start from what is in force', () => {
    const { decision } = host({
      grants: { performance: true, advertising: false, 'acme-ads': true },
    }).consent;
    expect(draftOf(decision)).toMatchObject({
      required: true,
      performance: true,
      advertising: false,
      'acme-ads': true,
      linkedin: false,
    });
  });

  it('change nothing when they are saved untouched', () => {
    const { consent } = host({ grants: { performance: true, advertising: false, 'acme-ads': true } });
    const before = draftOf(consent.decision);
    consent.choose(choiceOf(policy, consent.decision, before));
    expect(draftOf(consent.decision)).toEqual(before);
  });

  it('name every category but required, and a vendor only where it differs', () => {
    const { decision } = host({ grants: { advertising: true } }).consent;
    const draft = { ...draftOf(decision), linkedin: false };
    expect(choiceOf(policy, decision, draft)).toEqual({
      performance: false,
      marketing: false,
      advertising: true,
      linkedin: false,
      social: false,
    });
  });

  it('name a vendor that differed before, so that its old grant ends with its category', () => {
    const { decision } = host({ grants: { advertising: false, linkedin: true } }).consent;
    const draft = withCategory(decision, draftOf(decision), category('advertising'), false);
    expect(choiceOf(policy, decision, draft)).toMatchObject({ advertising: false, linkedin: false });
  });

  it('move nothing that a signal holds along with a category that it does not hold', () => {
    const { decision } = host({ gpc: true, grants: { performance: true } }).consent;
    let draft = draftOf(decision);
    for (const one of policy.categories)
      if (!/advertising|social/.test(one.id)) draft = withCategory(decision, draft, one, true);
    const choice = choiceOf(policy, decision, draft);
    expect(choice).toMatchObject({ performance: true, chat: false, advertising: false, social: false });
    expect(Object.keys(choice).filter((id) => choice[id] && policy.vendors[id]?.shares)).toEqual([]);
  });

  it('move all of a category that a signal holds, so that the visitor is asked about it', () => {
    const { decision } = host({ gpc: true }).consent;
    const on = withCategory(decision, draftOf(decision), category('advertising'), true);
    expect(on).toMatchObject({ advertising: true, linkedin: true, doubleclick: true, chat: false });
    const choice = choiceOf(policy, decision, on);
    expect(liftsOf(policy, decision, choice)).toEqual(['linkedin', 'doubleclick', 'acme-ads']);
    expect(withCategory(decision, on, category('advertising'), false)).toEqual(draftOf(decision));
  });

  it('move the vendors along with their category', () => {
    const { decision } = host({}).consent;
    expect(withCategory(decision, draftOf(decision), category('advertising'), true)).toMatchObject({
      advertising: true,
      linkedin: true,
      'acme-ads': true,
    });
  });
});

describe('what goes against a signal', () => {
  const { decision } = host({ gpc: true }).consent;
  const liftsIn = (input: Record<string, boolean>) => liftsOf(policy, decision, input);

  it('is what a choice names, and every vendor that it reaches unnamed', () => {
    expect(liftsIn({ linkedin: true })).toEqual(['linkedin']);
    expect(liftsIn({ performance: true })).toEqual(['chat']);
    expect(liftsIn({ performance: true, chat: false })).toEqual([]);
    expect(liftsIn({ social: true, youtube: false })).toEqual(['video']);
  });

  it('is a category itself where it names no vendor', () => {
    const all = { linkedin: false, doubleclick: false, 'acme-ads': false };
    expect(liftsIn({ advertising: true, ...all })).toEqual(['advertising']);
  });

  it('is nothing of what is denied, and nothing without a signal', () => {
    expect(liftsIn({ advertising: false })).toEqual([]);
    const free = host({}).consent.decision;
    expect(liftsOf(policy, free, { advertising: true })).toEqual([]);
  });
});

describe('"Do not sell or share"', () => {
  it('denies every category that advertises or shares, and no other', () => {
    expect(optOutOf(policy)).toEqual({ performance: false, advertising: false, social: false });
  });
});
