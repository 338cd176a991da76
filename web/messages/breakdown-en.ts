/** The texts of the bills' headings in English. */
export const texts = {
  title: "Bills",
  lead: "Every line with the price it was computed from.",
  assumptions: "Assumptions",
};
