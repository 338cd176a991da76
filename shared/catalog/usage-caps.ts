/**
 * How Sakura Cloud bills a part of a month: by the hour until that costs as much as a day, by the day
 * until that costs as much as a month.
 * https://manual.sakura.ad.jp/cloud/payment/payment.html
 */
export interface UsageCaps {
  /** Hours that cost as much as a day. */
  readonly hoursPerDay: number;
  /** Days that cost as much as a month. */
  readonly daysPerMonth: number;
}
