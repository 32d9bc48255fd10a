-- For wrk: reads of a balance or keyed payments; arguments are the payer's token, and "read" or "pay".
-- Every payment has a key of its own; the threads and the runs are told apart by a name.
local number, run = 0, os.time() .. "-" .. math.random(1000000000)
local threads = 0
function setup(thread) threads = threads + 1; thread:set("id", threads) end
function init(args)
  token, paying = args[1], args[2] == "pay"
  run = os.time() .. "-" .. id .. "-" .. tostring({}):sub(8)
end
function request()
  local headers = { ["Authorization"] = "Bearer " .. token }
  if not paying then return wrk.format("GET", "/api/wallet/balance", headers) end
  number = number + 1
  headers["Content-Type"] = "application/json"
  headers["Idempotency-Key"] = "bench-" .. run .. "-" .. number
  return wrk.format("POST", "/api/payment/initiate", headers, '{"receiver_id":"bench-payee@phonepay","amount":0.01}')
end
function done(summary, latency, requests)
  local bad = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout
  io.write(string.format("RESULT %.0f %.2f %.2f %d\n",
    summary.requests / summary.duration * 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000, bad))
end
