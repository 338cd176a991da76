import { css } from "lit";

export const costPricesStyles = css`
  :host {
    display: grid;
    gap: 0.75rem;
  }

  ul {
    display: grid;
    gap: 0.25rem;
    list-style: none;
  }

  li {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0.75rem;
    padding: 0.25rem 0.625rem;
    border-radius: 8px;
    background: var(--cost-sunken);
    font-size: 0.875rem;
    overflow-wrap: anywhere;
  }

  form {
    display: grid;
    gap: 0.625rem;
  }

  label {
    color: var(--cost-muted);
    font-size: 0.8125rem;
  }

  label .input {
    display: block;
    margin-block-start: 0.125rem;
    color: var(--cost-text);
    font-size: 1rem;
  }

  .input::placeholder {
    color: var(--cost-muted);
    opacity: 1;
  }

  .problem {
    color: var(--cost-danger);
    font-size: 0.8125rem;
  }

  .button {
    justify-self: start;
  }
`;
