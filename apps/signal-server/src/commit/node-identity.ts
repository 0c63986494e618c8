import type { NodeId } from '@beckon/shared/model/ids'

/** This process's name among the nodes; a new one when the others have given the old one up. */
export interface NodeIdentity {
  id: NodeId
}
