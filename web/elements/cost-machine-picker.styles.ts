import { css } from "lit";

export const costMachinePickerStyles = css`
  :host {
    display: block;
  }

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

  li .input {
    flex: none;
    width: 7.25rem;
    min-height: 2rem;
    padding: 0.125rem 0.25rem;
    font-size: 0.8125rem;
  }

  li .button {
    margin: 0.25rem;
    padding: 0.25rem 0.625rem;
  }

  .remove {
    display: grid;
    place-items: center;
    flex: none;
    width: 2rem;
    height: 2.25rem;
    border: 0;
    border-radius: 8px;
    background: none;
    color: var(--cost-muted);
    cursor: pointer;
  }

  .remove:hover {
    color: var(--cost-danger);
  }

  .remove svg {
    width: 1rem;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    margin-block: 0.75rem 0;
  }

  [role="status"] h3 {
    margin-block-start: 1rem;
  }

  [role="status"] li {
    border-inline-start: 0;
  }
`;
