import * as z from 'zod/mini'
import { Key } from '../protocol/contact.ts'
import { Channel, MediaKind } from './channel.ts'
import { OwnAs } from './routing-explanation.ts'

/** How well somebody has a skill, or how well it must be had. */
export const SkillLevel = z.int().check(z.minimum(1), z.maximum(5))
/** Level by skill, e.g. `{ baggage: 3 }`. */
export const Skills = z.record(Key, SkillLevel)
export type Skills = z.infer<typeof Skills>

const upTo = (most: number) => z.maxLength(most)
const Name = z.string().check(z.trim(), z.minLength(1), z.maxLength(100))
/** At most a day. */
const Wait = z.int().check(z.nonnegative(), z.maximum(86_400_000))
/** Minutes of waiting. */
const Minutes = z.int().check(z.nonnegative(), z.maximum(10_000))
const Segment = z.string().check(z.minLength(1), z.maxLength(64))

/** `09:00`; `24:00` is the end of the day. */
const TimeOfDay = z.string().check(z.regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/))

/** Open from, up to and not including; a shift over midnight is two of these. */
export const Shift = z.object({ from: TimeOfDay, to: TimeOfDay })
export type Shift = z.infer<typeof Shift>

export const OpeningHours = z.object({
  key: Key,
  /** IANA, e.g. `Europe/Oslo`. */
  zone: z.string().check(z.minLength(1), z.maxLength(64)),
  /** Monday first; an empty day is closed. */
  week: z.array(z.array(Shift).check(upTo(6))).check(z.length(7)),
  /** Days with hours of their own, by local date. */
  holidays: z
    .array(z.object({ date: z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/)), shifts: z.array(Shift).check(upTo(6)) }))
    .check(upTo(200)),
})
export type OpeningHours = z.infer<typeof OpeningHours>

/** A step takes nothing back: each only widens who may be asked. */
export const RelaxationStep = z.object({
  /** From the arrival of the contact. */
  afterMs: Wait,
  dropSkills: z.optional(z.array(Key).check(upTo(20))),
  /** Every level asked for is lower by so much; never below 1. */
  lowerLevels: z.optional(SkillLevel),
  /** Those who serve this queue may be asked, too, by its own skills. */
  alsoQueue: z.optional(Key),
  anyRegion: z.optional(z.boolean()),
  anyLanguage: z.optional(z.boolean()),
})
export type RelaxationStep = z.infer<typeof RelaxationStep>

/** `preview`: rings, may be declined. `auto`: given at once. `pick`: nobody is asked, agents choose from what waits. */
export const AnswerPolicy = z.enum(['preview', 'auto', 'pick'])
export type AnswerPolicy = z.infer<typeof AnswerPolicy>

export const Queue = z.object({
  key: Key,
  name: Name,
  channels: z.array(Channel).check(z.minLength(1), upTo(8)),
  skills: Skills,
  /** By `afterMs`. */
  steps: z.array(RelaxationStep).check(upTo(10)),
  answer: AnswerPolicy,
  /** How long an offer rings, where it is not the default. */
  offerMs: z.partialRecord(Channel, z.int().check(z.minimum(3_000), z.maximum(300_000))),
  /** Whoever comes when so many wait already waits in the other queue. */
  overflow: z.nullable(z.object({ queue: Key, atLength: z.int().check(z.positive(), z.maximum(100_000)) })),
  /** So many may wait on one channel; the next one is told that it is full. */
  limit: z.nullable(z.int().check(z.positive(), z.maximum(100_000))),
  /** Key of opening hours; null: always open. */
  hours: z.nullable(Key),
  /** Who may come; empty: everybody. */
  segments: z.array(Segment).check(upTo(50)),
  regions: z.array(Key).check(upTo(200)),
  /** The agent must speak the customer's language, must work for their region. */
  byLanguage: z.boolean(),
  byRegion: z.boolean(),
  /** A customer waits so long for an agent of their own, while that one is there; null: only one the page names is preferred. */
  ownAgentMs: z.nullable(Wait),
})
export type Queue = z.infer<typeof Queue>

