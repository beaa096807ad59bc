/** A programmer's error. `code` is stable, the message is not. */
export declare class HeedError extends Error {
    readonly code: 'unknown-id' | 'bad-choice' | 'bad-nonce';
    readonly name = "HeedError";
    constructor(code: 'unknown-id' | 'bad-choice' | 'bad-nonce', message: string);
}
