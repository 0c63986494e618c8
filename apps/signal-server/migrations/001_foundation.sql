-- Up Migration
-- Instants are epoch milliseconds (bigint) on the wire, in the domain and here: one unit, no zones, no rounding.
-- A table with a `version` column holds site rows: written only by commit_site, stamped with the site's version.

-- Sites and what administrators set ---------------------------------------------------------------------------

create table sites (
  id uuid primary key,
  key text not null unique,
  name text not null,
  -- raised by one with every site commit; the arbiter between nodes
  version bigint not null default 0,
  -- the earliest deadline among the site's rows; swept by any node
  next_due_at bigint,
  -- HS256 secret the host site signs identities with
  identity_secret text not null,
  accent text,
  -- which kinds of files people may attach; none: no files
  file_kinds text[] not null default '{image,pdf,text,office,audio,video}',
  file_max_bytes bigint not null default 10000000 check (file_max_bytes between 1 and 100000000),
  -- the rest of the widget's look, as `Theme` of the protocol
  theme jsonb not null default '{}',
  created_at bigint not null,
  -- when administrators last set something of it; only grows
  configured_at bigint not null default 0
);
create index sites_due on sites (next_due_at) where next_due_at is not null;

-- how a site routes (packages/shared/src/model/routing-settings.ts), one row a site under the site's id; none: the
-- defaults. A site row, so that every node's memory has it
create table settings (
  id uuid primary key references sites,
  site_id uuid not null references sites,
  version bigint not null,
  routing jsonb not null
);

-- how long the contacts of a queue took lately
create table paces (
  id uuid primary key,
  site_id uuid not null references sites,
  version bigint not null,
  queue text not null,
  channel text not null,
  samples int not null,
  handling_ms double precision not null,
  unique (site_id, queue, channel)
);

create table site_origins (
  site_id uuid not null references sites,
  origin text not null,
  primary key (site_id, origin)
);

create table subjects (
  site_id uuid not null references sites,
  key text not null,
  name text not null,
  -- the skill an agent needs; null: anybody
  skill text,
  is_default boolean not null default false,
  -- no longer offered; kept for the names of the past and for what is open
  archived_at bigint,
  primary key (site_id, key)
);

create table site_choices (
  site_id uuid not null references sites,
  kind text not null check (kind in ('disposition', 'decline-reason', 'presence-reason')),
  key text not null,
  name text not null,
  position int not null,
  archived_at bigint,
  primary key (site_id, kind, key)
);

create table canned_replies (
  site_id uuid not null references sites,
  key text not null,
  text text not null,
  primary key (site_id, key)
);

create table pages (
  site_id uuid not null references sites,
  url text not null,
  title text not null,
  position int not null,
  primary key (site_id, url)
);

-- what a customer reads around a contact; `subject` empty: for those without a page of their own
create table contact_pages (
  site_id uuid not null references sites,
  kind text not null check (kind in ('welcome', 'connecting', 'closing', 'survey')),
  subject text not null default '',
  title text not null default '',
  text text not null default '',
  promotion text not null default '',
  -- [{title, url}], shown only when `url` is of the site's allow-list
  links jsonb not null default '[]',
  primary key (site_id, kind, subject)
);

-- People ---------------------------------------------------------------------------------------------------------

create table customers (
  id uuid primary key,
  site_id uuid not null references sites,
  version bigint not null,
  -- the site's own id for the customer, known only from a signed identity
  external_id text,
  name text not null default '',
  segment text,
  -- context vouched for by the signature, as {key: value}
  signed_context jsonb not null default '{}',
  dialogue_id uuid,
  last_agent_id uuid,
  -- an anonymous visitor who proved to be this customer
  merged_into uuid references customers,
  created_at bigint not null,
  unique (site_id, external_id)
);
create index customers_version on customers (site_id, version);
create index customers_merged on customers (merged_into) where merged_into is not null;

create table visitor_tokens (
  -- SHA-256 of the token; the token itself is never stored
  hash bytea primary key,
  site_id uuid not null references sites,
  customer_id uuid not null references customers,
  created_at bigint not null,
  expires_at bigint not null,
  revoked_at bigint
);
create index visitor_tokens_customer on visitor_tokens (customer_id);

