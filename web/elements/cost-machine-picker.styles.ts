import { css } from "lit";

export const costMachinePickerStyles = css`
  :host {
    display: block;
  }

  h2,
  h3 {
    margin: 0 0 0.375rem;
    font-size: 0.875rem;
    font-weight: 550;
    letter-spacing: 0;
  }

  ul {
    display: grid;
    gap: 0.25rem;
    list-style: none;
  }

  li {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    padding-inline-start: 0.625rem;
    border-radius: 8px;
    border-inline-start: 4px solid var(--series);
    background: var(--cost-sunken);
  }

  .name {
    flex: 1;
    min-width: 0;
    padding-block: 0.375rem;
    font-size: 0.875rem;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }

  .name b {
    display: block;
    font-weight: 600;
  }

  .name span {
    color: var(--cost-muted);
    font-size: 0.8125rem;
  }

  li button {
    display: grid;
    place-items: center;
    flex: none;
    width: 2.25rem;
    height: 2.25rem;
    border: 0;
    border-radius: 8px;
    background: none;
    color: var(--cost-muted);
    cursor: pointer;
  }

  li button:hover {
    color: var(--cost-danger);
  }

  li svg {
    width: 1rem;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
  }

  form {
    margin-block-start: 0.875rem;
  }

  form label {
    display: block;
    margin-block: 0.375rem 0.125rem;
    font-size: 0.8125rem;
    color: var(--cost-muted);
  }

  .type {
    display: flex;
    gap: 0.5rem;
  }

  .problem {
    margin-block-start: 0.25rem;
    color: var(--cost-danger);
    font-size: 0.8125rem;
    overflow-wrap: anywhere;
  }

  form .small {
    margin-block-start: 0.375rem;
    overflow-wrap: anywhere;
  }
`;
