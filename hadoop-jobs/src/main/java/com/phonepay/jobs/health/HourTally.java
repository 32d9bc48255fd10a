package com.phonepay.jobs.health;

import com.phonepay.jobs.run.Row;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.io.Writable;

/** What happened in an hour. */
public final class HourTally implements Writable {
    private long succeeded;
    private long failed;
    private long blocked;
    private long paise;
    private final LatencyHistogram latency = new LatencyHistogram();

    void count(String status, long amount, long millis) {
        switch (status) {
            case "SUCCESS" -> {
                succeeded++;
                paise = Math.addExact(paise, amount);
            }
            case "BLOCKED" -> blocked++;
            default -> failed++;
        }
        latency.record(millis);
    }

    void add(HourTally other) {
        succeeded += other.succeeded;
        failed += other.failed;
        blocked += other.blocked;
        paise = Math.addExact(paise, other.paise);
        latency.add(other.latency);
    }

    Text row(long hour) {
        long attempts = succeeded + failed + blocked;
        return new Row()
                .withHour("hour", hour)
                .with("attempts", attempts)
                .with("succeeded", succeeded)
                .with("failed", failed)
                .with("blocked", blocked)
                .with("success_percent", percent(succeeded, attempts))
                .withMoney("amount", paise)
                .with("p50_ms", latency.percentile(0.50))
                .with("p95_ms", latency.percentile(0.95))
                .with("p99_ms", latency.percentile(0.99))
                .toText();
    }

    private static String percent(long part, long whole) {
        return BigDecimal.valueOf(part * 100)
                .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP)
                .toPlainString();
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeLong(succeeded);
        out.writeLong(failed);
        out.writeLong(blocked);
        out.writeLong(paise);
        latency.write(out);
    }

    @Override
    public void readFields(DataInput in) throws IOException {
        succeeded = in.readLong();
        failed = in.readLong();
        blocked = in.readLong();
        paise = in.readLong();
        latency.readFields(in);
    }
}
