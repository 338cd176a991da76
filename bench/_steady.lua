-- An open loop: every connection has a timetable of its own, and a request that is sent late because the answer
-- before it was late has waited since the time it was due. Each thread has one connection, so that what belongs
-- to a connection can be kept in its thread. RATE: requests a second of all THREADS together.
local ffi = require("ffi")
ffi.cdef([[
  struct time { long seconds; long nanoseconds; };
  int clock_gettime(int clock, struct time *now);
  int clock_nanosleep(int clock, int flags, const struct time *until, struct time *left);
]])

local MONOTONIC, ABSOLUTE, SECOND_NS = 1, 1, 1e9
-- Latencies are counted in steps of so much.
local STEP_NS = 1e5

wrk.method = "POST"
wrk.body = os.getenv("BODY")
wrk.headers["Content-Type"] = "application/json"

local time = ffi.new("struct time")
local threads = {}
local interval_ns = SECOND_NS * os.getenv("THREADS") / os.getenv("RATE")
local due_ns
steps = {}

local function now_ns()
  ffi.C.clock_gettime(MONOTONIC, time)
  return tonumber(time.seconds) * SECOND_NS + tonumber(time.nanoseconds)
end

function setup(thread)
  thread:set("number", #threads)
  table.insert(threads, thread)
end

-- Called before each request, when the answer before it has come.
function delay()
  local now = now_ns()
  if due_ns == nil then
    -- One connection after the other begins.
    due_ns = now + interval_ns * (1 + number / os.getenv("THREADS"))
  else
    local step = math.ceil((now - due_ns) / STEP_NS)
    steps[step] = (steps[step] or 0) + 1
    due_ns = due_ns + interval_ns
  end
  if due_ns > now then
    time.seconds = math.floor(due_ns / SECOND_NS)
    time.nanoseconds = due_ns % SECOND_NS
    ffi.C.clock_nanosleep(MONOTONIC, ABSOLUTE, time, nil)
  end
  return 0
end

function done(summary)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.timeout + errors.status
  local counts = { answered = summary.requests - errors.status, failed = failed, microseconds = summary.duration }
  for name, count in pairs(counts) do
    io.write(string.format("%s %d\n", name, count))
  end
  local total = {}
  for _, thread in ipairs(threads) do
    for step, count in pairs(thread:get("steps")) do
      total[step] = (total[step] or 0) + count
    end
  end
  for step, count in pairs(total) do
    io.write(string.format("latency %.1f %d\n", step * STEP_NS / 1e6, count))
  end
end
