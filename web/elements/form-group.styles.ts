import { css } from "lit";

/** What stands in a group of the form, loaded with it or not. */
export const formGroupStyles = css`
  :host {
    display: grid;
    gap: 1.125rem;
  }

  .label,
  legend,
  h3 {
    display: block;
    margin-block-end: 0.375rem;
    font-size: 0.875rem;
    font-weight: 550;
  }

  /* A name of several fields is not one of theirs. */
  legend {
    color: var(--cost-muted);
    font-size: 0.8125rem;
    font-weight: 600;
  }

  .note {
    margin-block-start: 0.375rem;
    color: var(--cost-muted);
    font-size: 0.8125rem;
  }

  .check {
    display: flex;
    align-items: baseline;
    gap: 0.5rem;
    padding-block: 0.25rem;
    font-size: 0.875rem;
    cursor: pointer;
  }

  .check input {
    flex: none;
    width: 1rem;
    height: 1rem;
    margin: 0;
    transform: translateY(2px);
    accent-color: var(--cost-accent);
  }

  .fields,
  .columns {
    display: grid;
    gap: 0.625rem;
  }

  .columns {
    grid-template-columns: repeat(auto-fill, minmax(7.5rem, 1fr));
  }
`;
