/** The answer of the Bot API to a call it does not carry out. */
export class Refused extends Error {
  readonly code: number;
  readonly parameters: { retry_after?: number; migrate_to_chat_id?: number } | undefined;

  constructor(code: number, description: string, parameters?: Refused['parameters']) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}

export const badRequest = (what: string): Refused => new Refused(400, `Bad Request: ${what}`);
