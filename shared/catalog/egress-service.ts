/** What data sent to the internet is called where a service is named. */
export const EGRESS_SERVICE = "egress";