-- a person (user) working for a site
create table agents (
  id uuid primary key,
  site_id uuid not null references sites,
  version bigint not null,
  user_id text not null,
  name text not null,
  roles text[] not null,
  -- level 1 to 5 by skill
  skills jsonb not null,
  -- what they serve, speak, work for; empty: all
  queues text[] not null default '{}',
  languages text[] not null default '{}',
  regions text[] not null default '{}',
  -- slots per channel, as {channel: number}
  capacity jsonb not null,
  -- by which pages may ask for them; null: nobody outside knows them
  handle text,
  -- when the last live tab was lost; null while there is one or the absence has been settled
  lost_at bigint,
  -- since when do-not-disturb is on; it covers what is chosen on each channel and changes nothing there
  dnd_since bigint,
  -- the reason for being unavailable once the work in hand is done; null: nothing is planned
  next_reason text,
  disabled_at bigint,
  unique (site_id, user_id)
);
create index agents_version on agents (site_id, version);
create index agents_user on agents (user_id);
create unique index agents_handle on agents (site_id, handle) where disabled_at is null;

-- one media channel of one agent, of voice one for each device of theirs: what they chose on it
create table presences (
  id uuid primary key,
  site_id uuid not null references sites,
  version bigint not null,
  agent_id uuid not null references agents,
  channel text not null,
  -- null: bound to no device, or of voice to pages that do not say which they are on
  device_id uuid,
  nickname text,
  intent text not null check (intent in ('available', 'unavailable', 'not-responding')),
  reason text,
  since bigint not null,
  -- the interaction whose offer they missed, while they are not responding; it may be long gone
  missed_id uuid,
  last_assigned_at bigint not null default 0,
  -- since when no page of its device is connected; null: one is, or none ever was
  left_at bigint,
  removed_at bigint,
  check (device_id is null or channel = 'voice')
);
create unique index presences_one on presences (agent_id, channel, device_id) nulls not distinct
  where removed_at is null;
create index presences_removed on presences (removed_at) where removed_at is not null;
create index presences_version on presences (site_id, version);

-- what became of somebody's presence, and when; nothing is ever taken back out of it
create table presence_changes (
  id uuid primary key,
  site_id uuid not null references sites,
  -- the order of a site's changes
  ord bigint generated always as identity,
  at bigint not null,
  agent_id uuid not null references agents,
  -- null: the whole agent, online or not, in do-not-disturb or not
  channel text,
  -- of the device whose voice it is, as it was called then
  nickname text,
  was text not null,
  became text not null,
  reason text
);
create index presence_changes_agent on presence_changes (agent_id, ord);

create table nodes (
  id uuid primary key,
  renewed_at bigint not null,
  -- set by whoever noticed its silence; a node that finds it set takes a new id
  lost_at bigint
);

-- which node holds which page of which person
create table tabs (
  id uuid primary key,
  site_id uuid not null references sites,
  version bigint not null,
  node_id uuid not null,
  agent_id uuid references agents,
  customer_id uuid references customers,
  opened_at bigint not null,
  closed_at bigint,
  -- its device can take a call; a page that says nothing of it is taken at its word
  sound_ready boolean not null default true,
  -- its screen shows offers; one that is still opening does not yet
  screen_up boolean not null default true,
  -- what a page of staff is on
  device text,
  -- the browser profile of theirs that it is in; null: it did not say
  device_id uuid,
  check (num_nonnulls(agent_id, customer_id) = 1)
);
create index tabs_version on tabs (site_id, version);
create index tabs_node on tabs (node_id) where closed_at is null;
create index tabs_open on tabs (site_id) where closed_at is null;
create index tabs_closed on tabs (closed_at) where closed_at is not null;

-- Programs, and what they and administrators did ---------------------------------------------------------------

-- lets a program in under some roles of one site
create table api_keys (
  id uuid primary key,
  site_id uuid not null references sites,
  name text not null,
  -- the key's first characters: it is found by them and told apart by people
  prefix text not null unique,
  -- SHA-256 of the whole key; the key itself is never stored
  hash bytea not null,
  roles text[] not null,
  created_at bigint not null,
  -- raised at most once a minute
  last_used_at bigint,
  revoked_at bigint
);
create index api_keys_site on api_keys (site_id);

-- the first answer to each request that came with a key of its own, so that one sent again gets it again
create table idempotency_keys (
  actor_id uuid not null,
  key text not null,
  -- of method, path and body
  hash text not null,
  -- without what is told only once
  reply jsonb not null,
  at bigint not null,
  primary key (actor_id, key)
);
create index idempotency_keys_at on idempotency_keys (at);

