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

  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.25rem;
    padding: 0;
    margin-block: 0.75rem;
    list-style: none;
    font-size: 0.875rem;
  }

  .legend li {
    display: flex;
    align-items: center;
    gap: 0.5rem;
  }

  .patch {
    width: 0.875rem;
    height: 0.875rem;
    border-radius: 3px;
    background: var(--group);
  }

  .bars {
    display: grid;
    gap: 0.625rem;
    margin-block-end: 1rem;
  }

  .bars .name {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 1rem;
    font-size: 0.875rem;
  }

  .bars strong {
    font-variant-numeric: tabular-nums;
  }

  .bar {
    display: block;
    width: 100%;
    height: 1rem;
    border-radius: 4px;
    background: var(--cost-sunken);
  }

  rect {
    fill: var(--group);
    stroke: var(--cost-surface);
    stroke-width: 1;
  }
`;
