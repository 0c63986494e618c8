import type pg from 'pg'

/** What an agent planned for when their work is done, or an offer that was made to them, in the order of the site's commits. */
export interface DiaryLine {
  agentId: string
  /** Of the site, as this was written. */
  version: number
  /** Null: a plan was made or is over. */
  offerId: string | null
  planned: string | null
  /** With that commit: every channel of theirs is unavailable. */
  unavailable: boolean
}

const tables = `
create table diary (
  ord bigint generated always as identity, site_id uuid, agent_id uuid, version bigint, offer_id uuid, planned text,
  unavailable boolean not null default false
);
create function note_plan() returns trigger language plpgsql as $$
begin
  insert into diary (site_id, agent_id, version, planned, unavailable)
    values (new.site_id, new.id, new.version, new.next_reason,
      not exists (select from presences p where p.agent_id = new.id and p.intent <> 'unavailable'));
  return null;
end $$;
create function note_offer() returns trigger language plpgsql as $$
begin
  insert into diary (site_id, agent_id, version, offer_id) values (new.site_id, new.agent_id, new.version, new.id);
  return null;
end $$;
create constraint trigger plans after update on agents deferrable initially deferred for each row
  when (old.next_reason is distinct from new.next_reason) execute function note_plan();
create trigger offers_made after insert on offers for each row execute function note_offer();
`

/** The product keeps no past of plans: in the harness the database notes each as it is committed. */
export async function keepDiary(db: pg.Pool): Promise<void> {
  await db.query(tables)
}

export async function readDiary(db: pg.Pool, siteId: string): Promise<DiaryLine[]> {
  const { rows } = await db.query<DiaryLine>(
    `select agent_id as "agentId", version, offer_id as "offerId", planned, unavailable from diary
      where site_id = $1 order by version, ord`,
    [siteId],
  )
  return rows
}
