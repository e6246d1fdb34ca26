// Whose name stands in the journal: the account's address when Google shows it, else what the person said in « Je suis… ».

const PROPERTY = 'who';

/** Empty when neither is known. */
export function whoActed(): string {
  const email = Session.getActiveUser().getEmail();
  return email !== '' ? email : (PropertiesService.getUserProperties().getProperty(PROPERTY) ?? '');
}

export function rememberWho(name: string): void {
  PropertiesService.getUserProperties().setProperty(PROPERTY, name.trim().slice(0, 200));
}
