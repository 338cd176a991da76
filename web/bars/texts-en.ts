/** The texts of the bill bars in English. */
export const texts = {
  title: "What each bill is made of",
  lead: "Every offer's monthly cost by what it is paid for, all bars to one scale.",
  offer: "Offer",
  total: "Total",
  groups: {
    compute: "Compute",
    requests: "Requests",
    egress: "Egress",
    around: "Around it",
    work: "Work",
  },
  amounts: "Amounts by offer",
};
