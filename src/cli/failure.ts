/** What went wrong for a reason that the user can mend: told in one piece, without a stack; exit code 1. */
export class Failure extends Error {}