-- who changed what of a site, and when; nothing is ever taken back out of it
create table audit (
  id uuid primary key,
  site_id uuid not null references sites,
  -- the order of a site's changes: they are made one after another
  ord bigint generated always as identity,
  at bigint not null,
  actor_kind text not null check (actor_kind in ('staff', 'api-key', 'operator')),
  -- null: whoever has the server itself in hand
  actor_id uuid,
  actor_name text not null,
  action text not null,
  -- what was changed, as the API names it
  target text not null,
  -- null: it was not there
  before jsonb,
  after jsonb
);
create index audit_site on audit (site_id, ord desc);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the table % only grows', tg_table_name;
end $$;
create trigger audit_only_grows before update or delete on audit for each row execute function refuse_change();
create trigger presence_changes_only_grow before update or delete on presence_changes
  for each row execute function refuse_change();

-- What people do with each other -----------------------------------------------------------------------------

create table dialogues (
  id uuid primary key,
  site_id uuid not null references sites,
  version bigint not null,
  customer_id uuid not null references customers,
  started_at bigint not null
);

create table data_sessions (
  id uuid primary key,
  site_id uuid not null references sites,
  version bigint not null,
  customer_id uuid not null references customers,
  items jsonb not null,
  trail jsonb not null,
  locale text,
  device text,
  expires_at bigint not null
);
create index data_sessions_version on data_sessions (site_id, version);

create table interactions (
  id uuid primary key,
  site_id uuid not null references sites,
  version bigint not null,
  -- null of a task, at which nobody waits
  dialogue_id uuid references dialogues,
  customer_id uuid references customers,
  data_session_id uuid references data_sessions,
  parent_id uuid references interactions,
  reference text not null,
  channel text not null,
  subject text not null,
  status text not null check (status in ('queued', 'offered', 'assigned', 'wrap-up', 'parked', 'closed')),
  cause text,
  queue text not null default 'service',
  -- what was decided when it came: skills, language, region, greeting, announcements, legs
  plan jsonb not null default '{"skills": {}, "language": null, "region": null, "greeting": null, "announcements": [], "legs": "both"}',
  -- in minutes of waiting
  value int not null default 0,
  enqueued_at bigint not null,
  -- the arrival it ranks as
  rank_at bigint not null default 0,
  agreement_at bigint,
  agreement_missed_at bigint,
  relaxed int not null default 0,
  offer_id uuid,
  owner_id uuid references agents,
  -- raised at every change of owner
  fence int not null,
  preferred_agent_id uuid references agents,
  -- same-agent, owner, named or last-agent
  preferred_as text,
  preferred_until bigint,
  -- who let it pass by and from when on they may be asked again, as {agentId: instant}
  passed_by jsonb not null default '{}',
  customer_lost_at bigint,
  answered_at bigint,
  -- of a chat being served: since when its customer is silent, as far as is known, and what followed from it
  silent_since bigint,
  silence text not null default 'short' check (silence in ('short', 'freed', 'warned')),
  ended_at bigint,
  wrap_up_until bigint,
  closed_at bigint,
  disposition text,
  conversation_id uuid not null,
  desk_id uuid not null,
  -- what is to be done: {text, dueAt, by, customer}; null: a contact of a customer
  task jsonb,
  -- when a task that was put off comes back
  parked_until bigint,
  check ((task is null) = (channel <> 'task')),
  check (num_nonnulls(dialogue_id, customer_id, data_session_id) = case when task is null then 3 else 0 end),
  check ((status = 'parked') = (parked_until is not null)),
  check (num_nonnulls(offer_id, owner_id) <= 1),
  check ((status = 'offered') = (offer_id is not null)),
  check (status not in ('assigned', 'wrap-up') or owner_id is not null),
  check ((status = 'closed') = (closed_at is not null))
);
create index interactions_version on interactions (site_id, version);
create index interactions_open on interactions (site_id) where status <> 'closed';
create unique index interactions_one_open on interactions (customer_id, channel)
  where status in ('queued', 'offered', 'assigned', 'parked');
create index interactions_history on interactions (customer_id, enqueued_at desc);
create index interactions_site on interactions (site_id, enqueued_at desc, id desc);
create index interactions_owner on interactions (owner_id, enqueued_at desc) where owner_id is not null;

-- what its customer thought of it, once
create table surveys (
  interaction_id uuid primary key references interactions,
  site_id uuid not null references sites,
  score int not null check (score between 1 and 5),
  text text not null,
  at bigint not null
);
create index surveys_site on surveys (site_id, at);

create table offers (
  id uuid primary key,
  site_id uuid not null references sites,
  version bigint not null,
  interaction_id uuid not null references interactions,
  agent_id uuid not null references agents,
  channel text not null,
  status text not null check (status in ('pending', 'accepted', 'declined', 'timed-out', 'rescinded', 'cancelled')),
  made_at bigint not null,
  expires_at bigint not null,
  shown_at bigint,
  why text[] not null,
  -- who was chosen, the nearest others and what they lacked, the rest by reason
  explained jsonb,
  reason text,
  ended_at bigint
);
create index offers_version on offers (site_id, version);
create index offers_open on offers (site_id) where status = 'pending';
create unique index offers_one_live on offers (interaction_id) where status = 'pending';

