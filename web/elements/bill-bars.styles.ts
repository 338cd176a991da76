import { css } from "lit";

/** Groups are told apart by their order and the gaps between them, too. */
export const billBarsStyles = css`
  :host {
    display: block;
    --cost-group-compute: #1e3a8a;
    --cost-group-requests: #3b7de0;
    --cost-group-egress: #b86e00;
    --cost-group-around: #0b7d73;
    --cost-group-work: #6b7280;
  }

  @media (prefers-color-scheme: dark) {
    :host {
      --cost-group-compute: #6f8ff0;
      --cost-group-requests: #a9c7ff;
      --cost-group-egress: #f0b050;
      --cost-group-around: #4fc3b5;
      --cost-group-work: #9aa3b0;
    }
  }

  .compute {
    --group: var(--cost-group-compute);
  }
  .requests {
    --group: var(--cost-group-requests);
  }
  .egress {
    --group: var(--cost-group-egress);
  }
  .around {
    --group: var(--cost-group-around);
  }
  .work {
    --group: var(--cost-group-work);
  }

  .scroll {
    margin-block-start: 1rem;
  }

  .patch {
    display: inline-block;
    width: 0.625rem;
    height: 0.625rem;
    margin-inline-end: 0.375rem;
    border-radius: 2px;
    background: var(--group);
  }

  .name {
    display: flex;
    align-items: center;
    gap: 0.625rem;
  }

  tr:has(+ tr) > * {
    padding-block-end: 0.25rem;
    border-block-end: 0;
  }

  [aria-hidden] td {
    padding-block: 0 0.625rem;
  }

  .bar {
    display: block;
    width: 100%;
    height: 0.875rem;
    border-radius: 4px;
    background: var(--cost-sunken);
  }

  rect {
    fill: var(--group);
    stroke: var(--cost-surface);
    stroke-width: 1;
  }

  /* The offer and its total in a line, and the amounts below them under their headings. */
  @container results (max-width: 38rem) {
    tr {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25rem 0.5rem;
      padding-block: 0.5rem 0;
    }

    th,
    td,
    [aria-hidden] td {
      flex: 1 1 4.75rem;
      padding: 0;
      border-block-end: 0;
    }

    th:first-child {
      flex: 1 1 calc(100% - 6rem);
      min-width: 0;
      overflow-wrap: anywhere;
    }

    tr > :last-child:not(:first-child) {
      flex: 0 0 5.5rem;
      order: -1;
    }

    tr > :first-child {
      order: -1;
    }

    .number:not(:last-child) {
      text-align: start;
      color: var(--cost-muted);
      font-size: 0.8125rem;
    }

    :is(thead, tbody) {
      display: block;
      padding-block-end: 0.5rem;
      border-block-end: 1px solid var(--cost-line);
    }
  }
`;
