import { define } from "../elements/define.ts";
import { BillVerification } from "./bill-verification.ts";

define({ "bill-verification": BillVerification });
