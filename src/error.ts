/** A programmer's error. `code` is stable, the message is not. */
export class HeedError extends Error {
  override readonly name = 'HeedError';
  constructor(
    readonly code:
      | 'unknown-id'
      | 'bad-choice'
      | 'bad-config'
      | 'bad-nonce'
      | 'bad-site'
      | 'not-utf-8'
      | 'too-long',
    message: string,
  ) {
    super(message);
  }
}
