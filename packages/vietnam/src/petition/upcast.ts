/** How facts written by earlier releases become today's. Empty until a fact's schema first changes; old facts stay as they are. */
import type { Upcast } from '@redress/core';

export const petitionUpcasts: readonly Upcast[] = [];
