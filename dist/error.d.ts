/** A programmer's error. `code` is stable, the message is not. */
export declare class HeedError extends Error {
    readonly code: 'unknown-id' | 'bad-choice' | 'bad-config' | 'bad-nonce' | 'bad-site' | 'not-utf-8' | 'too-long';
    readonly name = "HeedError";
    constructor(code: 'unknown-id' | 'bad-choice' | 'bad-config' | 'bad-nonce' | 'bad-site' | 'not-utf-8' | 'too-long', message: string);
}
