import * as z from 'zod/mini'

/** Every id on the wire is a UUID; the brand keeps one kind from standing in for another. */
const branded = <B extends string>() => z.uuid().brand<B>()

export const SiteId = branded<'SiteId'>()
export type SiteId = z.infer<typeof SiteId>
export const CustomerId = branded<'CustomerId'>()
export type CustomerId = z.infer<typeof CustomerId>
export const AgentId = branded<'AgentId'>()
export type AgentId = z.infer<typeof AgentId>
export const DialogueId = branded<'DialogueId'>()
export type DialogueId = z.infer<typeof DialogueId>
export const DataSessionId = branded<'DataSessionId'>()
export type DataSessionId = z.infer<typeof DataSessionId>
export const InteractionId = branded<'InteractionId'>()
export type InteractionId = z.infer<typeof InteractionId>
export const OfferId = branded<'OfferId'>()
export type OfferId = z.infer<typeof OfferId>
export const StreamId = branded<'StreamId'>()
export type StreamId = z.infer<typeof StreamId>
export const CallId = branded<'CallId'>()
export type CallId = z.infer<typeof CallId>
export const ApiKeyId = branded<'ApiKeyId'>()
export type ApiKeyId = z.infer<typeof ApiKeyId>
/** One open page of one person: made by the page, new on every load. */
export const TabId = branded<'TabId'>()
export type TabId = z.infer<typeof TabId>
/** One browser profile of an agent: made by the console, kept in its storage. */
export const DeviceId = branded<'DeviceId'>()
export type DeviceId = z.infer<typeof DeviceId>
export const MediaChannelId = branded<'MediaChannelId'>()
export type MediaChannelId = z.infer<typeof MediaChannelId>
/** Made by the client; the same id sent again gets the first reply again. An entry's id is its command's id. */
export const CommandId = branded<'CommandId'>()
export type CommandId = z.infer<typeof CommandId>
export const NodeId = branded<'NodeId'>()
export type NodeId = z.infer<typeof NodeId>
