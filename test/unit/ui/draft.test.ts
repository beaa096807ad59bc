import { describe, expect, it } from 'vitest';
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

  it('never grant what a signal denies', () => {
    const { decision } = host({ gpc: true, grants: { performance: true } }).consent;
    let draft = draftOf(decision);
    for (const one of policy.categories)
      if (one.id !== 'advertising') draft = withCategory(decision, draft, one, true);
    const choice = choiceOf(policy, decision, draft);
    expect(choice).toMatchObject({ performance: true, chat: false, advertising: false, video: false });
    expect(Object.keys(choice).filter((id) => choice[id] && policy.vendors[id]?.shares)).toEqual([]);
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

describe('"Do not sell or share"', () => {
  it('denies every category that advertises or shares, and no other', () => {
    expect(optOutOf(policy)).toEqual({ performance: false, advertising: false, social: false });
  });
});