create table calls (
  id uuid primary key,
  site_id uuid not null references sites,
  version bigint not null,
  interaction_id uuid not null references interactions,
  stream_id uuid not null,
  epoch int not null,
  state text not null check (state in ('invited', 'joining', 'connecting', 'talking', 'ended')),
  agent_tab_id uuid,
  customer_tab_id uuid,
  started_at bigint not null,
  connected_at bigint,
  ended_at bigint
);
create index calls_version on calls (site_id, version);
create index calls_open on calls (site_id) where state <> 'ended';
create unique index calls_one_live on calls (interaction_id) where state <> 'ended';

-- What is said ---------------------------------------------------------------------------------------------------

create table streams (
  id uuid primary key,
  site_id uuid not null references sites,
  interaction_id uuid not null references interactions,
  kind text not null check (kind in ('conversation', 'desk', 'call')),
  head bigint not null default 0,
  closed_at bigint
-- room on each page for the next version of a row: `head` moves with every entry and is in no index
) with (fillfactor = 50);
create index streams_interaction on streams (interaction_id);
create index streams_ended_calls on streams (closed_at) where kind = 'call';

create table entries (
  -- of an existing stream: both writing functions hold its row's lock, so a foreign key would only check it again
  stream_id uuid not null,
  seq bigint not null,
  id uuid not null,
  -- the order of commits, near enough to sort a timeline merged from several streams
  ord bigint generated always as identity,
  at bigint not null,
  author_kind text not null,
  author_id uuid,
  author_name text not null,
  body jsonb not null,
  -- of the command that wrote it; the same id with another body is a conflict
  hash text not null,
  primary key (stream_id, seq),
  unique (stream_id, id)
);

-- what people attach. One is sent when its stream holds an entry of its id; what is not is purged
create table files (
  -- made by the client; of the command that sends it, and so of its entry
  id uuid primary key,
  stream_id uuid not null references streams on delete cascade,
  author_kind text not null check (author_kind in ('customer', 'agent')),
  author_id uuid not null,
  name text not null,
  -- by its first bytes
  type text not null,
  size bigint not null,
  -- bytes there from the start on; whole when this is the size
  received bigint not null,
  -- SHA-256 of the whole
  hash bytea,
  at bigint not null
);
create index files_author on files (author_id, at);
create index files_at on files (at);
create index files_stream on files (stream_id);

create table file_parts (
  file_id uuid not null references files on delete cascade,
  -- where in the file it begins
  start bigint not null,
  bytes bytea not null,
  primary key (file_id, start)
);
-- what people attach is compressed already
alter table file_parts alter column bytes set storage external;

-- the words of a closed stream, so that what was said is found; written with its end, never while somebody waits
create table stream_words (
  stream_id uuid primary key references streams,
  words tsvector not null
);
create index stream_words_words on stream_words using gin (words);

-- Once for a stream that has closed; of a very long one the beginning, far below what a tsvector holds.
create function index_streams(p_streams uuid[]) returns void
language sql
set enable_seqscan = off set jit = off
as $$
  insert into stream_words (stream_id, words)
    select e.stream_id, to_tsvector('simple', left(string_agg(e.body->>'text', ' ' order by e.seq), 100000))
    from entries e where e.stream_id = any (p_streams) and e.body ? 'text' group by e.stream_id
  on conflict (stream_id) do nothing
$$;

-- committed site commands, so that one sent again gets its first reply
create table commands (
  actor_id uuid not null,
  id uuid not null,
  hash text not null,
  reply jsonb not null,
  at bigint not null,
  primary key (actor_id, id)
);
create index commands_at on commands (at);

