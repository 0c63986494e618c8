/** Simulated people on the start page; `follow-crowd.ts` lists who is there. */
export const crowdPanel = `<section class="card crowd" aria-label="Simulated people" data-crowd>
        <h2>Alone? Have somebody simulated</h2>
        <p>They come in by the same doors as people do. They write, open pages, end and rate; they have no voice, so they turn down calls.</p>
        <div class="row">
          <button class="secondary" data-add="customer">Add a simulated customer</button>
          <button class="secondary" data-add="agent">Add a simulated agent</button>
        </div>
        <p role="status" data-crowd-says></p>
        <ul data-crowd-list></ul>
        <p class="small">To answer simulated customers yourself, sign in as Ana; with simulated agents about, some go to them.</p>
      </section>`
