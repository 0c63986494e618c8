import { SurveyRequest } from '@beckon/shared/protocol/http'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { addSurvey } from '../../../stores/surveys.ts'
import type { HttpGatewayOptions } from '../deps.ts'
import { HttpProblem, notFound } from '../http-problem.ts'
import { customerOf } from '../route-access.ts'

/** How long after the end an answer is taken. */
const TAKEN_MS = 86_400_000

/** What the customer thought of it. It routes nothing, so it passes no site runner. */
export function surveyRoute(scope: FastifyInstance, { db, clock }: HttpGatewayOptions, perMinute: object): void {
  scope.withTypeProvider<ZodTypeProvider>().post(
    '/widget/api/survey',
    {
      config: { access: 'survey:answer', ...perMinute },
      schema: {
        summary: 'What the customer thought of an interaction of theirs that has ended',
        body: SurveyRequest,
        response: { 204: z.void() },
      },
    },
    async (request, reply) => {
      const { siteId, customerId } = customerOf(request).principal
      const { interactionId, score, text } = request.body
      const now = clock.now()
      const survey = { siteId, customerId, interactionId, score, text, now }
      const outcome = await addSurvey(db, survey, now - TAKEN_MS)
      if (outcome === 'absent') throw notFound()
      if (outcome === 'late') throw new HttpProblem('expired', 'it ended too long ago')
      if (outcome === 'answered') throw new HttpProblem('conflict', 'it has another answer already')
      reply.code(204)
    },
  )
}
