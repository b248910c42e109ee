/**
 * Thrown by a host's `actorOf`, or by its `mayRead`, where it cannot tell now: the sign-in service or the directory that it asks does
 * not answer. The client is told 503 `SIGN_IN_UNAVAILABLE` with `Retry-After`, where any other error is 500 `FAULT`. `onFault` gets it
 * as it was thrown, with the `cause` that it was given.
 */
export class SignInUnavailable extends Error {
  override readonly name = 'SignInUnavailable';
}
