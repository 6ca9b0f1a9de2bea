import { SessionReply, SessionRequest } from '#contract/session.ts'
import { AppError } from '../../platform/app-error.ts'
import { route } from '../../platform/http/route.ts'
import { LenientSessionRequest } from './payload.ts'
import type { SessionService } from './service.ts'

export const sessionRoutes = ({ sessions }: { readonly sessions: SessionService }) => [
  route({
    method: 'POST',
    path: '/v1/sessions',
    summary: 'Open a session for one order, from the checkout page',
    caller: 'publishable-key',
    body: LenientSessionRequest,
    documentedBody: SessionRequest,
    reply: SessionReply,
    status: 201,
    limit: 'sessions',
    handle: ({ caller, body, context }) => {
      if (caller.kind !== 'publishable-key') throw new AppError('key_scope')
      return sessions.open(caller, body, context)
    },
  }),
]
