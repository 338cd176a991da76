/** A folder of prices of one's own, with a machine's price that no list has. */
const OWN_PRICE = 1.25;
export const OWN_PRICES = JSON.stringify({
  schema: 1,
  source: { title: "Agreement", url: "https://intranet.example.com/agreement", date: "2026-04-01" },
  prices: [
    { provider: "aws", instance_type: "t4g.small", purchase: "on_demand", unit_price: OWN_PRICE },
  ],
});
export const PRICE_QUESTION =
  "https://127.0.0.1/api/v1/calculator/vm?provider=aws_ec2&instance_type=t4g.small";
/** How its answer begins, when that price is in force. */
export const OWN_PRICE_ANSWERED = `"hourly_cost_usd":${OWN_PRICE}`;