-- Staff passwords and sessions: owned by better-auth, shaped as its core schema
-- (https://www.better-auth.com/docs/concepts/database#core-schema) ---------------------------------------------

create table auth_users (
  id text primary key,
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null,
  image text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create table auth_sessions (
  id text primary key,
  "expiresAt" timestamptz not null,
  token text not null unique,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references auth_users on delete cascade
);
create index auth_sessions_user on auth_sessions ("userId");
create table auth_accounts (
  id text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references auth_users on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null
);
create index auth_accounts_user on auth_accounts ("userId");
create table auth_verifications (
  id text primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);

-- The commit path ------------------------------------------------------------------------------------------------
-- Planner switches on these functions keep their plans on indexes: a plan cached while a table was empty would scan
-- it forever.

-- Appends entries to open streams, each numbered head + 1, + 2 … under the stream's lock (taken in id order).
-- A customer may write while the interaction is theirs, an agent while they own it, each only to a stream of the
-- kind in p_kinds.
-- One result row per input, in input order: outcome is appended, duplicate (with the first seq), conflict, closed
-- or not-found. Tells other nodes, if any lives, with `log <node> <stream>:<head> …`; one that starts later asks for
-- what its pages follow.
-- No step joins two sets made here: without statistics that would compare each row with each.
create function append_entries(
  p_now bigint, p_node uuid, p_streams uuid[], p_ids uuid[], p_author_kinds text[], p_author_ids uuid[],
  p_author_names text[], p_bodies text[], p_hashes text[], p_kinds text[]
) returns table (outcome text, seq bigint, ord bigint, at bigint)
language plpgsql
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
  perform 1 from streams s where s.id = any (p_streams) order by s.id for no key update;
  return query
  with judged as (
    select input.*, s.head, e.seq as old_seq, e.ord as old_ord, e.at as old_at,
      case
        when s.id is null then 'not-found'
        when input.author_kind = 'customer' and x.customer_id is distinct from input.author_id then 'not-found'
        when s.kind <> input.kind then 'not-found'
        when e.id is not null then case when e.hash = input.hash then 'duplicate' else 'conflict' end
        when input.author_kind = 'agent' and x.owner_id is distinct from input.author_id then 'not-found'
        when s.closed_at is not null then 'closed'
        else 'appended'
      end as outcome
    from unnest(p_streams, p_ids, p_author_kinds, p_author_ids, p_author_names, p_bodies, p_hashes, p_kinds)
      with ordinality as input (stream_id, id, author_kind, author_id, author_name, body, hash, kind, i)
    left join streams s on s.id = input.stream_id
    left join interactions x on x.id = s.interaction_id
    left join entries e on e.stream_id = input.stream_id and e.id = input.id
  ), numbered as (
    select judged.*,
      head + count(*) filter (where outcome = 'appended') over (partition by stream_id order by i) as new_seq
    from judged
  ), ordered as (
    select numbered.*, case when outcome = 'appended' then nextval('entries_ord_seq') end as new_ord
    from numbered order by i
  ), written as (
    insert into entries (stream_id, seq, id, ord, at, author_kind, author_id, author_name, body, hash)
    overriding system value
    select stream_id, new_seq, id, new_ord, p_now, author_kind, author_id, author_name, body::jsonb, hash
    from ordered where outcome = 'appended'
  ), raised as (
    update streams s set head = n.top
    from (select stream_id, max(new_seq) as top from ordered where outcome = 'appended' group by stream_id) n
    where s.id = n.stream_id
  )
  select o.outcome,
    case when o.outcome = 'appended' then o.new_seq else o.old_seq end,
    coalesce(o.new_ord, o.old_ord),
    case when o.outcome = 'appended' then p_now else o.old_at end
  from ordered o
  order by o.i;
  -- one NOTIFY per hundred streams keeps each under PostgreSQL's 8,000 bytes
  if exists (select from nodes n where n.id <> p_node and n.lost_at is null) then
    perform pg_notify('beckon', 'log ' || p_node || ' ' || string_agg(id || ':' || head, ' '))
    from (select id, head, (row_number() over () - 1) / 100 as chunk from streams where id = any (p_streams)) r
    group by chunk;
  end if;
end $$;

-- Writes one batch of site commands if the site is still at p_expected; null and nothing written otherwise.
-- p_rows: {table: [row, …]} with rows whole; p_streams: streams to make; p_closed: streams to close after p_entries;
-- p_commands: their records. Returns {version, entries: [{i, seq, ord}]}. Tells other nodes `site <node> <site>
-- <version> <stream>:<head> …`.
create function commit_site(
  p_site uuid, p_expected bigint, p_now bigint, p_node uuid, p_next_due bigint,
  p_rows jsonb, p_streams jsonb, p_entries jsonb, p_closed uuid[], p_commands jsonb
) returns jsonb
language plpgsql
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off
as $$
declare
  v bigint;
  appended jsonb := '[]';
  heads text := '';
begin
  update sites set version = version + 1, next_due_at = p_next_due
    where id = p_site and version = p_expected returning version into v;
  if v is null then return null; end if;

  insert into commands (actor_id, id, hash, reply, at)
    select r.actor_id, r.id, r.hash, r.reply, p_now from jsonb_populate_recordset(null::commands, p_commands) r;

  if p_rows ? 'settings' then
    insert into settings (id, site_id, version, routing)
      select r.id, p_site, v, r.routing from jsonb_populate_recordset(null::settings, p_rows->'settings') r
    on conflict (id) do update set version = v, routing = excluded.routing where settings.site_id = p_site;
  end if;
  if p_rows ? 'paces' then
    insert into paces (id, site_id, version, queue, channel, samples, handling_ms)
      select r.id, p_site, v, r.queue, r.channel, r.samples, r.handling_ms
      from jsonb_populate_recordset(null::paces, p_rows->'paces') r
    on conflict (id) do update set version = v, samples = excluded.samples, handling_ms = excluded.handling_ms
      where paces.site_id = p_site;
  end if;
  if p_rows ? 'customers' then
    insert into customers (id, site_id, version, external_id, name, segment, signed_context, dialogue_id, last_agent_id,
        merged_into, created_at)
      select r.id, p_site, v, r.external_id, r.name, r.segment, r.signed_context, r.dialogue_id, r.last_agent_id,
        r.merged_into, r.created_at
      from jsonb_populate_recordset(null::customers, p_rows->'customers') r
    on conflict (id) do update set version = v, external_id = excluded.external_id, name = excluded.name,
      segment = excluded.segment, signed_context = excluded.signed_context, dialogue_id = excluded.dialogue_id,
      last_agent_id = excluded.last_agent_id, merged_into = excluded.merged_into
      where customers.site_id = p_site;
  end if;
  if p_rows ? 'agents' then
    insert into agents (id, site_id, version, user_id, name, roles, skills, queues, languages, regions, capacity, handle,
        lost_at, dnd_since, next_reason, disabled_at)
      select r.id, p_site, v, r.user_id, r.name, r.roles, r.skills, r.queues, r.languages, r.regions, r.capacity, r.handle,
        r.lost_at, r.dnd_since, r.next_reason, r.disabled_at
      from jsonb_populate_recordset(null::agents, p_rows->'agents') r
    on conflict (id) do update set version = v, name = excluded.name, roles = excluded.roles, skills = excluded.skills,
      queues = excluded.queues, languages = excluded.languages, regions = excluded.regions,
      capacity = excluded.capacity, handle = excluded.handle, lost_at = excluded.lost_at, dnd_since = excluded.dnd_since,
      next_reason = excluded.next_reason, disabled_at = excluded.disabled_at
      where agents.site_id = p_site;
  end if;
  if p_rows ? 'presences' then
    insert into presences (id, site_id, version, agent_id, channel, device_id, nickname, intent, reason, since, missed_id,
        last_assigned_at, left_at, removed_at)
      select r.id, p_site, v, r.agent_id, r.channel, r.device_id, r.nickname, r.intent, r.reason, r.since, r.missed_id,
        r.last_assigned_at, r.left_at, r.removed_at
      from jsonb_populate_recordset(null::presences, p_rows->'presences') r
      -- one that is removed makes room for the next of the same device
      order by (r.removed_at is null)
    on conflict (id) do update set version = v, device_id = excluded.device_id, nickname = excluded.nickname,
      intent = excluded.intent, reason = excluded.reason, since = excluded.since, missed_id = excluded.missed_id,
      last_assigned_at = excluded.last_assigned_at, left_at = excluded.left_at, removed_at = excluded.removed_at
      where presences.site_id = p_site;
  end if;
  if p_rows ? 'tabs' then
    insert into tabs (id, site_id, version, node_id, agent_id, customer_id, opened_at, closed_at, sound_ready, screen_up,
        device, device_id)
      select r.id, p_site, v, r.node_id, r.agent_id, r.customer_id, r.opened_at, r.closed_at, r.sound_ready,
        r.screen_up, r.device, r.device_id
      from jsonb_populate_recordset(null::tabs, p_rows->'tabs') r
    on conflict (id) do update set version = v, node_id = excluded.node_id, agent_id = excluded.agent_id,
      customer_id = excluded.customer_id, opened_at = excluded.opened_at, closed_at = excluded.closed_at,
      sound_ready = excluded.sound_ready, screen_up = excluded.screen_up, device = excluded.device,
      device_id = excluded.device_id
      where tabs.site_id = p_site;
  end if;
  if p_rows ? 'dialogues' then
    insert into dialogues (id, site_id, version, customer_id, started_at)
      select r.id, p_site, v, r.customer_id, r.started_at
      from jsonb_populate_recordset(null::dialogues, p_rows->'dialogues') r
    on conflict (id) do update set version = v, customer_id = excluded.customer_id where dialogues.site_id = p_site;
  end if;
  if p_rows ? 'data_sessions' then
    insert into data_sessions (id, site_id, version, customer_id, items, trail, locale, device, expires_at)
      select r.id, p_site, v, r.customer_id, r.items, r.trail, r.locale, r.device, r.expires_at
      from jsonb_populate_recordset(null::data_sessions, p_rows->'data_sessions') r
    on conflict (id) do update set version = v, customer_id = excluded.customer_id, items = excluded.items,
      trail = excluded.trail, locale = excluded.locale, device = excluded.device, expires_at = excluded.expires_at
      where data_sessions.site_id = p_site;
  end if;
  if p_rows ? 'interactions' then
    insert into interactions (id, site_id, version, dialogue_id, customer_id, data_session_id, parent_id, reference,
        channel, subject, status, cause, queue, plan, value, enqueued_at, rank_at, agreement_at, agreement_missed_at,
        relaxed, offer_id, owner_id, fence, preferred_agent_id, preferred_as, preferred_until, passed_by, customer_lost_at, answered_at, silent_since, silence, ended_at, wrap_up_until, closed_at, disposition, conversation_id, desk_id,
        task, parked_until)
      select r.id, p_site, v, r.dialogue_id, r.customer_id, r.data_session_id, r.parent_id, r.reference,
        r.channel, r.subject, r.status, r.cause, r.queue, r.plan, r.value, r.enqueued_at, r.rank_at, r.agreement_at,
        r.agreement_missed_at, r.relaxed, r.offer_id, r.owner_id, r.fence, r.preferred_agent_id, r.preferred_as, r.preferred_until, r.passed_by, r.customer_lost_at, r.answered_at, r.silent_since, r.silence, r.ended_at, r.wrap_up_until, r.closed_at, r.disposition, r.conversation_id, r.desk_id,
        r.task, r.parked_until
      from jsonb_populate_recordset(null::interactions, p_rows->'interactions') r
    on conflict (id) do update set version = v, dialogue_id = excluded.dialogue_id, customer_id = excluded.customer_id,
      channel = excluded.channel, status = excluded.status, cause = excluded.cause,
      rank_at = excluded.rank_at, agreement_missed_at = excluded.agreement_missed_at, relaxed = excluded.relaxed,
      preferred_until = excluded.preferred_until, offer_id = excluded.offer_id, owner_id = excluded.owner_id, fence = excluded.fence,
      preferred_agent_id = excluded.preferred_agent_id, preferred_as = excluded.preferred_as, passed_by = excluded.passed_by,
      customer_lost_at = excluded.customer_lost_at, answered_at = excluded.answered_at, ended_at = excluded.ended_at,
      silent_since = excluded.silent_since, silence = excluded.silence,
      parked_until = excluded.parked_until, wrap_up_until = excluded.wrap_up_until, closed_at = excluded.closed_at, disposition = excluded.disposition
      where interactions.site_id = p_site and interactions.status <> 'closed' and excluded.fence >= interactions.fence;
  end if;
  if p_rows ? 'offers' then
    insert into offers (id, site_id, version, interaction_id, agent_id, channel, status, made_at, expires_at, shown_at, why, explained, reason, ended_at)
      select r.id, p_site, v, r.interaction_id, r.agent_id, r.channel, r.status, r.made_at, r.expires_at, r.shown_at, r.why, r.explained, r.reason, r.ended_at
      from jsonb_populate_recordset(null::offers, p_rows->'offers') r
      -- an ended offer frees its interaction before the next one takes it
      order by (r.status = 'pending')
    on conflict (id) do update set version = v, status = excluded.status, shown_at = excluded.shown_at,
      reason = excluded.reason, ended_at = excluded.ended_at
      where offers.site_id = p_site and offers.status = 'pending';
  end if;
  if p_rows ? 'calls' then
    insert into calls (id, site_id, version, interaction_id, stream_id, epoch, state, agent_tab_id, customer_tab_id, started_at, connected_at, ended_at)
      select r.id, p_site, v, r.interaction_id, r.stream_id, r.epoch, r.state, r.agent_tab_id, r.customer_tab_id, r.started_at, r.connected_at, r.ended_at
      from jsonb_populate_recordset(null::calls, p_rows->'calls') r
    on conflict (id) do update set version = v, epoch = excluded.epoch, state = excluded.state,
      agent_tab_id = excluded.agent_tab_id, customer_tab_id = excluded.customer_tab_id,
      connected_at = excluded.connected_at, ended_at = excluded.ended_at
      where calls.site_id = p_site and calls.state <> 'ended';
  end if;

  if p_rows ? 'audit' then
    insert into audit (id, site_id, at, actor_kind, actor_id, actor_name, action, target, before, after)
      select r.id, p_site, p_now, r.actor_kind, r.actor_id, r.actor_name, r.action, r.target, r.before, r.after
      from jsonb_populate_recordset(null::audit, p_rows->'audit') r;
  end if;
  if p_rows ? 'presence_changes' then
    insert into presence_changes (id, site_id, at, agent_id, channel, nickname, was, became, reason)
      select r.id, p_site, p_now, r.agent_id, r.channel, r.nickname, r.was, r.became, r.reason
      from jsonb_populate_recordset(null::presence_changes, p_rows->'presence_changes') r;
  end if;

  insert into streams (id, site_id, interaction_id, kind)
    select r.id, p_site, r.interaction_id, r.kind from jsonb_populate_recordset(null::streams, p_streams) r;

  if jsonb_array_length(p_entries) > 0 or cardinality(p_closed) > 0 then
    perform 1 from streams s
      where s.id = any (p_closed) or s.id in (select (e->>'stream_id')::uuid from jsonb_array_elements(p_entries) e)
      order by s.id for update;
    with input as (
      select r.stream_id, r.id, r.author_kind, r.author_id, r.author_name, r.body, t.i
      from jsonb_array_elements(p_entries) with ordinality t (e, i),
        jsonb_populate_record(null::entries, t.e) r
    ), numbered as (
      select input.*, s.head + row_number() over (partition by stream_id order by i) as seq
      from input join streams s on s.id = input.stream_id and s.site_id = p_site and s.closed_at is null
    ), written as (
      insert into entries (stream_id, seq, id, at, author_kind, author_id, author_name, body, hash)
      select stream_id, seq, id, p_now, author_kind, author_id, author_name, body, '' from numbered order by i
      returning stream_id, seq, ord
    ), raised as (
      update streams s set head = n.top
      from (select stream_id, max(seq) as top from numbered group by stream_id) n where s.id = n.stream_id
      returning s.id, s.head
    )
    select coalesce(jsonb_agg(jsonb_build_object('i', n.i, 'seq', w.seq, 'ord', w.ord) order by n.i), '[]'),
      (select coalesce(string_agg(id || ':' || head, ' '), '') from raised)
      into appended, heads
      from numbered n join written w on w.stream_id = n.stream_id and w.seq = n.seq;
    update streams set closed_at = p_now where id = any (p_closed) and site_id = p_site and closed_at is null;
    if cardinality(p_closed) > 0 then perform index_streams(p_closed); end if;
  end if;

  perform pg_notify('beckon', 'site ' || p_node || ' ' || p_site || ' ' || v
    || case when length(heads) < 7000 then ' ' || heads else '' end);
  return jsonb_build_object('version', v, 'entries', appended);
end $$;

-- A site and what its administrators list.
create function site_head(p_site uuid) returns json
language sql stable
set enable_seqscan = off set jit = off
as $$
  select json_build_object(
    'version', s.version,
    'key', s.key,
    'name', s.name,
    'made_at', s.created_at,
    'configured_at', s.configured_at,
    'subjects', (select coalesce(json_agg(r), '[]') from subjects r where r.site_id = p_site),
    'choices', (select coalesce(json_agg(json_build_object('kind', r.kind, 'key', r.key)), '[]') from site_choices r
      where r.site_id = p_site and r.archived_at is null)
  )
  from sites s where s.id = p_site
$$;

-- A site's rows that were changed after version p_after, ended ones included, as {table: [row, …]}.
create function changed_rows(p_site uuid, p_after bigint) returns json
language sql stable
set enable_seqscan = off set jit = off
as $$
  select json_build_object(
    'settings', (select json_agg(r) from settings r where r.id = p_site and r.version > p_after),
    'paces', (select json_agg(r) from paces r where r.site_id = p_site and r.version > p_after),
    'agents', (select json_agg(r) from agents r where r.site_id = p_site and r.version > p_after),
    'presences', (select json_agg(r) from presences r where r.site_id = p_site and r.version > p_after),
    'tabs', (select json_agg(r) from tabs r where r.site_id = p_site and r.version > p_after),
    'interactions', (select json_agg(r) from interactions r where r.site_id = p_site and r.version > p_after),
    'customers', (select json_agg(r) from customers r where r.site_id = p_site and r.version > p_after),
    'data_sessions', (select json_agg(r) from data_sessions r where r.site_id = p_site and r.version > p_after),
    'offers', (select json_agg(r) from offers r where r.site_id = p_site and r.version > p_after),
    'calls', (select json_agg(r) from calls r where r.site_id = p_site and r.version > p_after)
  )
$$;

-- Down Migration
-- There is no way down: restore the backup taken before the upgrade.
