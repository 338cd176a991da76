import { expect, test } from "vitest";
import { ClusterMeasures } from "../../worker/node/cluster-measures.ts";
import type { ToProcess } from "../../worker/node/link.ts";
import { grown, type Measures } from "../../worker/node/measures.ts";

function counted(status: string, value: number): Measures {
  const of = { help: "Of it.", aggregator: "sum" };
  return [
    { ...of, name: "answers_total", type: "counter", values: [{ labels: { status }, value }] },
    { ...of, name: "in_flight", type: "gauge", values: [{ labels: {}, value }] },
    {
      ...of,
      name: "seconds",
      type: "histogram",
      values: [
        { metricName: "seconds_bucket", labels: { le: "+Inf" }, value },
        { metricName: "seconds_sum", labels: {}, value: value / 2 },
      ],
    },
  ];
}

test("of two measures the parts that grow are added up, each series for itself", () => {
  const [answers, seconds, ...others] = grown(counted("200", 3), [
    ...counted("200", 4),
    ...counted("503", 1),
  ]);
  expect(answers?.values).toEqual([
    { labels: { status: "200" }, value: 7 },
    { labels: { status: "503" }, value: 1 },
  ]);
  expect(seconds?.values).toEqual([
    { metricName: "seconds_bucket", labels: { le: "+Inf" }, value: 8 },
    { metricName: "seconds_sum", labels: {}, value: 4 },
  ]);
  expect(others).toEqual([]);
});

test("a thousand processes that have ended take the room of one, and their counts are told", async () => {
  const told: ToProcess[] = [];
  const measures = new ClusterMeasures((_process, message) => told.push(message));
  for (let process = 0; process < 1000; process += 1) {
    measures.add(process, null, counted("200", 2));
    measures.end(process);
  }
  expect(JSON.stringify(measures).length).toBeLessThan(2000);
  await measures.textFor(1, 7, []);
  const [answer] = told;
  expect(answer?.kind === "metrics" && answer.text).toContain('answers_total{status="200"} 2000');
});