/** Agents who work for a place. */
export const ResourceGroup = z.object({
  key: Key,
  name: Name,
  /** Degrees. */
  latitude: z.number().check(z.minimum(-90), z.maximum(90)),
  longitude: z.number().check(z.minimum(-180), z.maximum(180)),
})
export type ResourceGroup = z.infer<typeof ResourceGroup>

/** What a contact is worth; the first rule whose every condition holds. */
export const ValueRule = z.object({
  when: z.object({
    channel: z.optional(Channel),
    segment: z.optional(Segment),
    subject: z.optional(Key),
    /** The contract the signature vouches for: the signed context's `agreement`. */
    agreement: z.optional(z.string().check(z.maxLength(64))),
  }),
  /** In minutes of waiting: worth 10 stands where one worth nothing stands that came 10 minutes earlier. */
  value: Minutes,
})
export type ValueRule = z.infer<typeof ValueRule>

/** What is promised to contacts of a value. */
export const Agreement = z.object({
  /** For contacts worth at least this; of several the highest. */
  fromValue: Minutes,
  /** Answered within so long of the arrival. */
  withinMs: z.int().check(z.positive(), z.maximum(86_400_000)),
  /** When it is missed the contact counts as having waited so many minutes longer. */
  raise: Minutes,
})
export type Agreement = z.infer<typeof Agreement>

/** In which order the two ends of a call are called. */
export const LegOrder = z.enum(['customer-first', 'agent-first', 'both'])
export type LegOrder = z.infer<typeof LegOrder>

/** What a button's codes mean; the first rule whose every condition holds. */
export const ButtonRule = z.object({
  when: z.object({
    subject: z.optional(Key),
    whisper: z.optional(Key),
    region: z.optional(Key),
    segment: z.optional(Segment),
    channel: z.optional(Channel),
  }),
  queue: Key,
  /** On top of what the queue and the subject ask for. */
  skills: Skills,
  /** Said to the waiting customer. */
  greeting: z.nullable(z.string().check(z.maxLength(500))),
  /** Recordings to play before the call, by key. */
  announcements: z.array(Key).check(upTo(10)),
  legs: LegOrder,
})
export type ButtonRule = z.infer<typeof ButtonRule>

const IdleWait = z.int().check(z.minimum(10_000), z.maximum(86_400_000))

/** Everything an administrator decides about who is served when and by whom. The first queue is the default one. */
export const RoutingSettings = z.object({
  queues: z.array(Queue).check(z.minLength(1), upTo(200)),
  hours: z.array(OpeningHours).check(upTo(50)),
  groups: z.array(ResourceGroup).check(upTo(200)),
  values: z.array(ValueRule).check(upTo(200)),
  agreements: z.array(Agreement).check(upTo(20)),
  buttons: z.array(ButtonRule).check(upTo(500)),
  /** Who works on a channel may be asked on these, too; a channel that is not named: on all. */
  interruptibleBy: z.partialRecord(Channel, z.array(MediaKind)),
  /**
   * A contact of a customer whom somebody serves already on another channel: `join`, the same agent has it at once where
   * they can; `parallel` (also when absent), it is routed like any other, and both see the other's.
   */
  secondContact: z.optional(z.enum(['join', 'parallel'])),
  /** Of which agents of their own customers read, before a contact, whether they are available. Absent: of none. */
  tellsAgent: z.optional(z.array(OwnAs).check(upTo(3))),
  /** What becomes of a chat whose customer is silent; null: nothing. Absent: the defaults (10, 20 and 30 minutes). */
  idle: z.optional(
    z.nullable(
      z.object({
        /** Then it takes no slot any more. */
        freeMs: IdleWait,
        /** Then both are told that it will end. */
        warnMs: IdleWait,
        closeMs: IdleWait,
      }),
    ),
  ),
  /**
   * What agents are available on when they begin to work: `all` their channels, the `default` one (chat), or `none`.
   * Absent: what they chose the last time.
   */
  signIn: z.optional(z.enum(['all', 'default', 'none'])),
})
export type RoutingSettings = z.infer<typeof RoutingSettings>
