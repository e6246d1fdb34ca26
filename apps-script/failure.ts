// Something the outside world did, said in French: shown in the sidebar as it is. Anything else that is thrown is a bug.

export class Failure extends Error {
  override readonly name = 'Failure';
}
