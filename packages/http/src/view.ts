/** A read model that a host puts beside the cases: a work-list, a board, a register. */
import type { Actor } from '@redress/core';
import type { z } from 'zod';

export interface ViewParts<Query, Answer> {
  /** One sentence for the OpenAPI document. */
  readonly describes: string;
  /** What may stand in the query; nothing may where it is absent. Values arrive as text, or as a list where a name is there twice. */
  readonly query?: z.ZodType<Query>;
  /** What it answers. Whatever it gives is held against this before it is sent. */
  readonly answer: z.ZodType<Answer>;
  /** Who may see what is for the view to decide: it is given the actor. */
  readonly read: (query: Query, actor: Actor) => Answer | Promise<Answer>;
}

export interface View {
  readonly describes: string;
  readonly query: z.ZodType | undefined;
  readonly answer: z.ZodType;
  /** The query has been read by the view's own schema. */
  read(query: unknown, actor: Actor): Promise<unknown>;
}

/** A view whose parts fit each other. */
export const view = <Query, Answer>({ describes, query, answer, read }: ViewParts<Query, Answer>): View => ({
  describes,
  query,
  answer,
  // The handler has put the query through this view's schema, whose output this is.
  read: async (asked, actor) => read(asked as Query, actor),
});
